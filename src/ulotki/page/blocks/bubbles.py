"""Speech bubbles, as in a chat."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ulotki.frozen import dataclass
from ulotki.look.inks import Surface
from ulotki.page.blocks.boxes import dress
from ulotki.page.blocks.core import Block
from ulotki.page.blocks.words import Text
from ulotki.page.items import Box, Item
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
