"""Labels: what they may not say of a number."""

from __future__ import annotations

import datetime

import pytest

from ulotki.content.kinds import Address, Name
from ulotki.content.labels import contradiction
from ulotki.content.number import Number

# What a label says


NATIONAL = (
    Number(value="112", label="numer alarmowy", id="112", national=True, called=("alarmow", "ratunkow")),
    Number(value="8080", label="", id="cert-sms", national=True, called=("cert",), replaces="799 448 084"),
    Number(value="+48 828 828 828", label="zastrzeganie kart", id="karty", national=True),
)


@pytest.mark.parametrize(
    ("hint", "value", "label"),
    [
        ("take it from there by its id: 112", "112", "komisariat"),
        ("take it from there by its id: cert-sms", "8080", ""),
        ("take it from there by its id: karty", "828 828 828", "bank"),
        ("take it from there by its id: karty", "+48828828828", "bank"),
        ("it is now 8080", "79 94 48 08 4", "wiadomości"),
        ("give the label other words, or take the national number", "47 812 12 34", "numer Alarmowy"),
        ("give the label other words, or take the national number", "600 700 800", "CERT Polska"),
        (
            "since 24 February 2020; the old numbers worked until 24 August 2020",
            "81 855 22 33",
            "Komisariat w Lubartowie",
        ),
        ("since 24 February 2020; the old numbers worked until 24 August 2020", "226210000", "dyżurny Policji"),
    ],
)
def test_a_label_that_says_something_else_is_told(hint, value, label):
    """
    A national number under a local id, a national name on another number, a number the police gave up.
    """
    assert hint == str(contradiction(Number(value=value, label=label), NATIONAL)[1])


@pytest.mark.parametrize(
    "value",
    [
        Number(value="47 812 12 34", label="dzielnicowy"),
        Number(value="600 700 800", label="dzielnicowy, komórka"),
        Number(value="81 855 22 33", label="Urząd Gminy"),
        Number(value="47 812 12 34", label="koncert"),
        Number(value="", label="numer alarmowy"),
        Name(value="112", label="numer alarmowy"),
        Address(value="https://cert.pl", label="CERT Polska"),
    ],
    ids=lambda value: f"{value.value} {value.label}",
)
def test_a_plain_label_contradicts_nothing(value):
    """
    Numbers alone are held against the nation, and only when they are given.
    """
    assert contradiction(value, NATIONAL) is None


def police(value: str, **days: datetime.date) -> Number:
    return Number(value=value, label="dyżurny Policji", id="dyzurny", **days)


def test_old_and_new_police_numbers_overlap_for_half_a_year():
    """
    Landlines by area worked until 24 August 2020, those with 47 since 24 February 2020, and both in between.
    """
    old, new = datetime.date(2020, 8, 24), datetime.date(2020, 2, 24)

    assert contradiction(police("81 855 28 65", valid_until=old), []) is None
    assert contradiction(police("47 812 34 56", valid_from=new), []) is None
    assert contradiction(police("81 855 28 65"), []) is not None
    assert contradiction(police("81 855 28 65", valid_until=old + datetime.timedelta(1)), []) is not None
    assert contradiction(police("47 812 34 56", valid_from=new - datetime.timedelta(1)), []) is not None
