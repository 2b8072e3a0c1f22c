"""Nobody is shouted at in capitals."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from ulotki.checks import Check, CheckedPiece
from ulotki.checks._texts import texts
from ulotki.checks.abbreviations import IN_FULL, KNOWN
from ulotki.errors import Finding, say

MOST = 4
"""Capitals in a word that is no abbreviation of the list: words lose their shape in capitals, and readers spell them."""

LETTERS = re.compile(r"[^\W\d_]{5,}")


def find(piece: CheckedPiece) -> Iterator[Finding]:
    """Words in capitals, in our voice and in the swindler's, in every language."""
    for said in texts(piece).printed:
        for word in shouted(said.text):
            yield Finding(
                "capitals",
                say('"{word}" is set in capitals', word=word),
                say("write {word}; size and weight make words loud on paper", word=word.lower()),
                said.at,
            )


@lru_cache(maxsize=10_000)
def shouted(text: str) -> tuple[str, ...]:
    """Words of *text* with more than MOST capitals, PESEL and its like apart."""
    return tuple(
        word
        for word in LETTERS.findall(text)
        if sum(map(str.isupper, word)) > MOST and word not in KNOWN and word not in IN_FULL
    )


CHECK = Check(
    "capitals", say("Capitals are read letter by letter and sound like the swindler: loud and in a hurry."), find
)
