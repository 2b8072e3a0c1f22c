"""Compares two signatures: are they of the same person, as far as names tell?"""

from __future__ import annotations

import re

from ulotki.content.text import composed

RANK = re.compile(
    r"(?:mł|st|asp|aspirant|sierż|sierżant|sztab|sztabowy|sztabowa|post|posterunkowy|posterunkowa|podkom|kom|nadkom|"
    r"podinsp|insp|nadinsp|komisarz|podkomisarz|nadkomisarz|inspektor|podinspektor|nadinspektor|młodszy|młodsza|starszy|"
    r"starsza|dzielnicowy|dzielnicowa|pan|pani|mgr|dr)"
)
"""Ranks and titles, which are not part of a name."""


def same_person(one: str, other: str) -> bool:
    """Whether two signatures may be of the same person, whatever the order of names, letter case, rank or initials.

    "asp. Jan Kowalski" may be "Kowalski Jan", "J. Kowalski" and "Kowalski". Two people with the same name count as one.
    """
    short, long = sorted((_words(one), _words(other)), key=len)
    if sorted(short) == sorted(long) or "".join(short) == "".join(long):
        return True
    left = list(long)
    for word in sorted(short, key=len, reverse=True):
        meant = next((name for name in left if name == word), None) or next(
            (name for name in left if len(min(word, name, key=len)) == 1 and word[0] == name[0]), None
        )
        if meant is None:
            return False
        left.remove(meant)
    return any(len(word) > 1 and word in long for word in short)


def _words(name: str) -> list[str]:
    words = re.findall(r"[^\W_]+", composed(name).casefold())
    return [word for word in words if not RANK.fullmatch(word)] or words
