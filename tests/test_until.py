"""How long a piece hangs: no longer than it was ordered for, than any value on it holds, than its meeting."""

from __future__ import annotations

import datetime
from dataclasses import replace

import pytest

from ulotki import press
from ulotki.content.order import Meeting
from ulotki.content.register import Register
from ulotki.content.state import Confirmed
from ulotki.content.telling import Occasion
from ulotki.content.text import Prose
from ulotki.errors import Where
from ulotki.look import PALETTES
from ulotki.templates import templates

DAY = datetime.date(2024, 8, 1)
CAMPAIGN = datetime.date(2024, 12, 31)
NUMBER = "47 812 00 00"


@pytest.fixture
def made(library):
    """made("poster", until, ends=…): a proof with a confirmed number of the dzielnicowy that ends on that day."""

    def make(template, until, ends=None, meeting=None):
        own = library.register.find("number", "dzielnicowy")
        source = "https://lubartow.policja.gov.pl/x"
        confirmed = Confirmed(value=NUMBER, by="Anna Nowak", on=datetime.date(2024, 7, 16))
        good = replace(
            own,
            value=NUMBER,
            source=source,
            checked=datetime.date(2024, 7, 15),
            set_by="asp. Jan Kowalski",
            confirmed=confirmed,
            valid_until=ends,
        )
        told = replace(library, register=Register({**library.register.values, good.ref: good}))
        chosen = templates()[template]
        scam = told.scam("na-wnuczka")
        return press.proof(
            told, scam, chosen, chosen.formats[0], PALETTES["mono"], Occasion(DAY, until, meeting=meeting)
        )

    return make


@pytest.mark.parametrize(
    ("expected", "until", "ends"),
    [
        (CAMPAIGN, CAMPAIGN, None),
        (CAMPAIGN, CAMPAIGN, CAMPAIGN),
        (CAMPAIGN, CAMPAIGN, datetime.date(2025, 1, 1)),
        (datetime.date(2024, 12, 30), CAMPAIGN, datetime.date(2024, 12, 30)),
        (datetime.date(2024, 8, 1), CAMPAIGN, DAY),
        (datetime.date(2024, 10, 1), None, datetime.date(2024, 10, 1)),
        (None, None, None),
    ],
)
def test_no_longer_than_what_stands_on_it(made, expected, until, ends):
    """
    The earlier of the two days; without either none is said.
    """
    assert expected == made("poster", until, ends).until


def test_the_day_is_printed(made):
    """
    Who reads the poster sees until when it may hang, and not the day that was ordered.
    """
    text = " ".join(
        word.text for page in made("poster", CAMPAIGN, datetime.date(2024, 10, 1)).pages for word in lines(page)
    )

    assert "1 października 2024" in text.replace("\xa0", " ")
    assert "31 grudnia" not in text.replace("\xa0", " ")


def lines(page):
    from ulotki.page.items import Line
    from ulotki.page.walking import walk

    return [item for item, _ in walk(page.items) if isinstance(item, Line)]


def test_a_value_that_is_not_printed_ends_nothing(made):
    """
    A sticker does not carry the number, so it hangs on.
    """
    assert made("sticker", CAMPAIGN, datetime.date(2024, 10, 1)).until == CAMPAIGN


@pytest.mark.parametrize(
    ("expected", "until"), [(datetime.date(2024, 9, 12), CAMPAIGN), (datetime.date(2024, 9, 12), None), (DAY, DAY)]
)
def test_no_longer_than_the_meeting(made, expected, until):
    """
    An invitation hangs until its meeting, or until it was ordered to come down.
    """
    meeting = Meeting(day=datetime.date(2024, 9, 12), hour="17.00", where=Prose("świetlica", Where()))

    assert expected == made("meeting", until, meeting=meeting).until
