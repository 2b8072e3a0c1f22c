"""A chart of bars, one for each count, beside its name."""

from __future__ import annotations

from ulotki.documents._kit import BOLD, SMALL
from ulotki.documents._words import exact, typed
from ulotki.frozen import dataclass
from ulotki.look.inks import BLACK
from ulotki.page import shapes
from ulotki.page.blocks import Block, Text
from ulotki.page.items import Box, Fill, Group, Item, Role
from ulotki.page.setting import Setting
from ulotki.paper import added

COLUMN = 4.0
"""mm between the words and the bars."""


@dataclass(frozen=True, slots=True)
class Bars(Block):
    """A bar for each of *counts*, as long as its number, and its words before it. most: of a whole bar.  alt: all numbers.

    A figure: a screen reader says the alt.
    """

    counts: tuple[tuple[str, int], ...]
    most: int
    alt: str
    label: float = 84.0

    def height(self, width: float, setting: Setting) -> float:
        return added(self._heights(setting))

    def place(self, box: Box, setting: Setting) -> tuple[Item, ...]:
        items: list[Item] = []
        y = box.y
        room = box.width - self.label - COLUMN - NUMBER
        for (name, count), height in zip(self.counts, self._heights(setting), strict=True):
            text = self._text(name)
            needed = text.height(self.label, setting)
            items += text.place(Box(box.x, y + (height - needed) / 2, self.label, needed), setting)
            length = room * count / max(1, self.most)
            left = box.x + self.label + COLUMN
            if length:
                bar = Box(left, y + (height - BAR) / 2, length, BAR)
                items.append(Fill(bar, shapes.rounded(bar, 0.0), BLACK))
            number = Text(exact(str(count)), BOLD, BLACK, None)
            high = number.height(NUMBER, setting)
            items += number.place(Box(left + length + 2.0, y + (height - high) / 2, NUMBER - 2.0, high), setting)
            y += height
        return (Group(Role("figure", alt=self.alt), tuple(items)),)

    def _heights(self, setting: Setting) -> list[float]:
        return [max(BAR_PITCH, self._text(name).height(self.label, setting) + 3.4) for name, _ in self.counts]

    def _text(self, name: str) -> Text:
        return Text(typed(name), SMALL, BLACK, None)


BAR, BAR_PITCH, NUMBER = 4.0, 7.4, 20.0
"""mm: of a bar's height; from bar to bar; kept for its number."""
