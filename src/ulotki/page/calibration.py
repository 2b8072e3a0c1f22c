"""A test sheet for a printer: how close to each edge it prints, and how far front and back are moved.

Rulers run from the edges inwards. The first mark that is printed shows how close the printer comes to that edge. The cross
in the middle has a scale: hold a two-sided print against the light and read how far the two sides are apart. An arrow
beside it points up: turned over like a page of a book, the sheet shows over which edge the printer has turned it.
"""

from __future__ import annotations

from collections.abc import Iterator

from ulotki.content.text import Run, Words
from ulotki.frozen import dataclass
from ulotki.look.faces import Family
from ulotki.look.inks import BLACK
from ulotki.look.paths import Path
from ulotki.look.styles import Style
from ulotki.page import shapes
from ulotki.page.blocks import Block, Gap, Stack, Text
from ulotki.page.items import Box, Fill, Item, Page, Role, Stroke
from ulotki.page.setting import Setting
from ulotki.page.strokes import HAIRLINE
from ulotki.paper import HAND, IMPRINT, POINT, Format

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

PLACES = (0.25, 0.75)
"""Where the rulers stand along an edge, as shares of its length. Two of them show a sheet that is fed askew."""

SIDE, DOWN = 40, 32
"""Distance of the words from the sides and from the upper edge, mm."""

ARROW = Box(46, 124, 24, 49)
"""Of the arrow to the left of the cross, mm; its label stands above it."""

TITLE = Style("ExtraBold", 20, 24, HAND)
BODY = Style("Regular", 14, 19, HAND)
NUMBER = Style("Regular", 9.5, 11.5, IMPRINT)


@dataclass(frozen=True, slots=True)
class Side:
    """The words of one side: above the cross, beside the arrow, and below the cross."""

    title: Words
    lines: tuple[Words, ...]
    label: Words
    below: tuple[Words, ...] = ()


def calibration(paper: Format, family: Family, side: Side) -> Page:
    """The sheet for one side of *paper*: rulers, a cross in the middle, an arrow beside it, and the words of *side*.

    Its margin is 0, because marks outside the printable area are meant to be lost. Raises Overflow when the words do not
    fit above or below the cross.
    """
    setting = Setting(family)
    width, height = paper.width - 2 * SIDE, paper.height / 2 - ARM - DOWN - 5
    above = Stack((Text(side.title, TITLE, BLACK, Role("heading", level=1)), *_spaced(side.lines)))
    items: list[Item] = [*above.place(Box(SIDE, DOWN, width, height), setting)]
    items += _arrow(side.label, setting)
    items += Stack(_spaced(side.below)).place(Box(SIDE, paper.height / 2 + ARM, width, height), setting)
    for share in PLACES:
        x, y = paper.width * share, paper.height * share
        for edge in (0.0, paper.height):
            items += _ruler(x, edge, setting, upright=True)
        for edge in (0.0, paper.width):
            items += _ruler(y, edge, setting, upright=False)
    return Page(paper.width, paper.height, 0.0, (*items, *_cross(paper.width / 2, paper.height / 2)))


def _spaced(lines: tuple[Words, ...]) -> tuple[Block, ...]:
    return tuple(block for line in lines for block in (Gap(5.5), Text(line, BODY, BLACK)))


def _arrow(label: Words, setting: Setting) -> Iterator[Item]:
    """The arrow that points up, and its label above the point."""
    box = ARROW
    middle, wing, stem = box.x + box.width / 2, box.y + box.width * 0.75, box.width / 4
    corners = (
        (middle, box.y),
        (box.right, wing),
        (middle + stem, wing),
        (middle + stem, box.bottom),
        (middle - stem, box.bottom),
        (middle - stem, wing),
        (box.x, wing),
    )
    yield Fill(box, Path([("ML"[place > 0], corner) for place, corner in enumerate(corners)] + [("Z", ())]), BLACK)
    text = Text(label, TITLE, BLACK, Role("label"), align="centre")
    height = text.height(2 * box.width, setting)
    yield from text.place(Box(middle - box.width, box.y - 3 - height, 2 * box.width, height), setting)


def _ruler(at: float, edge: float, setting: Setting, *, upright: bool) -> Iterator[Item]:
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
    if upright:
        return text.place(Box(across, along - height / 2, NUMBERED, height), setting)
    return text.place(Box(along - NUMBERED / 2, across, NUMBERED, height), setting)


def _cross(x: float, y: float) -> Iterator[Item]:
    """The cross in the middle, a mark on each millimetre of it, and a circle around."""
    box = Box(x - RING, y - RING, 2 * RING, 2 * RING)
    rim = HAIRLINE * POINT / 2
    yield Stroke(box.inset(-rim, -rim), shapes.disc(box), BLACK, HAIRLINE)
    for middle, other, upright in ((x, y, True), (y, x, False)):
        yield _line(middle, other - ARM, middle, other + ARM, upright=upright)
        for mm in (mm for mm in range(-SCALE, SCALE + 1) if mm):
            half = (LONG if mm % NUMBERED == 0 else TICK) / 2
            yield _line(middle - half, other + mm, middle + half, other + mm, upright=upright)


def _line(x1: float, y1: float, x2: float, y2: float, *, upright: bool) -> Stroke:
    """A hairline; with x and y exchanged when not *upright*."""
    if not upright:
        x1, y1, x2, y2 = y1, x1, y2, x2
    rim = HAIRLINE * POINT / 2
    low, high = min(x1, x2), min(y1, y2)
    thin = Box(low, high, abs(x2 - x1), abs(y2 - y1))
    box = thin.inset(-rim, 0) if x1 == x2 else thin.inset(0, -rim)
    return Stroke(box, shapes.segment(x1, y1, x2, y2), BLACK, HAIRLINE)
