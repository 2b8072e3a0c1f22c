"""Letters have enough contrast with their background."""

from __future__ import annotations

from collections.abc import Iterator

from ulotki.checks import Check, LaidPages
from ulotki.errors import Finding, figure, say
from ulotki.look.inks import WHITE, contrast
from ulotki.page.items import Fill, Line
from ulotki.page.walking import walk

LEAST = 7.0
"""Smallest contrast ratio of all words (WCAG 2.2, 1.4.6)."""

LEAST_BODY = 12.0
"""Smallest contrast ratio of words smaller than BODY."""

BODY = 18.0
"""Smaller words count as body type, pt."""


def find(piece: LaidPages) -> Iterator[Finding]:
    """Lines with too little contrast to their background, which is the last fill painted under them."""
    for page in piece.pages:
        fills: list[Fill] = []
        for item, _ in walk(page.items):
            if isinstance(item, Fill):
                fills.append(item)
            elif isinstance(item, Line) and item.text.strip():
                box = item.box
                ground = next((fill.ink for fill in reversed(fills) if fill.box.meets(box)), WHITE)
                least = LEAST_BODY if item.size < BODY else LEAST
                ratio = contrast(item.ink, ground)
                if ratio < least:
                    said = {"value": item.text.strip(), "ratio": figure(ratio, ".1f"), "least": figure(least, "g")}
                    what = say('"{value}" has a contrast of {ratio} : 1 and needs {least} : 1', **said)
                    yield Finding("contrast", what, say("take other inks in the palette"), piece.at(item.field))


CHECK = Check(
    "contrast",
    say("Pale letters cannot be read in a dim hallway, or when the toner is nearly empty."),
    find,
    paper=find,
)
