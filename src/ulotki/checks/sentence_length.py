"""Sentences are short enough to be remembered during a telephone call."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from ulotki.checks import Check, CheckedPiece
from ulotki.checks._texts import IMPRINT, texts
from ulotki.content.readability import sentences, syllables, words
from ulotki.errors import Finding, figure, say

MOST = 12
"""Most words in a sentence. „w” and „z” have no syllable and are said with the next word, so they are not counted."""

MEAN = 7.0
"""Highest average of words in a sentence, over the whole leaflet, headings and single words included."""


def find(piece: CheckedPiece) -> Iterator[Finding]:
    """Sentences that are too long, and a leaflet whose sentences are too long on average."""
    if piece.leaflet.lang != "pl":
        return
    for passage in texts(piece).printed:
        for sentence, count in _counted(passage.text):
            if count > MOST and passage.field not in IMPRINT:
                said = {"count": count, "most": MOST, "value": sentence}
                what = say('a sentence has {count} words, at most {most} are allowed: "{value}"', **said)
                yield Finding("sentence_length", what, say("make two sentences of it"), passage.at)
    counts = [count for passage in texts(piece).message for _, count in _counted(passage.text)]
    mean = sum(counts) / max(1, len(counts))
    if mean > MEAN:
        said = {"count": figure(mean, ".1f"), "most": figure(MEAN, "g")}
        what = say("sentences have {count} words on average, at most {most} are allowed", **said)
        yield Finding("sentence_length", what, say("say less in a sentence"), piece.at(""), grave=False)


@lru_cache(maxsize=10_000)
def _counted(text: str) -> tuple[tuple[str, int], ...]:
    """(sentence, number of its words that have a syllable) for each sentence of *text*."""
    return tuple((each, sum(1 for word in words(each) if syllables(word))) for each in sentences(text))


CHECK = Check(
    "sentence_length",
    say("A frightened reader has forgotten the start of a long sentence before it ends."),
    find,
    words=True,
)
