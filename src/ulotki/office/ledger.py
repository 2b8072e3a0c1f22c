"""What the ledger says, whether it holds, and how it is copied and put back."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from ulotki.content.places import Place, find_place
from ulotki.edition.record import unread_findings
from ulotki.errors import Finding, Refused, Say, Trouble, Where, misused, say
from ulotki.frozen import dataclass
from ulotki.handout import ledger as counting
from ulotki.handout.chain import LedgerEntry
from ulotki.handout.deeds import Done, Personal
from ulotki.handout.lines import EntriesData, EntryData
from ulotki.office import Outcome
from ulotki.office.answers import checked_name
from ulotki.office.bindings import unbound
from ulotki.workspace import Workspace, book, editions
from ulotki.workspace import ledger as store
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
        """Whose entry it is, "" for nobody's."""
        deed = self.entry.deed
        return deed.place if isinstance(deed, Done) else ""


@dataclass(frozen=True, slots=True)
class EntriesRequest:
    """Which entries; nothing said: all. place: an id, also of a place that is none any more."""

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
    """What came back. kept: where the ledger lies that was there.  lost: entries that the copy lacks.

    back: entries whose personal fields had been forgotten and are there again.
    """

    entries: int
    kept: Path | None
    lost: tuple[int, ...]
    back: tuple[int, ...]


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


def verify_ledger(workspace: Workspace) -> Outcome[LedgerEnd]:
    """How the ledger ends, once every entry was found to hold and it was compared with what was kept of it outside.

    The records of which its entries hold a digest are compared too, as far as they lie there.
    """
    known = book.read(workspace.folder)
    lying = editions.every(workspace.base)
    findings = (*known.findings, *unread_findings(lying), *unbound(workspace, known.entries, lying))
    return Outcome(_ledger_end(known), findings, _comparison_asides(known))


def _ledger_end(known: Book) -> LedgerEnd:
    return LedgerEnd(len(known.entries), known.entries[-1].hash if known.entries else None)


def _comparison_asides(known: Book) -> tuple[Say, ...]:
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
