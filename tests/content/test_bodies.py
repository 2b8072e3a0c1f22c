"""What a second person may have read a value in."""

from __future__ import annotations

import datetime

import pytest

from ulotki.content.bodies import bodies, source_fault

TODAY = datetime.date(2026, 11, 28)
BANK = "https://bs.example.pl/kontakt"


def fault(source, kind="number", id="dzielnicowy", first="https://policja.pl", own=("serniki.eurzad.eu",)):
    return source_fault(kind, id, source, first=first, own=own, today=TODAY)


@pytest.mark.parametrize(
    "source",
    [
        "https://policja.pl",
        "https://lubartow.policja.gov.pl/kontakt?x=1",
        "https://www.gov.pl/web/gov",
        "https://gov.pl",
        "https://bip.mswia.gov.pl/a",
        "https://cert.pl/kontakt",
        "https://serniki.eurzad.eu/pomoc",
    ],
)
def test_a_page_of_a_public_body_is_a_source(source):
    """
    Those of the program's list, those below gov.pl and the Police, and those that the workspace names.
    """
    assert fault(source) is None


@pytest.mark.parametrize(
    "source",
    [
        "http://policja.pl",
        "policja.pl",
        "https://evil.pl",
        "https://policja.pl.evil.com",
        "https://evilgov.pl",
        "https://evil.pl/https://policja.pl",
        "https://policja.pl@evil.pl",
        "https://evil.pl\\@policja.pl",
        "https://policja.pl:8080@evil.pl/",
        "https://xn--policj-9za.gov.pl",
        "https://POLICJA.PL.evil",
        "https:///policja.pl",
        "https://www.serniki.eurzad.eu",
        "od kolegi",
        "pismo z dnia 12.05.2026",
        "",
    ],
)
def test_anything_else_is_none(source):
    """
    The whole host counts, and nothing before or behind it; a letter says no number.
    """
    assert fault(source) is not None


def test_a_bank_says_its_own_number():
    """
    On its own page, the same for both people.
    """
    assert fault(BANK, id="bank", first="https://bs.example.pl/") is None
    assert fault(BANK, id="bank", first="https://other.pl") is not None
    assert fault("https://policja.pl", id="bank", first="https://bs.example.pl/") is not None


@pytest.mark.parametrize(
    ("good", "source"),
    [
        (True, "pismo z dnia 12.05.2026"),
        (True, "Pismo z dnia 12 maja 2026 r."),
        (True, "pismo z dnia 28.11.2026"),
        (False, "pismo z dnia 29.11.2026"),
        (False, "pismo z dnia 31.02.2026"),
        (False, "pismo z dnia wczoraj"),
        (False, "pismo"),
    ],
)
def test_a_name_may_stand_in_a_letter(good, source):
    """
    With its day, which has come.
    """
    assert good == (fault(source, kind="name") is None)


def test_the_list_is_of_hosts_alone():
    """
    In small letters, without a scheme.
    """
    hosts, domains = bodies()

    assert all(host == host.lower() and "/" not in host for host in hosts)
    assert ".gov.pl" in domains
