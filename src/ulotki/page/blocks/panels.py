"""Blocks on a surface, with or without a head."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ulotki.frozen import dataclass
from ulotki.look.inks import Surface
from ulotki.page import shapes
from ulotki.page.blocks.boxes import dress
from ulotki.page.blocks.core import Block
from ulotki.page.blocks.heights import Fixed
from ulotki.page.blocks.wrappers import Wrapper
from ulotki.page.items import Box, Fill, Item, Stroke
from ulotki.page.setting import Setting
from ulotki.paper import POINT


@dataclass(frozen=True, slots=True)
class Panel(Wrapper):
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
        content = Fixed(self.block, body.height - 2 * self.rim).place(body, setting)
        return (*dress(body, self.surface, self.radius, self.tail, self.start), *content)


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
        rest = box.inset(0, self.band, 0, 0)
        head = Fixed(self.head, self.band).place(strip, setting)
        return (*ground, *band, *head, *Fixed(self.block, rest.height).place(rest, setting))

    def inside(self) -> Iterator[Block]:
        yield self.head
        yield self.block
