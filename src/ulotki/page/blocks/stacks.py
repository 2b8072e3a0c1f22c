"""Blocks made of blocks, without a surface: one under another, side by side, padded, folded, with a role."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from ulotki.frozen import dataclass
from ulotki.page.blocks.core import Block
from ulotki.page.blocks.words import spills, too_high
from ulotki.page.impose import FOLD_DASH, MARK, tick
from ulotki.page.items import Box, Group, Item, Role
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
        if spills(-left):
            raise too_high(self, -left, box.width, setting)
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
class Roomy(Block):
    """A stack whose springs must not close: it needs *room* mm more than its blocks, and the springs have them."""

    block: Block
    room: float
    stretch: float = 1.0

    def height(self, width: float, setting: Setting) -> float:
        return setting.height(self.block, width) + self.room

    def place(self, box: Box, setting: Setting) -> tuple[Item, ...]:
        return self.block.place(box, setting)

    def inside(self) -> Iterator[Block]:
        yield self.block


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


@dataclass(frozen=True, slots=True)
class Fixed(Block):
    """A block in a fixed height in mm. A higher block overflows; a lower one is centred."""

    block: Block
    size: float
    down: float = 0.5

    def height(self, width: float, setting: Setting) -> float:
        return self.size

    def place(self, box: Box, setting: Setting) -> tuple[Item, ...]:
        needed = setting.height(self.block, box.width)
        if spills(needed - self.size):
            raise too_high(self.block, needed - self.size, box.width, setting)
        if self.block.stretch:
            return self.block.place(box, setting)
        return self.block.place(Box(box.x, box.y + (box.height - needed) * self.down, box.width, needed), setting)

    def inside(self) -> Iterator[Block]:
        yield self.block


@dataclass(frozen=True, slots=True)
class Least(Block):
    """A block with a smallest height in mm; it grows with its content."""

    block: Block
    size: float

    def height(self, width: float, setting: Setting) -> float:
        return max(self.size, setting.height(self.block, width))

    def place(self, box: Box, setting: Setting) -> tuple[Item, ...]:
        return Fixed(self.block, box.height).place(box, setting)

    def inside(self) -> Iterator[Block]:
        yield self.block


@dataclass(frozen=True, slots=True)
class Pad(Block):
    """A block with padding around it, mm."""

    block: Block
    left: float = 0.0
    top: float = 0.0
    right: float = 0.0
    bottom: float = 0.0
    stretch: float = 0.0

    def height(self, width: float, setting: Setting) -> float:
        return self.top + self.bottom + setting.height(self.block, width - self.left - self.right)

    def place(self, box: Box, setting: Setting) -> tuple[Item, ...]:
        return self.block.place(box.inset(self.left, self.top, self.right, self.bottom), setting)

    def inside(self) -> Iterator[Block]:
        yield self.block


@dataclass(frozen=True, slots=True)
class Folded(Block):
    """A block on a sheet with vertical folds: marks above and below, at distances in mm from the left of the block."""

    block: Block
    folds: tuple[float, ...]

    def height(self, width: float, setting: Setting) -> float:
        return setting.height(self.block, width)

    def place(self, box: Box, setting: Setting) -> tuple[Item, ...]:
        marks = tuple(
            tick(box.x + fold, y, upright=True, dash=FOLD_DASH)
            for fold in self.folds
            for y in (box.y, box.bottom - MARK)
        )
        return (*marks, *self.block.place(box, setting))

    def inside(self) -> Iterator[Block]:
        yield self.block


@dataclass(frozen=True, slots=True)
class Tagged(Block):
    """A block and its role."""

    role: Role
    block: Block
    stretch: float = 0.0

    def height(self, width: float, setting: Setting) -> float:
        return setting.height(self.block, width)

    def place(self, box: Box, setting: Setting) -> tuple[Item, ...]:
        return (Group(self.role, self.block.place(box, setting)),)

    def inside(self) -> Iterator[Block]:
        yield self.block
