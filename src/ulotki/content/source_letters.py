"""Letters as sources: a name or hours may be read in one, whose day has come."""

from __future__ import annotations

import datetime
import re
from contextlib import suppress

from ulotki.content.regex import regex
from ulotki.content.typography import HOME, LANGUAGES
from ulotki.errors import Complaint, say

LETTER = regex(r"pismo z dnia (.+)", re.IGNORECASE)
NUMERIC = regex(r"([0-9]{1,2})\.([0-9]{1,2})\.([0-9]{4})(?: r\.)?")
IN_WORDS = regex(r"([0-9]{1,2}) (\w+) ([0-9]{4})(?: r\.?)?")


def letter_fault(kind: str, source: str, today: datetime.date) -> Complaint | None:
    """(what, hint) when a first person cannot have read a value in the letter *source*; None for a page."""
    letter = LETTER.fullmatch(source)
    if letter is None:
        return None
    if kind == "name":
        return letter_day_fault(source, letter[1], today)
    what = say("only a name or hours are read in a letter")
    return what, say("copy the address of the page where you read the value")


def letter_day_fault(source: str, day: str, today: datetime.date) -> Complaint | None:
    """(what, hint) when *day*, of the letter *source*, is no day or has not come *today*, else None."""
    written = _day(day)
    if written is None:
        return say('"{value}" names no day', value=source), say("write it as pismo z dnia 12.05.2026")
    if written > today:
        return say("{day} has not come yet", day=written), say("write the day of the letter")
    return None


def _day(text: str) -> datetime.date | None:
    """The day in *text*, as in 12.05.2026 or in words."""
    text = text.strip()
    with suppress(ValueError):
        if match := NUMERIC.fullmatch(text):
            return datetime.date(int(match[3]), int(match[2]), int(match[1]))
        if match := IN_WORDS.fullmatch(text):
            month = LANGUAGES[HOME].months.index(match[2].casefold()) + 1
            return datetime.date(int(match[3]), month, int(match[1]))
    return None
