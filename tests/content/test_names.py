"""Signatures: which may be of one person."""

import pytest

from ulotki.content.names import form_of_address, name_lists, same_person, two_people, whole_name


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


SPELLINGS = (
    "Jan Kowalski",
    "jan kowalski",
    "JAN KOWALSKI",
    "Kowalski Jan",
    "Kowalski, Jan",
    "J. Kowalski",
    "Kowalski J.",
    "Kowalski",
    "Jan K.",
    "asp. Jan Kowalski",
    "mł. asp. Jan Kowalski",
    "mł.asp.Jan Kowalski",
    "st. sierż. Jan Kowalski",
    "asp. sztab. Jan Kowalski",
    "dzielnicowy Jan Kowalski",
    "dr Jan Kowalski",
    "ks. Jan Kowalski",
    "Jan Adam Kowalski",
    "Jan A. Kowalski",
    "Jan Kowalski-Nowak",
    "Jan  Kowalski ",
    "Jan-Kowalski",
    "Jan_Kowalski",
    "jan.kowalski",
    "JanKowalski",
    "Jan Kowa\u0142ski",
    "J\u00e1n Kowalski",
    "Jan Ko\u0301walski",
    "J\u0430n K\u043ewalski",
    "Jan\u200b Kowalski",
    "J\uff41n Kowalski",
    "Jan Kowa1ski",
    "Jan K0walski",
    "Jan Kowalsky",
    "Jan Kowaslki",
    "Jan Kowalskki",
    "Jan Kowalski (dzielnicowy)",
    "Jan Kowalski, młodszy aspirant",
)


@pytest.mark.parametrize("other", SPELLINGS, ids=ascii)
def test_nobody_is_two_people(other):
    """
    However he writes himself, a second spelling makes no second person.
    """
    assert not two_people("asp. Jan Kowalski", other)
    assert not two_people(other, "asp. Jan Kowalski")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("asp. Jan Kowalski", "Anna Nowak"),
        ("Jan Kowalski", "Anna Kowalska"),
        ("Jan Kowalski", "Adam Kowalski"),
        ("mł. asp. Jan Kowalski", "mł. asp. Jan Nowak"),
        ("Łucja Żak", "Zofia Śliwa"),
        ("Maria Nowak", "Marta Nowak"),
        ("Jan Kowalski-Nowak", "Anna Nowak"),
        ("ks. Piotr Lis", "Paweł Lis"),
    ],
)
def test_two_people_are_taken(one, other):
    """
    Another first name or another surname, both in full.
    """
    assert two_people(one, other)
    assert two_people(other, one)


@pytest.mark.parametrize(
    "name", ["Kowalski", "J. Kowalski", "asp. Kowalski", "mł. asp.", "", "JK", "ks. proboszcz", "Pan Jan"]
)
def test_half_a_name_is_none(name):
    """
    A rank, a post or an initial is no first name.
    """
    assert not whole_name(name)
    assert not two_people(name, "Anna Nowak")


ONE = (
    ("asp. szt. Zdzisław Nowakowski", "mł. asp. Zdzisiek Nowakowski"),
    ("Katarzyna Nowak", "Kasia Nowak"),
    ("Jan Nowak", "Jaś Nowak"),
    ("Sławek Lis", "Bogusław Lis"),
    ("Jan Nowak", "Jan Novak"),
    ("Jan Kowalski", "Ian Kovalsky"),
    ("Jan Kowalski", "Jan KowaIski"),
    ("Jan Kowalski", "Jan Kowal$ki"),
    ("Jan Nowak", "podpis Jana Nowaka"),
    ("Piotr Zięba", "Piotra Zięby"),
    ("Anna Nowak", "Anna Nowakowa"),
    ("Ян Ковальський", "Jan Kowalski"),
    ("Юрій Шевченко", "Jurij Szewczenko"),
    ("Oleksandr Shevchenko", "Ołeksandr Szewczenko"),
    ("Василь Шевчук", "Wasyl Szewczuk"),
    ("Jan Kowalski KPP Lubartów", "dzielnicowy Jan Kowalski Serniki"),
    ("ogn. Jan Kowalski", "mł. bryg. Jan Kowalski"),
    ("Jan Adam Kowalski", "Jan Piotr Kowalski"),
    ("Ewa Wójcik", "Ewa Wujcik"),
    ("Jan Wójt", "wójt Jan Marczewski"),
)
TWO = (
    ("Jan Kowalski", "Janusz Kowalski"),
    ("Stanisław Wilk", "Stanisława Wilk"),
    ("sierż. Mateusz Nowak", "sierż. Mariusz Nowak"),
    ("Aleksandra Wilk", "Aleksander Wilk"),
    ("Anna Zielińska", "Halina Zielińska"),
    ("Jan Wójt", "Anna Nowak"),
    ("Jan Brat", "Ewa Siostra"),
    ("Ewa Maria Nowak", "Anna Maria Nowak"),
    ("asp. Adam Mazur, KPP Lubartów", "sierż. Ewa Bąk, KPP Lubartów"),
    ("Олена Коваль", "Ірина Коваль"),
    ("Jan Kos", "Jan Kot"),
    ("Grzegorz Kania", "Grzegorz Kaniewski"),
)


@pytest.mark.parametrize(("one", "other"), ONE, ids=ascii)
def test_what_friends_call_somebody_and_how_others_spell_it_is_no_second_name(one, other):
    """
    Familiar forms, spellings by ear, another alphabet, endings in a sentence, and a post or a place on both sides.
    """
    assert not two_people(one, other)
    assert not two_people(other, one)


@pytest.mark.parametrize(("one", "other"), TWO, ids=ascii)
def test_names_that_are_only_alike_are_two(one, other):
    """
    Two first names that everybody knows; posts that are surnames; what people of one office have in common.
    """
    assert two_people(one, other)
    assert two_people(other, one)


@pytest.mark.parametrize(
    ("expected", "name"),
    [
        ("pani", "Anna Nowak-Wiśniewska"),
        ("pani", "Nowak Zofia"),
        ("pan", "Kuba Wójcik"),
        ("pan", "inż. Jan Zawadzki"),
        (None, "Jan"),
        (None, "Saba Kos"),
        (None, "J. Kos"),
        (None, "Maria Jan Kot"),
        (None, "Stefania Adamek"),
        (None, "Ola i Jan Kos"),
        (None, "Aleks Kos"),
        (None, "Nikola Kos"),
        (None, "Jan Zawadzka"),
        (None, "Anna Kowalski"),
        (None, ""),
    ],
)
def test_the_form_of_address_is_told_by_first_names_alone(expected, name):
    """
    A surname may only contradict; what is unknown, short or two things at once tells nothing.
    """
    assert expected == form_of_address(name)


def test_all_women_of_our_list_end_in_a():
    """
    And no man does, so the ending of the name as it stands in documents tells them apart.
    """
    heads = [entry.split()[0] for entry in name_lists()["first"].split("|")]

    assert {"Jakub", "Maciej", "Ivan", "Jerzy"} <= {name for name in heads if not name.endswith("a")}
    assert not {"Kuba", "Barnaba", "Bonawentura", "Jarema", "Kosma", "Sasza", "Misza", "Saba", "Ilia"} & set(heads)
