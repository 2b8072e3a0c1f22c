"""Blocks of words, and the error of words that do not fit."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Literal

from ulotki.content.text import Words
from ulotki.frozen import dataclass
from ulotki.look.inks import Ink
from ulotki.look.styles import Style
from ulotki.page.blocks.core import Block
from ulotki.page.items import Box, Group, Item, Line, Role
from ulotki.page.setting import Overflow, SetLine, Setting
from ulotki.paper import POINT, added

Align = Literal["left", "centre", "right"]

TIGHT = 0.01
"""Tolerance for rounding, mm."""


@dataclass(frozen=True, slots=True)
class Text(Block):
    """Words in a style. role: None inside a group that already says what they are. hang: see `Setting.lines`."""

    words: Words
    style: Style
    ink: Ink
    role: Role | None = Role("paragraph")
    hang: bool = False
    align: Align = "left"

    def height(self, width: float, setting: Setting) -> float:
        size, leading = self.style.at(setting.scale)
        lines = setting.lines(self.words, self.style, width, self.hang)
        return (setting.face(self.style).cap * size + (len(lines) - 1) * leading) * POINT

    def place(self, box: Box, setting: Setting) -> tuple[Item, ...]:
        size, leading = self.style.at(setting.scale)
        baseline = box.y + setting.face(self.style).cap * size * POINT
        items: list[Item] = []
        for line in setting.lines(self.words, self.style, box.width, self.hang):
            spare = box.width - line.width
            x = box.x - line.hang + {"left": 0.0, "centre": spare / 2, "right": spare}[self.align]
            items += self._letters(line, x, baseline, size)
            baseline += leading * POINT
        return (Group(self.role, tuple(items)),) if self.role else tuple(items)

    def _letters(self, line: SetLine, x: float, baseline: float, size: float) -> Iterator[Item]:
        """The letters of a line, an item for each run. A register value or a foreign word is a group of its own."""
        for part in line.slices:
            run, face = part.run, part.face
            rise, depth = face.reach(run.text)
            letters = Line(
                x=x,
                baseline=baseline,
                text=run.text,
                face=face.name,
                size=size,
                ink=self.ink,
                advances=part.advances,
                floor=self.style.tier.floor(face.x_height),
                rise=rise,
                depth=depth,
                field=self.words.at.field,
                flush=self.align == "right",
            )
            if run.ref:
                yield Group(Role("link" if ":" in run.ref else "span", ref=run.ref), (letters,))
            elif run.lang:
                yield Group(Role("span", lang=run.lang), (letters,))
            else:
                yield letters
            x += added(part.advances) * size * POINT / 1000


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


def spills(over: float) -> bool:
    """Whether an excess of *over* mm is more than rounding explains."""
    return over > TIGHT


def too_high(block: Block, over: float, width: float, setting: Setting) -> Overflow:
    """The error that *block* is *over* mm too high. It names the longest text of the block."""
    texts = [inner for inner in _all(block) if isinstance(inner, Text)]
    longest = max(texts, key=lambda text: len(str(text.words)), default=None)
    if longest is None:
        raise ValueError(f"a template needs {over:.2f} mm more than its paper has, and no text is to blame")
    _, leading = longest.style.at(setting.scale)
    lines = max(1, round(over / (leading * POINT) + 0.4999))
    return Overflow(longest.words, over, lines * len(str(longest.words)) // max(1, _count(longest, width, setting)))


def _all(block: Block) -> Iterator[Block]:
    yield block
    for inner in block.inside():
        yield from _all(inner)


def _count(text: Text, width: float, setting: Setting) -> int:
    try:
        return len(setting.lines(text.words, text.style, width, text.hang))
    except Overflow:
        return 1
