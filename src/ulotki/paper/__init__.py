"""Paper formats in millimetres, and the smallest type for each reading distance."""

from __future__ import annotations

import math
import operator
from collections.abc import Iterable
from dataclasses import replace
from functools import reduce
from typing import Literal

from ulotki.frozen import dataclass

POINT = 25.4 / 72
"""One typographic point in mm."""


def added(lengths: Iterable[float]) -> float:
    """The sum, added from left to right: since Python 3.12 `sum` rounds otherwise, and a code would depend on the version."""
    return reduce(operator.add, lengths, 0)


Edge = Literal["short", "long"]
"""The edge over which the printer turns a two-sided sheet."""

ALIKE = 0.005
"""How much the proportions of A formats may differ, because their sides are rounded to whole mm."""

FLOOR_ARC = 16
"""The smallest x-height for old eyes, in minutes of arc (ISO 9241-3 asks for 16 and prefers 20 to 22)."""


@dataclass(frozen=True, slots=True)
class Format:
    """A paper format with its margin.

    width, height: mm.  margin: mm that office printers do not reach reliably, so nothing stands there.
    """

    name: str
    width: float
    height: float
    margin: float

    @property
    def landscape(self) -> Format:
        """The same format in landscape."""
        return replace(self, width=self.height, height=self.width)

    def like(self, other: Format) -> bool:
        """Whether *other* has the same proportions, so that a page of one can be enlarged to the other."""
        return abs(self.width / self.height - other.width / other.height) < ALIKE


A3 = Format("A3", 297.0, 420.0, 17.0)
A4 = Format("A4", 210.0, 297.0, 12.0)
A5 = Format("A5", 148.0, 210.0, 9.0)
A6 = Format("A6", 105.0, 148.0, 7.0)
WALLET = Format("wallet", 85.6, 54.0, 4.0)


@dataclass(frozen=True, slots=True)
class Tier:
    """A reading distance: all words of one tier are read from the same distance.

    distance: m.  least: pt, the smallest size for any face.
    """

    name: str
    distance: float
    least: float

    def floor(self, x_height: float) -> float:
        """The smallest size in pt for a face. x_height: of the face, as a share of the em."""
        return max(self.least, least_size(self.distance, x_height))


def least_size(distance: float, x_height: float, arc: float = FLOOR_ARC) -> float:
    """The size in pt at which the x-height takes *arc* minutes of arc at *distance* metres.

    x_height: as a share of the em.
    """
    return distance * 1000 * math.tan(math.radians(arc / 60)) / x_height / POINT


BOARD = Tier("board", 1.5, 48.0)
HALL = Tier("hall", 2.0, 66.0)
SECOND_LOOK = Tier("second look", 0.7, 20.0)
CARD = Tier("card", 0.5, 13.5)
HAND = Tier("hand", 0.4, 12.0)
IMPRINT = Tier("imprint", 0.35, 9.5)
