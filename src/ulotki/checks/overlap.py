"""No item overlaps words."""

from __future__ import annotations

from collections.abc import Iterator

from ulotki.checks import Check, LaidPages
from ulotki.errors import Finding, say
from ulotki.page.items import Box, Code, Fill, Line, Picture, Raster, Stroke, Trace, named
from ulotki.page.walking import walk

TOUCH = 0.05
"""How far boxes of letters may overlap, mm: an accent and a descender may pass each other."""


def find(piece: LaidPages) -> Iterator[Finding]:
    """Words that overlap other words or a pictogram, or that lie only partly on a panel."""
    for page in piece.pages:
        items = [(item, item.box) for item, _ in walk(page.items)]
        edges = [(box.x + TOUCH, box.y + TOUCH, box.right - TOUCH, box.bottom - TOUCH) for _, box in items]
        for index, (line, box) in enumerate(items):
            if not isinstance(line, Line):
                continue
            x, y, end, low = box.x, box.y, box.right, box.bottom
            near = [
                at
                for at, (left, top, right, bottom) in enumerate(edges)
                if left < end and right > x and top < low and bottom > y
            ]
            for place in near:
                other, around = items[place]
                seen = place <= index and isinstance(other, Line)
                if not seen and box.meets(around, TOUCH) and _spoils(other, around, box, place > index):
                    what = say('"{value}" overlaps {what}', value=line.text.strip(), what=named(other))
                    hint = say("shorten the words, or take another template")
                    yield Finding("overlap", what, hint, piece.at(line.field))


def _spoils(other: Trace, around: Box, words: Box, later: bool) -> bool:
    """Whether *other*, which overlaps *words*, makes them hard to read."""
    match other:
        case Line():
            return True
        case Fill():
            return later or not around.holds(words, TOUCH)
        case Stroke():
            return not any(letter == "Z" for letter, _ in other.path) or not around.holds(words, TOUCH)
        case Picture() | Raster() | Code():
            return True


CHECK = Check("overlap", say("Words printed over words are read as other words."), find, sheets=True, paper=find)
