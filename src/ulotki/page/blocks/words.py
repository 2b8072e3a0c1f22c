"""Words in a style as a block."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from ulotki.content.text import Words
from ulotki.frozen import dataclass
from ulotki.look.inks import Ink
from ulotki.look.styles import Style
from ulotki.page.blocks.core import Block
from ulotki.page.items import Box, Group, Item, Line, Role
from ulotki.page.setting import SetLine, Setting
from ulotki.paper import POINT, added

Align = Literal["left", "centre", "right"]


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
