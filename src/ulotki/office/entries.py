"""Lists the entries of the ledger, each with what became of it."""

from __future__ import annotations

import datetime
from collections.abc import Mapping

from ulotki.content.place_search import find_place
from ulotki.content.places import Place
from ulotki.errors import Finding, Refused, say
from ulotki.frozen import dataclass
from ulotki.handout.lines import EntriesData, EntryData
from ulotki.office import Outcome
from ulotki.office.ledger_lines import LedgerLine, ledger_lines
from ulotki.workspace import Workspace, book

EMPTY = say("the ledger is empty: ulotki hand-over writes the first entry")


@dataclass(frozen=True, slots=True)
class EntriesRequest:
    """Which entries to list, None for any. place: an id, also of a place that no longer exists."""

    place: str | None = None
    kind: str | None = None
    first: datetime.date | None = None
    last: datetime.date | None = None


@dataclass(frozen=True, slots=True)
class LedgerExtract:
    """The entries that were asked for. places: by id, as people call them."""

    lines: tuple[LedgerLine, ...]
    places: Mapping[str, Place]

    @property
    def data(self) -> EntriesData:
        """The entries, and what became of each."""
        return EntriesData(tuple(EntryData.of(one.entry, one.personal, one.by, one.corrected) for one in self.lines))


def list_entries(workspace: Workspace, request: EntriesRequest) -> Outcome[LedgerExtract]:
    """The entries that were asked for, each with what became of it."""
    known = book.read(workspace.folder)
    found, torn = read_places(workspace)
    lines = ledger_lines(known)
    place = request.place
    if place is not None:
        place = find_place(found, place, {one.place for one in lines if one.place})
    first, last = request.first or datetime.date.min, request.last or datetime.date.max
    asked = (one for one in lines if place in (None, one.place) and request.kind in (None, one.entry.kind))
    shown = tuple(one for one in asked if first <= one.entry.deed.day <= last)
    return Outcome(LedgerExtract(shown, found), (*known.findings, *torn), () if lines else (EMPTY,))


def read_places(workspace: Workspace) -> tuple[Mapping[str, Place], tuple[Finding, ...]]:
    """(the places by id, what stops us from reading them): the ledger is shown all the same, with ids for names."""
    try:
        found = workspace.library().places
    except Refused as trouble:
        return {}, trouble.findings
    return found, tuple(found.lost)
