"""Blocks around one other block: padded, folded, with a role."""

from __future__ import annotations

from collections.abc import Iterator

from ulotki.frozen import dataclass
from ulotki.page.blocks.core import Block
from ulotki.page.items import Box, Group, Item, Role
from ulotki.page.setting import Setting
from ulotki.page.strokes import FOLD_DASH, MARK, tick


class Wrapper(Block):
    """A block around another one: it is as high, and in the same place, unless it says otherwise."""

    block: Block

    def height(self, width: float, setting: Setting) -> float:
        return setting.height(self.block, width)

    def place(self, box: Box, setting: Setting) -> tuple[Item, ...]:
        return self.block.place(box, setting)

    def inside(self) -> Iterator[Block]:
        yield self.block


@dataclass(frozen=True, slots=True)
class Pad(Wrapper):
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


@dataclass(frozen=True, slots=True)
class Folded(Wrapper):
    """A block on a sheet with vertical folds: marks above and below, at distances in mm from the left of the block."""

    block: Block
    folds: tuple[float, ...]

    def place(self, box: Box, setting: Setting) -> tuple[Item, ...]:
        marks = tuple(
            tick(box.x + fold, y, upright=True, dash=FOLD_DASH)
            for fold in self.folds
            for y in (box.y, box.bottom - MARK)
        )
        return (*marks, *self.block.place(box, setting))


@dataclass(frozen=True, slots=True)
class Tagged(Wrapper):
    """A block and its role."""

    role: Role
    block: Block
    stretch: float = 0.0

    def place(self, box: Box, setting: Setting) -> tuple[Item, ...]:
        return (Group(self.role, self.block.place(box, setting)),)
