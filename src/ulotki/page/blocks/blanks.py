"""Blocks that wait for a pen or a stamp."""

from __future__ import annotations

from collections.abc import Iterator

from ulotki.content.text import Words
from ulotki.frozen import dataclass
from ulotki.look.inks import Ink
from ulotki.look.styles import Style
from ulotki.page import shapes
from ulotki.page.blocks.core import Block
from ulotki.page.blocks.excess import refuse_excess
from ulotki.page.blocks.marks import Rule
from ulotki.page.blocks.words import Text
from ulotki.page.items import Box, Group, Item, Role, Stroke
from ulotki.page.setting import Setting
from ulotki.paper import POINT


@dataclass(frozen=True, slots=True)
class WriteIn(Block):
    """A label and a line to write on by hand. label: mm kept for the word; the line starts there.

    alt: what the line is for, for a screen reader; "" for a line on paper alone, which it leaves out with its label.
    """

    words: Words
    style: Style
    ink: Ink
    label: float
    pitch: float
    alt: str = ""
    weight: float = 0.9

    def height(self, width: float, setting: Setting) -> float:
        return self.pitch

    def place(self, box: Box, setting: Setting) -> tuple[Item, ...]:
        text = Text(self.words, self.style, self.ink)
        height = text.height(self.label, setting)
        refuse_excess(text, height + 0.6 - box.height, self.label, setting)
        under = Box(box.x + self.label, box.bottom, box.width - self.label, 0.0)
        line = Rule(self.ink, self.weight, alt=self.alt).place(under, setting)
        items = (*text.place(Box(box.x, box.bottom - height - 0.6, self.label, height), setting), *line)
        return items if self.alt else (Group(Role("blank"), items),)


@dataclass(frozen=True, slots=True)
class StampBox(Block):
    """An empty box for a stamp or handwriting, with words in its corner that say what belongs there. pad: mm to them."""

    words: Words
    style: Style
    ink: Ink
    radius: float
    pad: float
    least: float
    stretch: float = 1.0
    weight: float = 1.0

    def height(self, width: float, setting: Setting) -> float:
        return max(self.least, self._text.height(width - 2 * self.pad, setting) + 2 * self.pad)

    def place(self, box: Box, setting: Setting) -> tuple[Item, ...]:
        over = self.height(box.width, setting) - box.height
        refuse_excess(self._text, over, box.width - 2 * self.pad, setting)
        rim = self.weight * POINT / 2
        frame = Stroke(box, shapes.rounded(box.inset(rim, rim), self.radius - rim), self.ink, self.weight)
        inner = box.inset(self.pad, self.pad)
        return (Group(Role("blank"), (frame, *self._text.place(inner, setting))),)

    def inside(self) -> Iterator[Block]:
        yield self._text

    @property
    def _text(self) -> Text:
        return Text(self.words, self.style, self.ink)
