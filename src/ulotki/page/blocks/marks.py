"""Blocks without words: pictograms and rules."""

from __future__ import annotations

from ulotki.frozen import dataclass
from ulotki.look.icons import Icon
from ulotki.look.inks import WHITE, Ink
from ulotki.page.blocks.core import Block
from ulotki.page.items import Box, Group, Item, Picture, Role
from ulotki.page.setting import Setting
from ulotki.page.strokes import straight


@dataclass(frozen=True, slots=True)
class Pictogram(Block):
    """A pictogram with a side in mm. It is decoration: words beside it say the same. ground: the ink under it."""

    icon: Icon
    side: float
    ink: Ink
    ground: Ink | None = None

    def height(self, width: float, setting: Setting) -> float:
        return self.side

    def place(self, box: Box, setting: Setting) -> tuple[Item, ...]:
        square = Box(box.x, box.y, self.side, self.side)
        items: list[Item] = [Picture(square, self.icon.name, self.icon.commands, self.ink)]
        if self.icon.over:
            items.append(Picture(square, self.icon.name, self.icon.cut, self.ground or WHITE))
            items.append(Picture(square, self.icon.name, self.icon.over, self.ink))
        return tuple(items)


@dataclass(frozen=True, slots=True)
class Rule(Block):
    """A horizontal line; its weight is in pt. dash: mm on and off.  upright: a vertical line at the left side instead.

    alt: its meaning for a screen reader, when it is more than decoration.
    """

    ink: Ink
    weight: float
    dash: tuple[float, ...] = ()
    upright: bool = False
    alt: str = ""

    def height(self, width: float, setting: Setting) -> float:
        return 0.0

    def place(self, box: Box, setting: Setting) -> tuple[Item, ...]:
        length = box.height if self.upright else box.width
        line = straight(box.x, box.y, length, upright=self.upright, ink=self.ink, weight=self.weight, dash=self.dash)
        return (Group(Role("figure", alt=self.alt), (line,)),) if self.alt else (line,)
