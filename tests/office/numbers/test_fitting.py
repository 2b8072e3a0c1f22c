"""Whether a value has room: told when it is set, for each way in which it is ordered."""

from __future__ import annotations

import datetime

import pytest

from ulotki.office.numbers.change import SetRequest, set_value
from ulotki.workspace import Workspace

DAY = datetime.date(2026, 11, 1)

CAMPAIGN = """
title = "Próba"
day = 2024-08-01
until = 2024-12-31

[[order]]
scams = ["blik", "na-wnuczka"]
template = "poster"
format = "A4"
places = ["bank"]
copies = 1

[[order]]
scams = ["blik"]
template = "glossary"
format = "A4"
places = ["bank"]
copies = 1
"""


@pytest.fixture
def ordered(tmp_path) -> Workspace:
    """A workspace with one campaign, which is over: two posters and a glossary."""
    files = {
        "ulotki.toml": 'issuer = "dzielnicowy gminy Serniki"\n',
        "numbers.toml": '[number.dzielnicowy]\nvalue = ""\nlabel = "dzielnicowy"\n',
        "places.toml": '[place.bank]\nname = "Bank"\nkind = "bank"\n',
        "campaigns/x.toml": CAMPAIGN,
    }
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, "utf-8")
    return Workspace.at(tmp_path)


def setting(workspace, value):
    return set_value(
        workspace, SetRequest(id="dzielnicowy", value=value, source="https://policja.pl/x", who="Jan Kowalski"), DAY
    )


def test_what_has_no_room_is_told_at_once(ordered):
    """
    Template, format and palette are named once, however many pieces there are; the number is set all the same.
    """
    outcome = setting(ordered, "+48 47 811 20 00 wew. 12345")
    told = [str(finding.what).partition(" has no room for number:dzielnicowy: ")[0] for finding in outcome.findings]

    assert ["poster A4 colour", "glossary A4 colour"] == told
    assert [False, False] == [finding.grave for finding in outcome.findings]
    assert (0, True) == (outcome.code, outcome.value.changed)


def test_what_has_room_is_not_told(ordered):
    """
    An ordinary number fits everywhere.
    """
    assert () == setting(ordered, "47 811 20 00").findings


def test_what_fails_anyway_is_not_blamed_on_the_value(ordered):
    """
    A piece that cannot be printed without the value either says nothing of it.
    """
    file = ordered.folder / "ulotki.toml"
    file.write_text('issuer = "' + "dzielnicowy gminy Serniki i okolic " * 40 + '"\n', "utf-8")

    assert () == setting(ordered, "47 811 20 00").findings
