"""Blocks on a surface: panels, speech bubbles, discs, badges."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import accumulate

from ulotki.content.text import Words
from ulotki.frozen import dataclass
from ulotki.look.icons import Icon, Path
from ulotki.look.inks import BLACK, Surface
from ulotki.look.styles import Style
from ulotki.page import shapes
from ulotki.page.blocks.core import Block
from ulotki.page.blocks.marks import Pictogram
from ulotki.page.blocks.words import Text, spills, too_high
from ulotki.page.items import Box, Fill, Group, Item, Role, Stroke
from ulotki.page.setting import Setting
from ulotki.paper import POINT, added


@dataclass(frozen=True, slots=True)
class Panel(Block):
    """A block on a rounded surface. tail: mm of a speech bubble's tail below, part of the height; start: its position.

    rim: mm that the block, in the middle of the surface, keeps from its upper and lower edge at least.
    """

    block: Block
    surface: Surface
    radius: float
    tail: float = 0.0
    start: float = 0.0
    stretch: float = 0.0
    rim: float = 0.0

    def height(self, width: float, setting: Setting) -> float:
        return setting.height(self.block, width) + self.tail + 2 * self.rim

    def place(self, box: Box, setting: Setting) -> tuple[Item, ...]:
        body = replace(box, height=box.height - self.tail)
        return (*dress(body, self.surface, self.radius, self.tail, self.start), *self._content(body, setting))

    def _content(self, body: Box, setting: Setting) -> tuple[Item, ...]:
        needed = setting.height(self.block, body.width)
        if spills(over := needed + 2 * self.rim - body.height):
            raise too_high(self.block, over, body.width, setting)
        if not self.block.stretch:
            body = Box(body.x, body.y + (body.height - needed) / 2, body.width, needed)
        return self.block.place(body, setting)

    def inside(self) -> Iterator[Block]:
        yield self.block


@dataclass(frozen=True, slots=True)
class Headed(Block):
    """A block on a rounded surface, under a head on another surface. band: height of the head, mm."""

    head: Block
    block: Block
    band: float
    top: Surface
    surface: Surface
    radius: float
    stretch: float = 0.0

    def height(self, width: float, setting: Setting) -> float:
        return self.band + setting.height(self.block, width)

    def place(self, box: Box, setting: Setting) -> tuple[Item, ...]:
        ground = dress(box, self.surface, self.radius)
        strip = replace(box, height=self.band)
        path = shapes.tab(strip, self.radius)
        band: tuple[Item, ...] = (Fill(strip, path, self.top.fill),) if self.top.fill else ()
        if self.top.line:
            rim = self.top.weight * POINT / 2
            inner = strip.inset(rim, rim)
            band = (*band, Stroke(strip, shapes.tab(inner, self.radius - rim), self.top.line, self.top.weight))
        head = Panel(self.head, NOTHING, 0).place(strip, setting)
        rest = Panel(self.block, NOTHING, 0).place(box.inset(0, self.band, 0, 0), setting)
        return (*ground, *band, *head, *rest)

    def inside(self) -> Iterator[Block]:
        yield self.head
        yield self.block


NOTHING = Surface(None, None, 0, BLACK, BLACK)
"""No fill and no outline."""


@dataclass(frozen=True, slots=True)
class Field(Block):
    """A box to write in, with a small label in its corner."""

    words: Words
    style: Style
    surface: Surface
    radius: float
    size: float

    def height(self, width: float, setting: Setting) -> float:
        return self.size

    def place(self, box: Box, setting: Setting) -> tuple[Item, ...]:
        text = Text(self.words, self.style, self.surface.text)
        inner = box.inset(FIELD_PAD, FIELD_PAD * 0.8)
        over = text.height(inner.width, setting) + HAND_HIGH - inner.height
        if spills(over):
            raise too_high(text, over, inner.width, setting)
        return (Group(Role("blank"), (*dress(box, self.surface, self.radius), *text.place(inner, setting))),)


FIELD_PAD, HAND_HIGH = 3, 6
"""Padding around the words in a field, and height for handwriting under them, mm."""


@dataclass(frozen=True, slots=True)
class Bubble(Block):
    """A text in a bubble as wide as its longest line, as in a chat: at the left, or an answer at the right.

    widest: the largest share of the width that it takes.  pad: mm beside the words.  rim: mm above and below.
    tail: mm, part of the height; the last bubble of each speaker has one.
    """

    text: Text
    surface: Surface
    radius: float
    pad: float
    rim: float
    tail: float = 0.0
    answer: bool = False
    widest: float = 0.86

    def height(self, width: float, setting: Setting) -> float:
        return self.text.height(self._room(width), setting) + 2 * self.rim + self.tail

    def place(self, box: Box, setting: Setting) -> tuple[Item, ...]:
        room = self._room(box.width)
        lines = setting.lines(self.text.words, self.text.style, room, self.text.hang)
        width = max(line.width for line in lines) + 2 * self.pad
        body = Box(box.right - width if self.answer else box.x, box.y, width, box.height - self.tail)
        words = replace(body.inset(self.pad, self.rim), width=room)
        start = -2 * self.radius if self.answer else 2 * self.radius
        return (*dress(body, self.surface, self.radius, self.tail, start), *self.text.place(words, setting))

    def inside(self) -> Iterator[Block]:
        yield self.text

    def _room(self, width: float) -> float:
        return width * self.widest - 2 * self.pad


@dataclass(frozen=True, slots=True)
class Disc(Block):
    """A circle with a pictogram or a short word in its middle, read as a label. Its diameter is in mm."""

    content: Words | Icon
    side: float
    surface: Surface
    style: Style | None = None
    share: float = 0.66

    def height(self, width: float, setting: Setting) -> float:
        return self.side

    def place(self, box: Box, setting: Setting) -> tuple[Item, ...]:
        circle = Box(box.x, box.y, self.side, self.side)
        items = dress(circle, self.surface, self.side / 2)
        if isinstance(self.content, Icon):
            rim = self.side * (1 - self.share) / 2
            picture = Pictogram(self.content, self.side * self.share, self.surface.accent, self.surface.fill)
            return (*items, *picture.place(circle.inset(rim, rim), setting))
        assert self.style is not None
        text = Text(self.content, self.style, self.surface.text, Role("label"), align="centre")
        drop = (self.side - text.height(self.side, setting)) / 2
        if spills(-drop):
            raise too_high(text, -2 * drop, self.side, setting)
        return (*items, *text.place(circle.inset(0, drop), setting))


@dataclass(frozen=True, slots=True)
class Badge(Block):
    """A number in a box, used as a pictogram: the words beside it name the number. width, size: mm."""

    words: Words
    style: Style
    surface: Surface
    width: float
    size: float

    def height(self, width: float, setting: Setting) -> float:
        return self.size

    def place(self, box: Box, setting: Setting) -> tuple[Item, ...]:
        plate = Box(box.x, box.y, self.width, self.size)
        text = Text(self.words, self.style, self.surface.text, None, align="centre")
        drop = (self.size - text.height(self.width, setting)) / 2
        if spills(-drop):
            raise too_high(text, -2 * drop, self.width, setting)
        items = (*dress(plate, self.surface, self.size / 4), *text.place(plate.inset(0, drop), setting))
        return (Group(Role("artifact"), items),)


def dress(box: Box, surface: Surface, radius: float, tail: float = 0.0, start: float = 0.0) -> tuple[Item, ...]:
    """The fill and the outline of *surface* in *box*; the outline is drawn inside."""
    whole = Box(box.x, box.y, box.width, box.height + tail)
    items: list[Item] = []
    if surface.fill:
        items.append(Fill(whole, _edge(box, radius, tail, start, 0.0), surface.fill))
    if surface.line:
        path = _edge(box, radius, tail, start, surface.weight * POINT / 2)
        items.append(Stroke(whole, path, surface.line, surface.weight))
    return tuple(items)


def _edge(box: Box, radius: float, tail: float, start: float, rim: float) -> Path:
    """The edge of a surface, *rim* mm further in."""
    inner, curve = box.inset(rim, rim), radius - rim
    return shapes.bubble(inner, curve, tail, start) if tail else shapes.rounded(inner, curve)


@dataclass(frozen=True, slots=True)
class Grid(Block):
    """A ruled table to fill in by hand: a row of heads, and empty rows below. widths: mm of its columns.  row: mm of each."""

    heads: tuple[Block, ...]
    widths: tuple[float, ...]
    rows: int
    row: float
    weight: float = 0.8
    pad: float = 1.6

    def height(self, width: float, setting: Setting) -> float:
        return self._head(setting) + self.rows * self.row

    def place(self, box: Box, setting: Setting) -> tuple[Item, ...]:
        head = self._head(setting)
        cells = [box.x, *(box.x + edge for edge in accumulate(self.widths))]
        first = tuple(
            Group(
                Role("head"),
                one.place(Box(x + self.pad, box.y + HEAD_RIM, width - 2 * self.pad, head - 2 * HEAD_RIM), setting),
            )
            for one, x, width in zip(self.heads, cells, self.widths, strict=False)
        )
        whole = Box(box.x, box.y, added(self.widths), head)
        empty = tuple(Group(Role("cell"), ()) for _ in self.widths)
        rows = [Group(Role("row"), (*first, *self._lines(whole, cells, top=True)))]
        for number in range(self.rows):
            under = Box(box.x, whole.bottom + number * self.row, whole.width, self.row)
            rows.append(Group(Role("row"), (*empty, *self._lines(under, cells, top=False))))
        return tuple(rows)

    def _lines(self, row: Box, edges: list[float], *, top: bool) -> Iterator[Stroke]:
        """The lines below a row and beside its cells; above it too for the first."""
        rim = self.weight * POINT / 2
        for y in (row.y, row.bottom) if top else (row.bottom,):
            yield Stroke(
                Box(row.x, y - rim, row.width, 2 * rim), shapes.segment(row.x, y, row.right, y), BLACK, self.weight
            )
        for x in edges:
            yield Stroke(
                Box(x - rim, row.y, 2 * rim, row.height), shapes.segment(x, row.y, x, row.bottom), BLACK, self.weight
            )

    def _head(self, setting: Setting) -> float:
        """mm of the row of heads."""
        high = max(
            one.height(width - 2 * self.pad, setting) for one, width in zip(self.heads, self.widths, strict=True)
        )
        return high + 2 * HEAD_RIM

    def inside(self) -> Iterator[Block]:
        yield from self.heads


HEAD_RIM = 2.4
"""mm above and below the words of a head."""
