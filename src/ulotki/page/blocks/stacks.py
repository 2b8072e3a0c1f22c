"""Blocks made of blocks, without a surface: one under another, side by side."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from ulotki.frozen import dataclass
from ulotki.page.blocks.core import Block
from ulotki.page.blocks.excess import refuse_excess
from ulotki.page.items import Box, Item
from ulotki.page.setting import Setting
from ulotki.paper import added


@dataclass(frozen=True, slots=True)
class Stack(Block):
    """Blocks one under another. The free height goes to those that stretch."""

    blocks: tuple[Block, ...]
    stretch: float = 0.0

    def height(self, width: float, setting: Setting) -> float:
        return added(setting.height(block, width) for block in self.blocks)

    def place(self, box: Box, setting: Setting) -> tuple[Item, ...]:
        heights = [setting.height(block, box.width) for block in self.blocks]
        left = box.height - added(heights)
        refuse_excess(self, -left, box.width, setting)
        shares = added(block.stretch for block in self.blocks)
        items: list[Item] = []
        y = box.y
        for block, least in zip(self.blocks, heights, strict=True):
            height = least + (left * block.stretch / shares if block.stretch and left > 0 else 0.0)
            items += block.place(Box(box.x, y, box.width, height), setting)
            y += height
        return tuple(items)

    def inside(self) -> Iterator[Block]:
        yield from self.blocks


@dataclass(frozen=True, slots=True)
class Row(Block):
    """Blocks side by side. widths: mm, None takes a share of the rest.  gap: mm between them.

    order: the reading order, by position; () = from the left.
    """

    blocks: tuple[Block, ...]
    widths: tuple[float | None, ...]
    gap: float = 0.0
    align: Literal["top", "middle", "bottom", "fill"] = "top"
    stretch: float = 0.0
    order: tuple[int, ...] = ()

    def height(self, width: float, setting: Setting) -> float:
        return max(setting.height(block, part) for block, part in zip(self.blocks, self._parts(width), strict=True))

    def place(self, box: Box, setting: Setting) -> tuple[Item, ...]:
        placed: list[tuple[Item, ...]] = []
        x = box.x
        for block, width in zip(self.blocks, self._parts(box.width), strict=True):
            height = box.height if self.align == "fill" else setting.height(block, width)
            down = {"top": 0.0, "fill": 0.0, "middle": 0.5, "bottom": 1.0}[self.align]
            placed.append(block.place(Box(x, box.y + (box.height - height) * down, width, height), setting))
            x += width + self.gap
        return tuple(item for place in self.order or range(len(placed)) for item in placed[place])

    def inside(self) -> Iterator[Block]:
        yield from self.blocks

    def _parts(self, width: float) -> tuple[float, ...]:
        fixed = added(part for part in self.widths if part is not None)
        free = sum(1 for part in self.widths if part is None)
        share = (width - fixed - self.gap * (len(self.widths) - 1)) / free if free else 0.0
        return tuple(share if part is None else part for part in self.widths)
