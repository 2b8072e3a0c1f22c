"""Blocks that give another block a fixed height, a least height, or more height than it needs."""

from __future__ import annotations

from ulotki.frozen import dataclass
from ulotki.page.blocks.core import Block
from ulotki.page.blocks.excess import refuse_excess
from ulotki.page.blocks.wrappers import Wrapper
from ulotki.page.items import Box, Item
from ulotki.page.setting import Setting


@dataclass(frozen=True, slots=True)
class Roomy(Wrapper):
    """A stack whose springs must not close: it needs *room* mm more than its blocks, and the springs have them."""

    block: Block
    room: float
    stretch: float = 1.0

    def height(self, width: float, setting: Setting) -> float:
        return setting.height(self.block, width) + self.room


@dataclass(frozen=True, slots=True)
class Fixed(Wrapper):
    """A block in a fixed height in mm. A higher block overflows; a lower one is centred."""

    block: Block
    size: float
    down: float = 0.5

    def height(self, width: float, setting: Setting) -> float:
        return self.size

    def place(self, box: Box, setting: Setting) -> tuple[Item, ...]:
        needed = setting.height(self.block, box.width)
        refuse_excess(self.block, needed - self.size, box.width, setting)
        if self.block.stretch:
            return self.block.place(box, setting)
        return self.block.place(Box(box.x, box.y + (box.height - needed) * self.down, box.width, needed), setting)


@dataclass(frozen=True, slots=True)
class Least(Wrapper):
    """A block with a smallest height in mm; it grows with its content."""

    block: Block
    size: float

    def height(self, width: float, setting: Setting) -> float:
        return max(self.size, setting.height(self.block, width))

    def place(self, box: Box, setting: Setting) -> tuple[Item, ...]:
        return Fixed(self.block, box.height).place(box, setting)
