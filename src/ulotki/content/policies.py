"""What texts may carry, by what they are for; `field_policies` says it of each field."""

from __future__ import annotations

import re
from collections.abc import Callable

from ulotki.content.people import MAILBOX, no_mailbox
from ulotki.content.regex import regex
from ulotki.content.signs import ANY, GLYPHS
from ulotki.errors import Complaint, say
from ulotki.frozen import dataclass


@dataclass(frozen=True, slots=True)
class Policy:
    """What a text may carry. longest: characters.  marks: our marks and placeholders.  numbers, hosts: written out.

    signs: those that may stand in it, None for any visible one.  form: how all of it looks, and what is said of another text.
    """

    longest: int
    marks: bool = False
    numbers: bool = False
    hosts: bool = False
    signs: frozenset[str] | None = GLYPHS["plain"]
    form: tuple[re.Pattern[str], Callable[[str], Complaint]] | None = None


PROSE = Policy(2_000, marks=True, signs=ANY)
"""Words for paper, with marks and values."""

PLAIN = Policy(200)
"""Words for paper and lists, printed as they stand."""

NOTED = Policy(1_000)
"""What people say when something is written down: who took a bundle, which group met, a note."""

CAPTION = Policy(200, signs=ANY)
"""What an address is for, in any language of the program, printed as it stands."""


def _no_phone(text: str) -> Complaint:
    return (say('"{value}" is not a telephone number', value=text), say("write digits and blanks, as in 81 855 20 36"))


ONE_PHONE = r"\+?[0-9(][0-9 ()/\-–]*(?:(?:wew|w)\.? ?[0-9]+)?"

PHONE = Policy(60, numbers=True, form=(regex(rf"{ONE_PHONE}(?: ?(?:[,;]|lub|albo|i) ?{ONE_PHONE})?"), _no_phone))
"""The telephone of a person, or two, printed for those who carry the sheets."""

MAIL = Policy(200, numbers=True, hosts=True, form=(MAILBOX, no_mailbox))
"""The e-mail address of a person or of the unit, for letters and drafts."""

PART = r"(?:[A-ZĄĆĘŁŃÓŚŹŻ]{1,6}[a-z]{0,2}|[0-9]{1,10})"
CASE = regex(
    r"…|(?!.*(?<![0-9])(?:[0-9]{9}|[0-9]{3}(?:[./ -][0-9]{3}){2}|[0-9]{2}[./ -][0-9]{3}(?:[./ -][0-9]{2}){2})(?![0-9]))(?=.*[0-9])"
    rf"(?:[Ll]\. ?dz\. ?)?{PART}(?: ?[./-]{PART}| {PART}){{1,9}}"
)
"""Capitals and digits in parts, and no nine digits as those of a telephone; or "…", as in the starter."""


def _no_case(text: str) -> Complaint:
    return say('"{value}" is not a file number', value=text), say("write it as {example}", example="PG-0511/12/2026")


FILE = Policy(60, numbers=True, hosts=True, form=(CASE, _no_case))
"""The file number of a letter, in the forms that offices have."""

ANYTHING = Policy(500, numbers=True, hosts=True, signs=None)
"""Words that never reach a board: of sources, of a job ticket."""

VALUED = Policy(200, numbers=True, hosts=True, signs=None)
"""A value of the register: its own kind judges it."""

LINK = Policy(2_000, numbers=True, hosts=True, signs=None)
"""Where something was read."""

KEY = Policy(100, numbers=True, hosts=True, signs=None)
"""An id, a code, an hour: compared with what there is."""
