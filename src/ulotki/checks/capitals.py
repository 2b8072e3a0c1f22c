"""Words are not set in capitals, which look like shouting."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from ulotki.checks import Check, CheckedPiece
from ulotki.checks._known_abbreviations import IN_FULL, KNOWN
from ulotki.checks._texts import texts
from ulotki.errors import Finding, say

MOST = 4
"""Most capitals in a word that is no known abbreviation: in capitals words lose their shape and are read letter by letter."""

LETTERS = re.compile(r"[^\W\d_]{5,}")


def find(piece: CheckedPiece) -> Iterator[Finding]:
    """Words in capitals, in our voice and in the swindler's, in every language of the program."""
    for passage in texts(piece).printed:
        for word in shouted(passage.text):
            hint = say("write {word}; size and weight make words loud on paper", word=word.lower())
            yield Finding("capitals", say('"{word}" is set in capitals', word=word), hint, passage.at)


@lru_cache(maxsize=10_000)
def shouted(text: str) -> tuple[str, ...]:
    """Words of *text* with more than MOST capitals, except known abbreviations such as PESEL."""
    return tuple(
        word
        for word in LETTERS.findall(text)
        if sum(map(str.isupper, word)) > MOST and word not in KNOWN and word not in IN_FULL
    )


CHECK = Check(
    "capitals",
    say("Capitals are read letter by letter and sound like the swindler: loud and in a hurry."),
    find,
    words=True,
)
