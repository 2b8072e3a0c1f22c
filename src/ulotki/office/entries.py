"""Lists the entries of the ledger, each with what became of it."""

from __future__ import annotations

import datetime
from collections.abc import Mapping

from ulotki.content.place_search import find_place
from ulotki.content.places import Place
from ulotki.errors import Finding, Refused, say
from ulotki.frozen import dataclass
from ulotki.handout import ledger as counting
from ulotki.handout.chain import LedgerEntry
from ulotki.handout.deeds import Done, Personal
from ulotki.handout.lines import EntriesData, EntryData
from ulotki.office import Outcome
from ulotki.workspace import Workspace, book
from ulotki.workspace.book import Book

EMPTY = say("the ledger is empty: ulotki hand-over writes the first entry")


@dataclass(frozen=True, slots=True)
class LedgerLine:
    """An entry with what is kept of people, None when that is nothing or forgotten.

    by: the entry that cancels it, or what it corrects, None for none.  corrected: the last that corrects it, None for none.
    """

    entry: LedgerEntry
    personal: Personal | None
    by: int | None = None
    corrected: int | None = None

    @property
    def forgotten(self) -> bool:
        """Whether it once said more of people than it does now."""
        return bool(self.entry.person) and not self.personal

    @property
    def place(self) -> str:
        """The id of the place that the entry is about, "" for none."""
        deed = self.entry.deed
        return deed.place if isinstance(deed, Done) else ""


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
    shown = tuple(
        one
        for one in lines
        if place in (None, one.place)
        and request.kind in (None, one.entry.kind)
        and (request.first is None or request.first <= one.entry.deed.day)
        and (request.last is None or one.entry.deed.day <= request.last)
    )
    return Outcome(LedgerExtract(shown, found), (*known.findings, *torn), () if lines else (EMPTY,))


def read_places(workspace: Workspace) -> tuple[Mapping[str, Place], tuple[Finding, ...]]:
    """(the places by id, what stops us from reading them): the ledger is shown all the same, with ids for names."""
    try:
        found = workspace.library().places
    except Refused as trouble:
        return {}, trouble.findings
    return found, tuple(found.lost)


def ledger_lines(known: Book) -> tuple[LedgerLine, ...]:
    """The entries, each with what became of it."""
    people = known.people
    void = counting.cancellations(known.entries)
    last = {one.seq: one.entries[-1] for one in counting.effects(known.entries) if len(one.entries) > 1}
    first = counting.first_entries(known.entries)
    by = {number: void.get(number, void.get(root)) for number, root in first.items()}
    return tuple(LedgerLine(one, people.get(one.seq), by[one.seq], last.get(one.seq)) for one in known.entries)
