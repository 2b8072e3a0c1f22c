"""A document before it is laid out on pages, and the pictures of pieces in it."""

from __future__ import annotations

import datetime

from ulotki.documents.flowing import Part
from ulotki.frozen import dataclass
from ulotki.look.styles import Style
from ulotki.page.blocks import Block
from ulotki.paper import A4, HAND, Format

FOOT = Style("Regular", 12, 15, HAND)

DOTS = 150 / 25.4
"""Dots of a picture to the mm: as fine as the read-back looks."""

Shot = tuple[int, int, bytes]
"""A picture of a piece: width and height in dots, and the dots, a byte each."""


@dataclass(frozen=True, slots=True)
class Paper:
    """A document. head: at the top of every page, heard once.  blocks: see `Part`; none is split.  gap: mm between two.

    closer: smaller gaps, the first of them that saves a page: a letter whose last lines would stand alone on a second one.
    format: of its pages.  foot: the type of their numbers.
    """

    title: str
    author: str
    dated: datetime.date
    blocks: tuple[Part, ...]
    gap: float
    head: Block | None = None
    format: Format = A4
    foot: Style = FOOT
    closer: tuple[float, ...] = ()

    @property
    def width(self) -> float:
        """Of a line, mm."""
        return self.format.width - 2 * self.format.margin
