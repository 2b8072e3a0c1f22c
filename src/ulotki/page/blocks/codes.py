"""QR codes as blocks."""

from __future__ import annotations

from ulotki.content.told import Target
from ulotki.frozen import dataclass
from ulotki.page.blocks.core import Block
from ulotki.page.items import QR, Box, Code, Group, Item, Role
from ulotki.page.setting import Setting
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
        code = symbol(self.target.payload, self.target.mask)
        return (
            Group(
                Role("figure", alt=self.alt, ref=QR),
                (Code(box.x + rim, box.y + rim, self.module, code.rows, code.payload),),
            ),
        )
