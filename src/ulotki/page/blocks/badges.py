"""A pictogram or a short word in the middle of a disc or a box."""

from __future__ import annotations

from ulotki.content.text import Words
from ulotki.frozen import dataclass
from ulotki.look.icons import Icon
from ulotki.look.inks import Surface
from ulotki.look.styles import Style
from ulotki.page.blocks.boxes import dress
from ulotki.page.blocks.core import Block
from ulotki.page.blocks.excess import refuse_excess
from ulotki.page.blocks.marks import Pictogram
from ulotki.page.blocks.words import Text
from ulotki.page.items import Box, Group, Item, Role
from ulotki.page.setting import Setting


@dataclass(frozen=True, slots=True)
class Disc(Block):
    """A circle with a pictogram or a short word in its middle, read as a label. Its diameter is in mm."""

    content: Words | Icon
    side: float
    surface: Surface
    style: Style | None = None
    share: float = 0.66

    def height(self, width: float, setting: Setting) -> float:
        return self.side

    def place(self, box: Box, setting: Setting) -> tuple[Item, ...]:
        circle = Box(box.x, box.y, self.side, self.side)
        items = dress(circle, self.surface, self.side / 2)
        if isinstance(self.content, Icon):
            rim = self.side * (1 - self.share) / 2
            picture = Pictogram(self.content, self.side * self.share, self.surface.accent, self.surface.fill)
            return (*items, *picture.place(circle.inset(rim, rim), setting))
        assert self.style is not None
        text = Text(self.content, self.style, self.surface.text, Role("label"), align="centre")
        return (*items, *_in_middle(text, circle, setting))


@dataclass(frozen=True, slots=True)
class Badge(Block):
    """A number in a box, used as a pictogram: the words beside it name the number. width, size: mm."""

    words: Words
    style: Style
    surface: Surface
    width: float
    size: float

    def height(self, width: float, setting: Setting) -> float:
        return self.size

    def place(self, box: Box, setting: Setting) -> tuple[Item, ...]:
        plate = Box(box.x, box.y, self.width, self.size)
        text = Text(self.words, self.style, self.surface.text, None, align="centre")
        items = (*dress(plate, self.surface, self.size / 4), *_in_middle(text, plate, setting))
        return (Group(Role("artifact"), items),)


def _in_middle(text: Text, box: Box, setting: Setting) -> tuple[Item, ...]:
    drop = (box.height - text.height(box.width, setting)) / 2
    refuse_excess(text, -2 * drop, box.width, setting)
    return text.place(box.inset(0, drop), setting)
