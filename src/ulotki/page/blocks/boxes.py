"""Blocks on a surface: panels, panels with a head, and fields."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ulotki.content.text import Words
from ulotki.frozen import dataclass
from ulotki.look.inks import BLACK, Surface
from ulotki.look.paths import Path
from ulotki.look.styles import Style
from ulotki.page import shapes
from ulotki.page.blocks.core import Block
from ulotki.page.blocks.words import Text, spills, too_high
from ulotki.page.items import Box, Fill, Group, Item, Role, Stroke
from ulotki.page.setting import Setting
from ulotki.paper import POINT


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
