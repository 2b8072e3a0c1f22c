"""Blocks that choose the first of several forms that fits, because register values may be short or long."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from ulotki.frozen import dataclass
from ulotki.page.blocks.core import Block
from ulotki.page.blocks.excess import spills
from ulotki.page.blocks.wrappers import Wrapper
from ulotki.page.items import Box, Item
from ulotki.page.setting import Overflow, Setting


@dataclass(frozen=True, slots=True)
class FirstFit(Block):
    """The first of several blocks that fits in its box, centred in its height. Its own height is that of the lowest."""

    blocks: tuple[Block, ...]
    stretch: float = 1.0

    def height(self, width: float, setting: Setting) -> float:
        return min(needed for _, needed in self._heights(width, setting))

    def place(self, box: Box, setting: Setting) -> tuple[Item, ...]:
        heights = self._heights(box.width, setting)
        least = min(heights, key=lambda one: one[1])
        block, needed = next((one for one in heights if not spills(one[1] - box.height)), least)
        if block.stretch:
            return block.place(box, setting)
        return block.place(Box(box.x, box.y + (box.height - needed) / 2, box.width, needed), setting)

    def inside(self) -> Iterator[Block]:
        yield from self.blocks

    def _heights(self, width: float, setting: Setting) -> list[tuple[Block, float]]:
        """Each block that is not too wide, with its height. When all are too wide, raises the Overflow of the last."""
        heights: list[tuple[Block, float]] = []
        trouble: Overflow | None = None
        for block in self.blocks:
            try:
                heights.append((block, setting.height(block, width)))
            except Overflow as overflow:
                trouble = overflow
        if not heights and trouble is not None:
            raise trouble
        return heights


@dataclass(frozen=True, slots=True)
class AtLast(Wrapper):
    """A page that may be set lower when neither smaller display type nor shorter words make it fit.

    lower: makes that page, which few pieces need.
    """

    block: Block
    lower: Callable[[], Block]
