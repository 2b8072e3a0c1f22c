"""A paragraph with other words at its end."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ulotki.frozen import dataclass
from ulotki.page.blocks.core import Block
from ulotki.page.blocks.words import Align, Text
from ulotki.page.items import Box, Item
from ulotki.page.setting import Setting
from ulotki.paper import POINT


@dataclass(frozen=True, slots=True)
class RunOn(Block):
    """A paragraph, and other words at the right end of its last line, or on a line of their own when they do not fit.

    clear: smallest gap between the last line and the other words, mm.  below: their alignment on a line of their own.
    """

    text: Text
    tail: Text
    clear: float
    below: Align = "right"

    def height(self, width: float, setting: Setting) -> float:
        return self._down(width, setting) + self.tail.height(width, setting)

    def place(self, box: Box, setting: Setting) -> tuple[Item, ...]:
        down, beside = self._down(box.width, setting), self._beside(box.width, setting)
        text = replace(box, height=self.text.height(box.width, setting))
        tail = self.tail if beside else replace(self.tail, align=self.below)
        rest = Box(box.x, box.y + down, box.width, box.height - down)
        return (*self.text.place(text, setting), *tail.place(rest, setting))

    def inside(self) -> Iterator[Block]:
        yield self.text
        yield self.tail

    def _down(self, width: float, setting: Setting) -> float:
        """mm from the top of the paragraph to the top of the other words."""
        size, leading = self.tail.style.at(setting.scale)
        high = self.text.height(width, setting) - setting.face(self.tail.style).cap * size * POINT
        return (
            high if self._beside(width, setting) else high + max(leading, self.text.style.at(setting.scale)[1]) * POINT
        )

    def _beside(self, width: float, setting: Setting) -> bool:
        last = setting.lines(self.text.words, self.text.style, width, self.text.hang)[-1]
        tail = setting.lines(self.tail.words, self.tail.style, width)
        return len(tail) == 1 and last.width + self.clear + tail[0].width <= width
