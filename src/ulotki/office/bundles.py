"""The bundles of an edition, place by place: what lies in each, whether it was printed, whether it was handed over."""

from __future__ import annotations

import datetime
from dataclasses import replace

from ulotki.content.people import Person
from ulotki.content.places import Place
from ulotki.edition.record import Record, RecordEntry
from ulotki.frozen import dataclass
from ulotki.handout import ledger
from ulotki.handout.deeds import HandOver
from ulotki.library import people
from ulotki.office import Outcome
from ulotki.office.final import Final, final_edition
from ulotki.office.sums import count_sheets
from ulotki.templates import templates
from ulotki.workspace import Workspace, book, packed


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


@dataclass(frozen=True, slots=True)
class Bundles:
    """All bundles of an edition."""

    final: Final
    shares: tuple[PlaceBundle, ...]

    @property
    def waiting(self) -> tuple[PlaceBundle, ...]:
        """Those that nobody has handed over yet."""
        return tuple(one for one in self.shares if one.handed is None)

    @property
    def handed(self) -> tuple[PlaceBundle, ...]:
        """Those that somebody has."""
        return tuple(one for one in self.shares if one.handed is not None)


def bundles(workspace: Workspace, today: datetime.date, name: str | None = None) -> Outcome[Bundles]:
    """The bundles of the newest edition of the campaign of now, or of the campaign called *name*.

    Raises Misused when there is no edition, Refused while it is a draft.
    """
    library = workspace.library().believed(today)
    found = final_edition(workspace.base, library, today, campaign=name, anew=True)
    known = book.read(workspace.folder)
    hosts = people(workspace.folder, library.places)
    noted = packed.last(workspace.base)
    printed = noted.places if noted and noted.edition == found.record.edition else ()
    given = [one.deed for one in ledger.effects(known.entries) if isinstance(one.deed, HandOver)]
    handed = {one.place: one.day for one in given if one.edition == found.record.edition}
    consents = {one.place: one.consent for one in given if one.consent is not None}
    shares = tuple(
        replace(share, host=hosts.get(id), printed=id in printed, handed=handed.get(id), consent=consents.get(id))
        for id, place in library.places.items()
        if (share := _share(place, found.record))
    )
    return Outcome(Bundles(found, shares), (*known.findings, *hosts.faults({one.place.id for one in shares})))


def _share(place: Place, record: Record) -> PlaceBundle | None:
    pieces = tuple((one, copies) for one in record.pieces if (copies := one.ordered(place.id)))
    if not pieces:
        return None
    hangs = sum(copies for one, copies in pieces if (found := templates().get(one.template)) and found.hangs)
    paper = sum(count_sheets(one.template, one.format, one.pages, copies) for one, copies in pieces)
    return PlaceBundle(place, pieces, hangs, sum(copies for _, copies in pieces) - hangs, paper)
