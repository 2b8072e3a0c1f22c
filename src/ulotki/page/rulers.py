"""Rulers and crosses to measure by with the eye."""

from __future__ import annotations

from collections.abc import Iterator

from ulotki.content.text import Run, Words
from ulotki.look.inks import BLACK
from ulotki.look.styles import Style
from ulotki.page import shapes
from ulotki.page.blocks import Text
from ulotki.page.items import Box, Item, Role, Stroke
from ulotki.page.setting import Setting
from ulotki.page.strokes import HAIRLINE
from ulotki.paper import IMPRINT, POINT

RULER = 20
"""Length of a ruler from the edge, mm."""

NUMBERED = 5
"""Distance between two numbers, mm. Zero is the edge of the paper, where nothing can be printed."""

TICK, LONG = 1.8, 4.4
"""Length of a mark, and of a mark with a number, mm."""

BESIDE = 1.4
"""Distance between a long mark and its number, mm."""

ARM, SCALE, RING = 25, 10, 12
"""Length of each arm of the cross and of its scale, and radius of the circle around the scale, mm.

No mark lies on the circle: two thin lines on one another are drawn a little darker by one program than by another.
"""

NUMBER = Style("Regular", 9.5, 11.5, IMPRINT)

RIM = HAIRLINE * POINT / 2


def ruler(at: float, edge: float, setting: Setting, *, upright: bool) -> Iterator[Item]:
    """A ruler from *edge* inwards: at x = *at* from the upper or lower edge, or at y = *at* from a side.

    Its numbers follow one another from left to right, as they are read.
    """
    inwards = 1 if edge == 0 else -1
    yield _line(at, edge, at, edge + inwards * RULER, upright=upright)
    for mm in range(1, RULER + 1)[::inwards]:
        along = edge + inwards * mm
        numbered = mm % NUMBERED == 0
        yield _line(at, along, at + (LONG if numbered else TICK), along, upright=upright)
        if numbered:
            yield from _number(mm, at + LONG + BESIDE, along, setting, upright=upright)


def _number(mm: int, across: float, along: float, setting: Setting, *, upright: bool) -> tuple[Item, ...]:
    """The number of a mark: beside it, or under it on a horizontal ruler."""
    text = Text(Words((Run(str(mm)),)), NUMBER, BLACK, Role("label"), align="left" if upright else "centre")
    height = text.height(NUMBERED, setting)
    x, y = (across, along - height / 2) if upright else (along - NUMBERED / 2, across)
    return text.place(Box(x, y, NUMBERED, height), setting)


def cross(x: float, y: float) -> Iterator[Item]:
    """The cross in the middle, a mark on each millimetre of it, and a circle around."""
    box = Box(x - RING, y - RING, 2 * RING, 2 * RING)
    yield Stroke(box.inset(-RIM, -RIM), shapes.disc(box), BLACK, HAIRLINE)
    for middle, other, upright in ((x, y, True), (y, x, False)):
        yield _line(middle, other - ARM, middle, other + ARM, upright=upright)
        for mm in (mm for mm in range(-SCALE, SCALE + 1) if mm):
            half = (LONG if mm % NUMBERED == 0 else TICK) / 2
            yield _line(middle - half, other + mm, middle + half, other + mm, upright=upright)


def _line(x1: float, y1: float, x2: float, y2: float, *, upright: bool) -> Stroke:
    """A hairline; with x and y exchanged when not *upright*."""
    if not upright:
        x1, y1, x2, y2 = y1, x1, y2, x2
    thin = Box(min(x1, x2), min(y1, y2), abs(x2 - x1), abs(y2 - y1))
    box = thin.inset(-RIM, 0) if x1 == x2 else thin.inset(0, -RIM)
    return Stroke(box, shapes.segment(x1, y1, x2, y2), BLACK, HAIRLINE)
