"""A block in a dashed outline."""

from __future__ import annotations

from ulotki.frozen import dataclass
from ulotki.look.inks import BLACK
from ulotki.page import shapes
from ulotki.page.blocks import Block
from ulotki.page.blocks.wrappers import Wrapper
from ulotki.page.items import Box, Item, Stroke
from ulotki.page.setting import Setting
from ulotki.paper import POINT


@dataclass(frozen=True, slots=True)
class Dashed(Wrapper):
    """A block in a dashed outline with round corners. radius: mm."""

    block: Block
    radius: float
    stretch: float = 1.0

    def place(self, box: Box, setting: Setting) -> tuple[Item, ...]:
        rim = WEIGHT * POINT / 2
        path = shapes.rounded(box.inset(rim, rim), self.radius - rim)
        return (Stroke(box, path, BLACK, WEIGHT, DASH), *self.block.place(box, setting))


WEIGHT, DASH = 1.0, (1.6, 1.2)
"""pt of the outline; mm on and off."""
