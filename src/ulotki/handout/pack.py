"""A pack: the pieces that a place gets, laid out again for the printer, and the older ones that must come down there."""

from __future__ import annotations

import datetime
import math

from ulotki.content.people import Person
from ulotki.content.places import Place
from ulotki.frozen import dataclass
from ulotki.page.items import Page
from ulotki.paper import Edge


@dataclass(frozen=True, slots=True)
class PackPiece:
    """A piece of an edition, ready for the printer. name: for people.  hangs: whether it is for a board.  template: its id.

    kind: what it is called without its topic, "plakat A4".

    pages: as they go through the printer.  duplex: the edge they turn over, None when each stands on a sheet of its own.
    each: pieces on one sheet.  stock: see `Template`.  ink: share of a sheet that toner covers.
    """

    code: str
    name: str
    hangs: bool
    until: datetime.date | None
    pages: tuple[Page, ...]
    duplex: Edge | None
    each: int
    stock: str
    ink: float
    template: str = "poster"
    kind: str = ""

    def sheets(self, copies: int) -> int:
        """The number of sheets for *copies*."""
        return self.times(copies) * (math.ceil(len(self.pages) / 2) if self.duplex else len(self.pages))

    def times(self, copies: int) -> int:
        """How often its sheets are printed."""
        return math.ceil(copies / self.each)


@dataclass(frozen=True, slots=True)
class OldPiece:
    """A piece that must come down. picture: width, height and pixels; None when its file is gone."""

    code: str
    name: str
    picture: tuple[int, int, bytes] | None = None


@dataclass(frozen=True, slots=True)
class Pack:
    """What a place gets. pieces: with how many copies, in the order of printing.  old: what is to be taken down.

    alone: only what must be replaced, so no letter goes with it.
    """

    place: Place
    person: Person | None
    pieces: tuple[tuple[PackPiece, int], ...]
    old: tuple[OldPiece, ...] = ()
    alone: bool = False

    @property
    def copies(self) -> int:
        """Copies of all pieces."""
        return sum(copies for _, copies in self.pieces)

    @property
    def days(self) -> frozenset[datetime.date | None]:
        """The last days of its pieces."""
        return frozenset(piece.until for piece, _ in self.pieces)
