"""The bundle of one place: what lies in it, and what became of it."""

from __future__ import annotations

import datetime

from ulotki.content.people import Person
from ulotki.content.places import Place
from ulotki.edition.record import RecordEntry
from ulotki.frozen import dataclass


@dataclass(frozen=True, slots=True)
class AlikePieces:
    """Pieces of a bundle that are alike, as a rule those of an order. copies: of each.  codes: of the pieces."""

    template: str
    format: str
    copies: int
    codes: tuple[str, ...]

    @property
    def id(self) -> str:
        """A name of it, which is unlike that of pieces of another edition."""
        return ".".join(self.codes)


@dataclass(frozen=True, slots=True)
class PlaceBundle:
    """What a place gets of an edition. posters: copies for boards.  leaflets: all others.  handed: the day, None while it was not.

    printed: whether it was opened to be printed.  consent: what was said when it was last handed something, None for nothing.
    """

    place: Place
    pieces: tuple[tuple[RecordEntry, int], ...]
    posters: int
    leaflets: int
    sheets: int
    host: Person | None = None
    printed: bool = False
    handed: datetime.date | None = None
    consent: bool | None = None

    @property
    def kinds(self) -> tuple[AlikePieces, ...]:
        """What lies in it, by template, format and copies."""
        found: dict[tuple[str, str, int], list[str]] = {}
        for one, copies in self.pieces:
            found.setdefault((one.template, one.format, copies), []).append(one.code)
        return tuple(AlikePieces(*alike, tuple(codes)) for alike, codes in found.items())

    @property
    def who(self) -> str:
        """Who looks after the place, "" for nobody that is known."""
        return self.host.name if self.host else ""
