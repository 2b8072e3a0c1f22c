"""Boxes with a fill and an outline, and those to write in."""

from __future__ import annotations

from ulotki.content.text import Words
from ulotki.frozen import dataclass
from ulotki.look.inks import Surface
from ulotki.look.paths import Path
from ulotki.look.styles import Style
from ulotki.page import shapes
from ulotki.page.blocks.core import Block
from ulotki.page.blocks.excess import refuse_excess
from ulotki.page.blocks.words import Text
from ulotki.page.items import Box, Fill, Group, Item, Role, Stroke
from ulotki.page.setting import Setting
from ulotki.paper import POINT


@dataclass(frozen=True, slots=True)
class WriteInBox(Block):
    """A box to write in, with a small label in its corner."""

    words: Words
    style: Style
    surface: Surface
    radius: float
    size: float

    def height(self, width: float, setting: Setting) -> float:
        return self.size

    def place(self, box: Box, setting: Setting) -> tuple[Item, ...]:
        text = Text(self.words, self.style, self.surface.text)
        inner = box.inset(FIELD_PAD, FIELD_PAD * 0.8)
        refuse_excess(text, text.height(inner.width, setting) + HAND_HIGH - inner.height, inner.width, setting)
        return (Group(Role("blank"), (*dress(box, self.surface, self.radius), *text.place(inner, setting))),)


FIELD_PAD, HAND_HIGH = 3, 6
"""Padding around the words in a field, and height for handwriting under them, mm."""


def dress(box: Box, surface: Surface, radius: float, tail: float = 0.0, start: float = 0.0) -> tuple[Item, ...]:
    """The fill and the outline of *surface* in *box*; the outline is drawn inside."""
    whole = Box(box.x, box.y, box.width, box.height + tail)
    items: list[Item] = []
    if surface.fill:
        items.append(Fill(whole, _edge(box, radius, tail, start, 0.0), surface.fill))
    if surface.line:
        path = _edge(box, radius, tail, start, surface.weight * POINT / 2)
        items.append(Stroke(whole, path, surface.line, surface.weight))
    return tuple(items)


def _edge(box: Box, radius: float, tail: float, start: float, rim: float) -> Path:
    """The edge of a surface, *rim* mm further in."""
    inner, curve = box.inset(rim, rim), radius - rim
    return shapes.bubble(inner, curve, tail, start) if tail else shapes.rounded(inner, curve)
