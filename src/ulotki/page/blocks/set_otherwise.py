"""Words that are set in another way when their lines turn out too long."""

from __future__ import annotations

from collections.abc import Iterator

from ulotki.frozen import dataclass
from ulotki.page.blocks.core import Block
from ulotki.page.blocks.words import Text
from ulotki.page.items import Box, Item
from ulotki.page.setting import Overflow, Setting


@dataclass(frozen=True, slots=True)
class OneLine(Block):
    """The same words in several styles: in the first style that sets them on one line, else in the last one."""

    texts: tuple[Text, ...]

    def height(self, width: float, setting: Setting) -> float:
        return self._chosen(width, setting).height(width, setting)

    def place(self, box: Box, setting: Setting) -> tuple[Item, ...]:
        return self._chosen(box.width, setting).place(box, setting)

    def inside(self) -> Iterator[Block]:
        yield self.texts[-1]

    def _chosen(self, width: float, setting: Setting) -> Text:
        return next((text for text in self.texts[:-1] if _on_one_line(text, width, setting)), self.texts[-1])


@dataclass(frozen=True, slots=True)
class AsWritten(Block):
    """Words in the lines of their author; *anew*, the same words without those breaks, where one of the lines is too wide.

    Broken a second time each for itself, such lines would leave single words on lines of their own.
    """

    text: Text
    anew: Text

    def height(self, width: float, setting: Setting) -> float:
        return self._chosen(width, setting).height(width, setting)

    def place(self, box: Box, setting: Setting) -> tuple[Item, ...]:
        return self._chosen(box.width, setting).place(box, setting)

    def inside(self) -> Iterator[Block]:
        yield self.text

    def _chosen(self, width: float, setting: Setting) -> Text:
        wanted = str(self.text.words).count("\n") + 1
        lines = setting.lines(self.text.words, self.text.style, width, self.text.hang)
        return self.text if len(lines) == wanted else self.anew


def _on_one_line(text: Text, width: float, setting: Setting) -> bool:
    try:
        return len(setting.lines(text.words, text.style, width, text.hang)) == 1
    except Overflow:
        return False
