"""The bundles of an edition, place by place: what lies in each, whether it was printed, whether it was handed over."""

from __future__ import annotations

import datetime
from dataclasses import replace

from ulotki.content.places import Place
from ulotki.edition.record import Record
from ulotki.frozen import dataclass
from ulotki.handout import ledger
from ulotki.handout.deeds import HandOver
from ulotki.library import people
from ulotki.office import Outcome
from ulotki.office.final import Final, final_edition
from ulotki.office.place_bundle import PlaceBundle
from ulotki.office.sums import count_sheets
from ulotki.templates import templates
from ulotki.workspace import Workspace, book, packed


@dataclass(frozen=True, slots=True)
class Bundles:
    """All bundles of an edition."""

    final: Final
    shares: tuple[PlaceBundle, ...]

    @property
    def waiting(self) -> tuple[PlaceBundle, ...]:
        """The bundles that nobody has handed over yet."""
        return tuple(one for one in self.shares if one.handed is None)

    @property
    def handed(self) -> tuple[PlaceBundle, ...]:
        """The bundles that somebody has handed over."""
        return tuple(one for one in self.shares if one.handed is not None)


def bundles(workspace: Workspace, today: datetime.date, name: str | None = None) -> Outcome[Bundles]:
    """The bundles of a campaign's newest edition, None for that of now. Raises Misused for none, Refused for a draft."""
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
