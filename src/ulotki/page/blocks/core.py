"""What a block is, and those that are nothing but room."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator
from dataclasses import dataclass

from ulotki.look.styles import Style
from ulotki.page.items import Box, Item
from ulotki.page.setting import Setting
from ulotki.paper import POINT


class Block(ABC):
    """Something that can stand on paper. stretch: its share of the height that is left over in a stack."""

    stretch: float = 0.0

    @abstractmethod
    def height(self, width: float, setting: Setting) -> float:
        """mm it needs in *width* mm. Raises Overflow when a word is wider than that."""

    @abstractmethod
    def place(self, box: Box, setting: Setting) -> tuple[Item, ...]:
        """Its items in *box*, which is at least as high as it needs."""

    def inside(self) -> Iterator[Block]:
        """The blocks it is made of."""
        yield from ()


@dataclass(frozen=True, slots=True)
class Gap(Block):
    """Nothing, so many mm high."""

    size: float

    def height(self, width: float, setting: Setting) -> float:
        return self.size

    def place(self, box: Box, setting: Setting) -> tuple[Item, ...]:
        return ()


@dataclass(frozen=True, slots=True)
class Leading(Block):
    """Nothing, as high as the white between two lines of one paragraph in a style."""

    style: Style

    def height(self, width: float, setting: Setting) -> float:
        size, leading = self.style.at(setting.scale)
        return (leading - setting.face(self.style).cap * size) * POINT

    def place(self, box: Box, setting: Setting) -> tuple[Item, ...]:
        return ()


@dataclass(frozen=True, slots=True)
class Spring(Block):
    """Nothing, as high as there is room."""

    stretch: float = 1.0

    def height(self, width: float, setting: Setting) -> float:
        return 0.0

    def place(self, box: Box, setting: Setting) -> tuple[Item, ...]:
        return ()
