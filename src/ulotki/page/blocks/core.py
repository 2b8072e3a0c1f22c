"""The base class of blocks, and the blocks of empty space."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator

from ulotki.frozen import dataclass
from ulotki.look.styles import Style
from ulotki.page.items import Box, Item
from ulotki.page.setting import Setting
from ulotki.paper import POINT


class Block(ABC):
    """A part of a page without a position. stretch: its share of the free height in a stack."""

    stretch: float = 0.0

    @abstractmethod
    def height(self, width: float, setting: Setting) -> float:
        """Its height in mm at *width* mm. Raises Overflow when a word is wider."""

    @abstractmethod
    def place(self, box: Box, setting: Setting) -> tuple[Item, ...]:
        """Its items in *box*, which is at least as high as `height` says."""

    def inside(self) -> Iterator[Block]:
        """The blocks it is made of."""
        yield from ()


@dataclass(frozen=True, slots=True)
class Gap(Block):
    """Empty space of a height in mm."""

    size: float

    def height(self, width: float, setting: Setting) -> float:
        return self.size

    def place(self, box: Box, setting: Setting) -> tuple[Item, ...]:
        return ()


@dataclass(frozen=True, slots=True)
class Leading(Block):
    """Empty space as high as between two lines of a paragraph in a style."""

    style: Style

    def height(self, width: float, setting: Setting) -> float:
        size, leading = self.style.at(setting.scale)
        return (leading - setting.face(self.style).cap * size) * POINT

    def place(self, box: Box, setting: Setting) -> tuple[Item, ...]:
        return ()


@dataclass(frozen=True, slots=True)
class Spring(Block):
    """Empty space that takes the free height of a stack."""

    stretch: float = 1.0

    def height(self, width: float, setting: Setting) -> float:
        return 0.0

    def place(self, box: Box, setting: Setting) -> tuple[Item, ...]:
        return ()
