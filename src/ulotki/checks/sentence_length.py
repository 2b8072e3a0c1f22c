"""Sentences are short enough to be held in mind while a voice on the telephone goes on talking."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from ulotki.checks import Check, CheckedPiece
from ulotki.checks._texts import IMPRINT, texts
from ulotki.content.reading import sentences, syllables, words
from ulotki.errors import Finding, say

MOST = 12
"""Words in a sentence. „w” and „z” have no syllable and are said with the next word, so they are not counted here."""

MEAN = 7.0
"""Words in a sentence of the whole leaflet, headings and single words among them."""


def find(piece: CheckedPiece) -> Iterator[Finding]:
    """Sentences that are too long, and a leaflet in which most are long."""
    if piece.leaflet.lang != "pl":
        return
    for said in texts(piece).printed:
        for sentence, count in _counted(said.text):
            if count > MOST and said.field not in IMPRINT:
                yield Finding(
                    "sentence_length",
                    say('{count} words, and {most} are the most: "{value}"', count=count, most=MOST, value=sentence),
                    say("make two sentences of it"),
                    said.at,
                )
    counts = [count for said in texts(piece).message for _, count in _counted(said.text)]
    mean = sum(counts) / max(1, len(counts))
    if mean > MEAN:
        yield Finding(
            "sentence_length",
            say(
                "a sentence has {count} words on average, and {most} are the most",
                count=f"{mean:.1f}",
                most=f"{MEAN:g}",
            ),
            say("say less in a sentence"),
            piece.at(""),
            grave=False,
        )


@lru_cache(maxsize=10_000)
def _counted(text: str) -> tuple[tuple[str, int], ...]:
    """Each sentence of *text* with its words that have a syllable."""
    return tuple((each, sum(1 for word in words(each) if syllables(word))) for each in sentences(text))


CHECK = Check(
    "sentence_length", say("Who is frightened has lost the start of a long sentence when its end comes."), find
)
