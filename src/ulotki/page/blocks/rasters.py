"""Blocks made of squares: QR codes, and raster images in a thin frame."""

from __future__ import annotations

from ulotki.content.told import Target
from ulotki.frozen import dataclass
from ulotki.look.inks import BLACK
from ulotki.page import shapes
from ulotki.page.blocks.core import Block
from ulotki.page.items import QR, Box, Code, Group, Item, Raster, Role, Stroke
from ulotki.page.setting import Setting
from ulotki.paper import POINT
from ulotki.qr import QUIET, SIDE, symbol


@dataclass(frozen=True, slots=True)
class QrCode(Block):
    """A QR code with its quiet zone; the side of a module is in mm. outside: its right quiet zone lies in the margin."""

    target: Target
    module: float
    alt: str
    outside: bool = False

    @property
    def width(self) -> float:
        """Its width in mm, without the right quiet zone when that lies outside."""
        return (SIDE + (QUIET if self.outside else 2 * QUIET)) * self.module

    def height(self, width: float, setting: Setting) -> float:
        return (SIDE + 2 * QUIET) * self.module

    def place(self, box: Box, setting: Setting) -> tuple[Item, ...]:
        rim = QUIET * self.module
        made = symbol(self.target.payload, self.target.mask)
        code = Code(box.x + rim, box.y + rim, self.module, made.rows, made.payload)
        return (Group(Role("figure", alt=self.alt, ref=QR), (code,)),)


@dataclass(frozen=True, slots=True)
class Snapshot(Block):
    """A grey raster image in a thin frame. width, tall: pixels.  dots: pixels to the mm.  alt: alternative text."""

    width: int
    tall: int
    data: bytes
    dots: float
    alt: str

    def height(self, width: float, setting: Setting) -> float:
        return self.tall / self.dots

    def place(self, box: Box, setting: Setting) -> tuple[Item, ...]:
        wide, high = self.width / self.dots, self.tall / self.dots
        area = Box(box.x + (box.width - wide) / 2, box.y, wide, high)
        picture = Raster(area, self.width, self.tall, self.data)
        rim = HAIR * POINT / 2
        frame = Stroke(area, shapes.rounded(area.inset(rim, rim), 0), BLACK, HAIR)
        return (Group(Role("figure", alt=self.alt), (picture, frame)),)


HAIR = 0.4
"""Weight of the frame around a raster image, pt."""
