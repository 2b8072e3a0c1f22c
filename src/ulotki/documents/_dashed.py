"""A block in a dashed outline."""

from __future__ import annotations

from collections.abc import Iterator

from ulotki.frozen import dataclass
from ulotki.look.inks import BLACK
from ulotki.page import shapes
from ulotki.page.blocks import Block
from ulotki.page.items import Box, Item, Stroke
from ulotki.page.setting import Setting
from ulotki.paper import POINT


@dataclass(frozen=True, slots=True)
class Dashed(Block):
    """A block in a dashed outline with round corners. radius: mm."""

    block: Block
    radius: float
    stretch: float = 1.0

    def height(self, width: float, setting: Setting) -> float:
        return self.block.height(width, setting)

    def place(self, box: Box, setting: Setting) -> tuple[Item, ...]:
        rim = WEIGHT * POINT / 2
        path = shapes.rounded(box.inset(rim, rim), self.radius - rim)
        return (Stroke(box, path, BLACK, WEIGHT, DASH), *self.block.place(box, setting))

    def inside(self) -> Iterator[Block]:
        yield self.block


WEIGHT, DASH = 1.0, (1.6, 1.2)
"""pt of the outline; mm on and off."""
