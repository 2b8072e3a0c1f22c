"""What the ledger says, whether it holds, and how it is copied and put back."""

from __future__ import annotations

import datetime
from contextlib import suppress
from pathlib import Path

from ulotki.edition.record import unread_findings
from ulotki.errors import Say, Trouble, Where, misused, say
from ulotki.frozen import dataclass
from ulotki.handout.chain import LedgerEntry
from ulotki.handout.lines import EntriesData, EntryData
from ulotki.office import Outcome
from ulotki.office.answers import checked_name
from ulotki.office.bindings import unbound
from ulotki.office.entries import EMPTY
from ulotki.office.ledger_lines import LedgerLine, ledger_lines
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


@dataclass(frozen=True, slots=True)
class RestoredLedger:
    """The ledger that was brought back. kept: where the one before it is now, None when there was none.

    lost: entries that the copy lacks.  back: entries whose personal fields had been forgotten and are there again.
    """

    entries: int
    kept: Path | None
    lost: tuple[int, ...]
    back: tuple[int, ...]


def verify_ledger(workspace: Workspace) -> Outcome[LedgerEnd]:
    """How the ledger ends, once every entry was found to hold and it was compared with what was kept of it outside.

    The records of which its entries hold a digest are compared too, as far as they lie there.
    """
    known = book.read(workspace.folder)
    lying = editions.every(workspace.base)
    findings = (*known.findings, *unread_findings(lying), *unbound(workspace, known.entries, lying))
    return Outcome(_ledger_end(known), findings, _comparison_asides(known))


def _ledger_end(known: book.Book) -> LedgerEnd:
    return LedgerEnd(len(known.entries), known.entries[-1].hash if known.entries else None)


def _comparison_asides(known: book.Book) -> tuple[Say, ...]:
    if not known.entries:
        return (EMPTY,) if not known.anchors else ()
    if any(one.of(known.entries) for one in known.anchors):
        return ()
    return (say("it cannot be compared: nothing outside of it says how long it was; the next entry keeps that"),)


def ledger_file(workspace: Workspace) -> Path:
    """The file of the ledger. Raises Misused when there is none."""
    path = book.file(workspace.folder)
    if not path.exists():
        what = say("there is no ledger here yet")
        raise misused(what, say("ulotki hand-over writes the first entry"), Where(str(path)))
    return path


def check_target(workspace: Workspace, file: Path, *, force: bool) -> None:
    """Raises Misused when *file* is there and must not be replaced."""
    own = book.file(workspace.folder)
    if file.exists() and own.exists() and file.samefile(own):
        raise misused(say("this is the ledger itself"), say("name another file"), Where(str(file)))
    if file.exists() and not force:
        hint = say("name another one, or replace it with --force")
        raise misused(say("this file is already there"), hint, Where(str(file)))


def backup(workspace: Workspace, file: Path, *, force: bool) -> Outcome[LedgerEnd]:
    """Write a copy of the ledger, checked, into *file*."""
    path = ledger_file(workspace)
    check_target(workspace, file, force=force)
    with store.opened(path) as opened:
        opened.copy(file)
    known = book.read(workspace.folder)
    return Outcome(_ledger_end(known), known.findings, _comparison_asides(known))


def restore(workspace: Workspace, file: Path) -> Outcome[RestoredLedger]:
    """Put a copy in the place of the ledger; what was there is kept beside it."""
    before: tuple[LedgerLine, ...] = ()
    with suppress(Trouble):  # a damaged one is what a copy is for
        before = ledger_lines(book.read(workspace.folder))
    kept, found = book.restore(workspace.folder, file)
    lines = ledger_lines(found)
    hashes = {one.entry.hash for one in lines}
    lost = tuple(one.entry.seq for one in before if one.entry.hash not in hashes)
    forgotten = {one.entry.hash for one in before if one.forgotten}
    back = tuple(one.entry.seq for one in lines if one.personal and one.entry.hash in forgotten)
    asides: list[Say] = []
    if lost:
        asides.append(say("the copy lacks entries {numbers}", numbers=", ".join(map(str, lost))))
    if back:
        again = " ".join(f"--entry {number}" for number in back)
        asides.append(say("what was forgotten is back; forget it again: ulotki ledger forget {again}", again=again))
    return Outcome(RestoredLedger(len(lines), kept, lost, back), found.findings, tuple(asides))


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
