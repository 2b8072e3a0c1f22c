"""Blocks of a shape of their own: a speech bubble, a disc with a pictogram, a badge."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ulotki.content.text import Words
from ulotki.frozen import dataclass
from ulotki.look.icons import Icon
from ulotki.look.inks import Surface
from ulotki.look.styles import Style
from ulotki.page.blocks.boxes import dress
from ulotki.page.blocks.core import Block
from ulotki.page.blocks.marks import Pictogram
from ulotki.page.blocks.words import Text, spills, too_high
from ulotki.page.items import Box, Group, Item, Role
from ulotki.page.setting import Setting


@dataclass(frozen=True, slots=True)
class Bubble(Block):
    """A text in a bubble as wide as its longest line, as in a chat: at the left, or an answer at the right.

    widest: the largest share of the width that it takes.  pad: mm beside the words.  rim: mm above and below.
    tail: mm, part of the height; the last bubble of each speaker has one.
    """

    text: Text
    surface: Surface
    radius: float
    pad: float
    rim: float
    tail: float = 0.0
    answer: bool = False
    widest: float = 0.86

    def height(self, width: float, setting: Setting) -> float:
        return self.text.height(self._room(width), setting) + 2 * self.rim + self.tail

    def place(self, box: Box, setting: Setting) -> tuple[Item, ...]:
        room = self._room(box.width)
        lines = setting.lines(self.text.words, self.text.style, room, self.text.hang)
        width = max(line.width for line in lines) + 2 * self.pad
        body = Box(box.right - width if self.answer else box.x, box.y, width, box.height - self.tail)
        words = replace(body.inset(self.pad, self.rim), width=room)
        start = -2 * self.radius if self.answer else 2 * self.radius
        return (*dress(body, self.surface, self.radius, self.tail, start), *self.text.place(words, setting))

    def inside(self) -> Iterator[Block]:
        yield self.text

    def _room(self, width: float) -> float:
        return width * self.widest - 2 * self.pad


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
        drop = (self.side - text.height(self.side, setting)) / 2
        if spills(-drop):
            raise too_high(text, -2 * drop, self.side, setting)
        return (*items, *text.place(circle.inset(0, drop), setting))


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
        drop = (self.size - text.height(self.width, setting)) / 2
        if spills(-drop):
            raise too_high(text, -2 * drop, self.width, setting)
        items = (*dress(plate, self.surface, self.size / 4), *text.place(plate.inset(0, drop), setting))
        return (Group(Role("artifact"), items),)
