"""Verifies the ledger, writes a backup of it, and goes on with it although a longer one is known."""

from __future__ import annotations

import datetime
from pathlib import Path

from ulotki.edition.record import unread_findings
from ulotki.errors import Finding, misused, say
from ulotki.frozen import dataclass
from ulotki.handout.chain import LedgerEntry
from ulotki.handout.lines import EntriesData, EntryData
from ulotki.office import Outcome
from ulotki.office.answers import checked_name
from ulotki.office.bindings import unbound
from ulotki.office.entries import EMPTY
from ulotki.office.ledger_copy import check_target, ledger_file
from ulotki.workspace import Workspace, book, editions
from ulotki.workspace import ledger as store


@dataclass(frozen=True, slots=True)
class LedgerEnd:
    """How a ledger that was checked ends. entries: how many.  head: the hash of the last one, None for an empty one."""

    entries: int
    head: str | None

    @property
    def short(self) -> str:
        """The hash in the short form that people compare, "" for an empty ledger."""
        return (self.head or "")[:12]


def verify_ledger(workspace: Workspace) -> Outcome[LedgerEnd]:
    """How the ledger ends, once every entry was found to hold and it was compared with what was kept of it outside.

    The records of which its entries hold a digest are compared too, as far as they lie there.
    """
    known = book.read(workspace.folder)
    lying = editions.every(workspace.base)
    return _read_outcome(known, (*unread_findings(lying), *unbound(workspace, known.entries, lying)))


def _read_outcome(known: book.Book, findings: tuple[Finding, ...] = ()) -> Outcome[LedgerEnd]:
    """How a ledger that was read ends, and whether anything outside of it says how long it was."""
    end = LedgerEnd(len(known.entries), known.entries[-1].hash if known.entries else None)
    alone = say("it cannot be compared: nothing outside of it says how long it was; the next entry keeps that")
    compared = any(one.of(known.entries) for one in known.anchors) if known.entries else bool(known.anchors)
    asides = () if compared else (alone if known.entries else EMPTY,)
    return Outcome(end, (*known.findings, *findings), asides)


def backup(workspace: Workspace, file: Path, *, force: bool) -> Outcome[LedgerEnd]:
    """Write a copy of the ledger, checked, into *file*."""
    path = ledger_file(workspace)
    check_target(workspace, file, force=force)
    with store.opened(path) as opened:
        opened.copy(file)
    return _read_outcome(book.read(workspace.folder))


@dataclass(frozen=True, slots=True)
class AcceptedLedger:
    """The entry that says so, none when no other ledger was known."""

    entries: tuple[LedgerEntry, ...]

    @property
    def data(self) -> EntriesData:
        """The entries."""
        return EntriesData(tuple(EntryData.of(one, None) for one in self.entries))


def accept(workspace: Workspace, who: str, at: str, today: datetime.date) -> Outcome[AcceptedLedger]:
    """Go on with this ledger, although a longer or another one is known. who: says so. No entry when none is known."""
    who = checked_name(who, new=False)
    if not who:
        raise misused(say("nobody says so"), say("write who it is: --by WHO"))
    written = book.accept(workspace.folder, today, who, at)
    nothing = () if written.entries else (say("there is nothing to accept: no longer ledger is known"),)
    return Outcome(AcceptedLedger(written.entries), book.read(workspace.folder).findings, (*nothing, *written.notes))
