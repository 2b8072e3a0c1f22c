"""A test sheet for a printer: how close to each edge it prints, and how far front and back are moved.

Rulers run from the edges inwards. The first mark that is printed shows how close the printer comes to that edge. The cross
in the middle has a scale: hold a two-sided print against the light and read how far the two sides are apart. An arrow
beside it points up: turned over like a page of a book, the sheet shows over which edge the printer has turned it.
"""

from __future__ import annotations

from collections.abc import Iterator

from ulotki.content.text import Words
from ulotki.frozen import dataclass
from ulotki.look.faces import Family
from ulotki.look.inks import BLACK
from ulotki.look.paths import Path
from ulotki.look.styles import Style
from ulotki.page.blocks import Block, Gap, Stack, Text
from ulotki.page.items import Box, Fill, Item, Page, Role
from ulotki.page.rulers import ARM, cross, ruler
from ulotki.page.setting import Setting
from ulotki.paper import HAND, Format

PLACES = (0.25, 0.75)
"""Where the rulers stand along an edge, as shares of its length. Two of them show a sheet that is fed askew."""

SIDE, DOWN = 40, 32
"""Distance of the words from the sides and from the upper edge, mm."""

ARROW = Box(46, 124, 24, 49)
"""The box of the arrow to the left of the cross, mm; its label stands above it."""

TITLE = Style("ExtraBold", 20, 24, HAND)
BODY = Style("Regular", 14, 19, HAND)


@dataclass(frozen=True, slots=True)
class SideWords:
    """The words of one side: above the cross, beside the arrow, and below the cross."""

    title: Words
    lines: tuple[Words, ...]
    label: Words
    below: tuple[Words, ...] = ()


def calibration(paper: Format, family: Family, side: SideWords) -> Page:
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
        for edge in (0.0, paper.height):
            items += ruler(paper.width * share, edge, setting, upright=True)
        for edge in (0.0, paper.width):
            items += ruler(paper.height * share, edge, setting, upright=False)
    return Page(paper.width, paper.height, 0.0, (*items, *cross(paper.width / 2, paper.height / 2)))


def _spaced(lines: tuple[Words, ...]) -> tuple[Block, ...]:
    return tuple(block for line in lines for block in (Gap(5.5), Text(line, BODY, BLACK)))


def _arrow(label: Words, setting: Setting) -> Iterator[Item]:
    box, middle, wing = ARROW, ARROW.x + ARROW.width / 2, ARROW.y + ARROW.width * 0.75
    half = [(box.width / 2, wing), (box.width / 4, wing), (box.width / 4, box.bottom)]
    corners = [(middle, box.y), *((middle + x, y) for x, y in half), *((middle - x, y) for x, y in half[::-1])]
    yield Fill(box, Path([("ML"[place > 0], corner) for place, corner in enumerate(corners)] + [("Z", ())]), BLACK)
    text = Text(label, TITLE, BLACK, Role("label"), align="centre")
    height = text.height(2 * box.width, setting)
    yield from text.place(Box(middle - box.width, box.y - 3 - height, 2 * box.width, height), setting)
