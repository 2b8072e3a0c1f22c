"""Cancels an entry of the ledger, by a new entry that refers to it."""

from __future__ import annotations

import datetime
from collections.abc import Sequence

from ulotki.errors import misused, say
from ulotki.frozen import dataclass
from ulotki.handout import ledger
from ulotki.handout.chain import LedgerEntry
from ulotki.handout.deeds import Accepted, Activity, Cancelled, Deed, Forgotten, Newer, Personal
from ulotki.handout.lines import EntryData, Places
from ulotki.office import Outcome
from ulotki.office.entries import read_places
from ulotki.office.ledger_lines import WAY, find_entry
from ulotki.workspace import Workspace, book


@dataclass(frozen=True, slots=True)
class CancelledData:
    """The new entry, and the number of the one that it cancels."""

    entries: tuple[EntryData, ...]
    cancels: int


@dataclass(frozen=True, slots=True)
class CancelledEntry:
    """The new entry. number: of what it cancels.  now: what counts in its place, None for nothing.  places: by id."""

    made: LedgerEntry
    number: int
    before: Deed | Newer
    now: Activity | None
    places: Places

    @property
    def data(self) -> CancelledData:
        """The new entry."""
        return CancelledData((EntryData.of(self.made, None),), self.number)


def cancel(workspace: Workspace, number: int, at: str, today: datetime.date) -> Outcome[CancelledEntry]:
    """Write that an entry says what did not happen. Raises Misused when there is nothing in it to cancel."""
    known = book.read(workspace.folder)

    def judge(entries: tuple[LedgerEntry, ...]) -> list[tuple[Deed, Personal]]:
        _refuse_uncancellable(entries, number)
        return [(Cancelled(today, number), Personal())]

    written = book.append(workspace.folder, judge, at)
    entries = book.read(workspace.folder).entries
    before = entries[number - 1].deed
    now = next((one.said for one in ledger.effects(entries) if one.seq == ledger.first_entries(entries)[number]), None)
    value = CancelledEntry(written.entries[0], number, before, now, read_places(workspace)[0])
    return Outcome(value, known.findings, written.notes)


def _refuse_uncancellable(entries: Sequence[LedgerEntry], number: int) -> None:
    if isinstance(find_entry(entries, number).deed, Forgotten | Accepted | Newer):
        what = say("entry {number} cannot be cancelled", number=number)
        raise misused(what, WAY)
    if by := ledger.cancellations(entries).get(number):
        what = say("entry {number} was cancelled by entry {by}", number=number, by=by)
        raise misused(what, say("let it count again: ulotki ledger cancel {by}", by=by))
