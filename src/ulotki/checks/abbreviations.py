"""Only abbreviations that readers know from cards, letters and telephones are used; all others are written out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from ulotki.checks import Check, CheckedPiece
from ulotki.checks._known_abbreviations import IN_FULL, KNOWN
from ulotki.checks._texts import texts
from ulotki.content.readability import MEASURES, SHORTENED, words
from ulotki.errors import Finding, Say, say

STOPPED = frozenset("al asp godz insp kom ks mł p pl podkom r sierż st św tel ul".split())
UNSTOPPED = frozenset({"dr", "nr", *MEASURES} - {"mln", "mld"})
"""Short forms that readers know from addresses, ranks and prices, with and without a full stop."""

CAPITALS = re.compile(r"[^\W\d_]{2,}")
ROMAN = re.compile(r"[IVX]+")
CUT = re.compile(r"(?<![\w.])[^\W\d_]{1,5}\.(?= [a-ząćęłńóśźż])|\b[bcćdfghjklłmnńprsśtwzźż]{2,}\b")
"""A shortened word: a full stop before a small letter, or small letters without a vowel."""


def find(piece: CheckedPiece) -> Iterator[Finding]:
    """Abbreviations that a reader may not know."""
    if piece.leaflet.lang != "pl":
        return
    for passage in texts(piece).printed:
        for short, hint in unknown(passage.text):
            what = say('"{short}" is an abbreviation that not every reader knows', short=short)
            yield Finding("abbreviations", what, hint, passage.at, grave=False)


@lru_cache(maxsize=10_000)
def unknown(text: str) -> tuple[tuple[str, Say], ...]:
    """(abbreviation, what to write) for each in *text* that is not in the lists."""
    found: dict[str, Say] = {}
    for word in CAPITALS.findall(text):
        capitals = sum(map(str.isupper, word))
        if word in IN_FULL:
            found[word] = say("write: {words}", words=IN_FULL[word])
        elif 1 < capitals <= 4 and capitals == len(word) and word not in KNOWN and not ROMAN.fullmatch(word):
            found[word] = say("write it out, or in small letters if it is a word")
    stopped = (word for word in words(text) if word.endswith("."))
    for word in (*stopped, *CUT.findall(text)):
        short = word.lower().rstrip(".")
        if short in SHORTENED and short not in STOPPED | UNSTOPPED:
            found[word] = say("write: {words}", words=SHORTENED[short])
        elif short not in STOPPED | UNSTOPPED:
            found[word] = say("write it out")
    return tuple(found.items())


CHECK = Check(
    "abbreviations", say("Readers who must guess what letters stand for stop before the advice."), find, words=True
)
