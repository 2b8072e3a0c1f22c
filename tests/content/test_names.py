"""Signatures: which may be of one person."""

import pytest

from ulotki.content.names import same_person


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Jan Kowalski", "jan  KOWALSKI"),
        ("Jan Kowalski", "Kowalski Jan"),
        ("asp. Jan Kowalski", "mł. asp. Jan Kowalski"),
        ("asp. sztab. Jan Kowalski", "dzielnicowy Jan Kowalski"),
        ("J. Kowalski", "Jan Kowalski"),
        ("Kowalski J.", "asp. Jan Kowalski"),
        ("Kowalski", "Jan Kowalski"),
        ("Anna Nowak", "Anna Nowak-Kowalska"),
        ("JanKowalski", "Jan Kowalski"),
        ("A", "a"),
        ("asp.", "asp."),
    ],
)
def test_one_person_in_two_spellings(one, other):
    """
    Order, case, rank and initials make nobody another; neither does a second surname.
    """
    assert same_person(one, other)
    assert same_person(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Jan Kowalski", "Anna Nowak"),
        ("Jan Kowalski", "Jan Nowak"),
        ("Jan Kowalski", "Anna Kowalska"),
        ("Jan Kowalski", "Adam Kowalski"),
        ("J. Kowalski", "A. Kowalski"),
        ("asp. Jan Kowalski", "asp. Adam Nowak"),
        ("J. K.", "Jan Kowalski"),
        ("A", "B"),
        ("A", "Anna Nowak"),
        ("asp.", "sierż."),
    ],
)
def test_two_people_are_two(one, other):
    """
    Another first name or surname is another person; initials alone say nobody's name.
    """
    assert not same_person(one, other)
    assert not same_person(other, one)
