"""Finds what a hand could dial in a text, however it is written: with other characters, in words, in pieces, after a unit.

Digits that nobody dials are taken out first: hours, dates, amounts, paragraphs of laws, house numbers, post codes. What
is left must not be three digits or more in a row. `tests/content/disguises.txt` and `plain.txt` hold this rule in both
directions.
"""

from __future__ import annotations

import re
from functools import lru_cache

from ulotki.content.digits import LONG, count_digits, is_dialable
from ulotki.content.harmless import AMOUNT, ELSE, NUMBER, UNITS, harmless
from ulotki.content.look_alikes import look_alikes
from ulotki.content.regex import regex
from ulotki.content.seen import VALUE, WORDS, seen
from ulotki.content.spoken import AND, spoken

LEAST = 3
"""Digits in a row that can be dialled."""

AS_DIGITS = 2
"""A value counts as so many digits: one more beside it makes another number."""


@lru_cache(maxsize=20_000)
def dialable(text: str) -> str | None:
    """The first part of *text* that could be dialled, None when there is none. Values stand in it as VALUE."""
    whole = spoken(look_alikes(seen(text)))
    if count_digits(whole.text) + AS_DIGITS * whole.text.count(VALUE) < LEAST:
        return None
    if found := next((found for found in CHAIN.finditer(whole.text) if count_digits(found[0]) > CHAINED), None):
        return whole.excerpt(*found.span())
    left = harmless(whole)
    for pattern in (TIGHT, BESIDE):
        if match := pattern.search(left.text):
            return left.excerpt(*match.span())
    for match in LOOSE.finditer(left.text):
        digits = re.sub(r"[^0-9]", "", match[0])
        if len(digits) >= LONG or is_dialable(digits):
            return left.excerpt(*match.span())
    return None


GAP = rf"[^\w\n,;!?{VALUE}{WORDS}{AMOUNT}{ELSE}]|_"
TIGHT = regex(rf"\+?[0-9](?:(?:(?:{GAP}){{0,8}}|,)[0-9]){{2,}}")
"""Three digits or more with nothing but blanks and punctuation between them."""

LOOSE = regex(
    rf"[0-9](?:(?:[^\w{VALUE}{WORDS}{AMOUNT}{ELSE}]|_){{0,8}}(?:\s{AND})*(?:[^\w{VALUE}{WORDS}{AMOUNT}{ELSE}]|_){{0,8}}[0-9]){{2,}}"
)
"""Digits with commas, line ends or small words between them: a number when they are one as they stand, or many."""

BESIDE = regex(
    rf"{VALUE}[\s\-–—/()+*.,:;]{{0,4}}[0-9]|{VALUE}[\s\-–—/()+*]{{1,4}}[{AMOUNT}]|[0-9][\s\-–—/()+*]{{1,4}}{VALUE}|"
    rf"{VALUE}[\s\-–—/()+*]{{1,4}}{VALUE}|{AMOUNT}{{2,}}[ ]*[0-9]|{AMOUNT}[ ]*[0-9]{{2}}"
)
"""Digits beside a value, two values side by side, digits behind an amount: they make another number of it."""

CHAIN = regex(rf"(?:{NUMBER}\s?(?:{UNITS})\s?){{2,}}(?:[0-9]+)?", re.IGNORECASE)
"""Amounts side by side."""

CHAINED = 7
"""Most digits of amounts that stand side by side."""
