"""A text as its reader sees it: characters that look like others become those, and invisible ones are gone.

Whoever hides a number or a host in a text writes it with circled, fullwidth or Arabic digits, with Cyrillic letters, with
marks on them, or with characters of no width between them. All rules about numbers and hosts look at `seen`.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from ulotki.content.seen_text import SeenText

VALUE = "\ue000"
"""Stands for a number of the register while the words around it are checked."""

WORDS = "\ue003"
"""Stands for any other value, and for words that are filled in."""

TWINS = dict(
    zip(
        "АВЕЅІЈКМНОРСТУХавеѕіјкмнорстухԁһԛԝӏΑΒΕΖΗΙΚΜΝΟΡΤΥΧοıℓ",
        "ABESIJKMHOPCTYXabesijkmhopctyxdhqwlABEZHIKMNOPTYXoil",
        strict=True,
    )
)
"""Cyrillic and Greek letters, and others, that look like Latin ones."""


@lru_cache(maxsize=20_000)
def seen(text: str) -> SeenText:
    """*text* as it is seen: digits of any kind are 0 to 9, blanks of any kind are blanks."""
    signs = [char if char.isascii() else _sign(char) for char in text]
    origin = (place for place, shown in enumerate(signs) for _ in shown)
    return SeenText(text, "".join(signs), (*origin, len(text)))


def flat(text: str) -> str:
    """*text* as it is seen: for patterns that are compared with such texts."""
    return seen(text).text


@lru_cache(maxsize=4_000)
def _sign(char: str) -> str:
    """What is seen of a character beyond ASCII, "" for nothing."""
    category = unicodedata.category(char)
    if char in (VALUE, WORDS):
        return char
    number = unicodedata.numeric(char, None)
    if number is not None and number == int(number) and 0 <= number < 1000:
        return str(int(number))
    if category[0] in "MC":
        return ""
    if category[0] == "Z":
        return "\n" if category in ("Zl", "Zp") else " "
    flat = unicodedata.normalize("NFKC", char)
    return "".join(TWINS.get(sign, sign) for sign in flat if unicodedata.category(sign)[0] != "M")
