"""What we print on: sheets in millimetres, and how small type may be at the distance it is read from."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from typing import Literal

POINT = 25.4 / 72
"""mm in a typographic point."""

Edge = Literal["short", "long"]
"""What a two-sided print is turned over."""

ALIKE = 0.005
"""How far proportions of A formats lie apart by rounding to whole mm."""

FLOOR_ARC = 16
"""Minutes of arc an x-height must fill for an old eye to read it at all (ISO 9241-3 names 16, prefers 20 to 22)."""


@dataclass(frozen=True, slots=True)
class Format:
    """A sheet, and the rim that is kept free.

    width, height: mm.  margin: mm that no office printer reaches reliably, so nothing stands there.
    """

    name: str
    width: float
    height: float
    margin: float

    @property
    def landscape(self) -> Format:
        """The same sheet on its side."""
        return replace(self, width=self.height, height=self.width)

    def like(self, other: Format) -> bool:
        """Whether *other* has the same proportions, so that one is the other enlarged."""
        return abs(self.width / self.height - other.width / other.height) < ALIKE


A3 = Format("A3", 297.0, 420.0, 17.0)
A4 = Format("A4", 210.0, 297.0, 12.0)
A5 = Format("A5", 148.0, 210.0, 9.0)
A6 = Format("A6", 105.0, 148.0, 7.0)
WALLET = Format("wallet", 85.6, 54.0, 4.0)


@dataclass(frozen=True, slots=True)
class Tier:
    """A reading distance: words of one tier are read from the same place.

    distance: m.  least: pt, never smaller whatever the face.
    """

    name: str
    distance: float
    least: float

    def floor(self, x_height: float) -> float:
        """The smallest size in pt for a face whose x-height is *x_height* of its em."""
        return max(self.least, least_size(self.distance, x_height))


def least_size(distance: float, x_height: float, arc: float = FLOOR_ARC) -> float:
    """The size in pt at which an x-height fills *arc* minutes of arc from *distance* metres."""
    return distance * 1000 * math.tan(math.radians(arc / 60)) / x_height / POINT


BOARD = Tier("board", 1.5, 48.0)
HALL = Tier("hall", 2.0, 66.0)
SECOND_LOOK = Tier("second look", 0.7, 20.0)
CARD = Tier("card", 0.5, 13.5)
HAND = Tier("hand", 0.4, 12.0)
IMPRINT = Tier("imprint", 0.35, 9.5)
