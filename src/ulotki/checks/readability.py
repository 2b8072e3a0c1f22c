"""All words of a leaflet together can be read by somebody who finished primary school (FOG index)."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from functools import lru_cache

from ulotki.checks import Check, CheckedPiece
from ulotki.checks._texts import texts
from ulotki.content.readability import fog, hard, sentences, syllables, words
from ulotki.errors import Finding, figure, say

MOST = 6.0
"""Highest FOG index that is printed: 1 to 6 is primary school."""

YOUNG = frozenset({"youth", "child"})
EASED = 1.0
"""Added to the limit for pieces for pupils alone: they read every day, and their words (konto, aplikacja) are long."""

EXAMPLES = 5
"""How many hard words the hint names."""


def limit(audiences: Collection[str]) -> float:
    """The highest FOG index for these audiences; the stricter one when none is named."""
    return MOST + (EASED if audiences and YOUNG.issuperset(audiences) else 0.0)


def find(piece: CheckedPiece) -> Iterator[Finding]:
    """A text that is too hard to read as a whole."""
    if piece.leaflet.lang != "pl":
        return
    most = limit(piece.leaflet.audiences)
    index, longest = _measured(tuple(passage.text for passage in texts(piece).message))
    if index > most:
        said = {"index": figure(index, ".1f"), "most": figure(most, "g")}
        what = say("the FOG index of all words is {index}, at most {most} is allowed", **said)
        hint = say("shorten sentences, or find easier words for: {words}", words=", ".join(longest))
        yield Finding("readability", what, hint, piece.at(""))


@lru_cache(maxsize=1_000)
def _measured(texts: tuple[str, ...]) -> tuple[float, tuple[str, ...]]:
    """(FOG index, its hard words, longest first)."""
    heavy = {word.lower() for text in texts for sentence in sentences(text) for word in words(sentence) if hard(word)}
    return fog(texts), tuple(sorted(heavy, key=lambda word: (-syllables(word), word))[:EXAMPLES])


CHECK = Check(
    "readability", say("A text that sounds like an office is put aside, and the warning with it."), find, words=True
)
