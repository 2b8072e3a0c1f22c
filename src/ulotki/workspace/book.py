"""Reads and writes the ledger of a workspace, and compares it with the heads that are stored outside of it."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from ulotki.errors import Finding, Refused, Say, Trouble, Where, say
from ulotki.files import lies
from ulotki.frozen import dataclass
from ulotki.handout import heads
from ulotki.handout.chain import LedgerEntry, Secret
from ulotki.handout.deeds import Accepted, Activity, Forgotten, Personal
from ulotki.workspace import anchors, ledger, lock
from ulotki.workspace.anchors import Anchor
from ulotki.workspace.ledger import Deeds


@dataclass(frozen=True, slots=True)
class Book:
    """The contents of the ledger. anchors: the heads that are stored outside.  findings: why entries may be missing."""

    file: Path
    entries: tuple[LedgerEntry, ...] = ()
    secrets: tuple[Secret, ...] = ()
    anchors: tuple[Anchor, ...] = ()
    findings: tuple[Finding, ...] = ()

    @property
    def people(self) -> dict[int, Personal]:
        """The personal fields that are kept, by entry."""
        return {one.seq: one.personal for one in self.secrets}


@dataclass(frozen=True, slots=True)
class WrittenEntries:
    """New entries that are on the disk. notes: side tasks that failed."""

    entries: tuple[LedgerEntry, ...]
    notes: tuple[Say, ...] = ()


def file(folder: Path) -> Path:
    """The path of the ledger of a workspace."""
    return folder / ledger.NAME


def read(folder: Path) -> Book:
    """The ledger of the workspace *folder*, empty when there is none. Raises Trouble when it does not hold."""
    path = file(folder)
    entries: tuple[LedgerEntry, ...] = ()
    secrets: tuple[Secret, ...] = ()
    if lies(path):
        with ledger.opened(path) as store:
            entries, secrets = store.read()
    kept, torn = anchors.kept(folder)
    findings = (*_against(path, entries, kept), *torn, *_newer(path, entries), *_siblings(path, entries))
    return Book(path, entries, secrets, kept, tuple(dict.fromkeys(findings)))


def append(folder: Path, judge: ledger.DeedsFor, at: str, *more: ledger.DeedsFor) -> WrittenEntries:
    """Write what *judge* wants at the end of the ledger; see `Store.append`.

    Raises Refused when a longer or another ledger is known, until somebody accepts this one.
    """
    path = file(folder)

    def judged(entries: tuple[LedgerEntry, ...]) -> Deeds:
        if findings := [one for one in _against(path, entries, anchors.kept(folder)[0]) if one.grave]:
            raise Refused(dict.fromkeys(findings))
        return judge(entries)

    if not lies(path):
        judged(())  # raises first, so that no file is created when nothing is to be written
    return _written(folder, judged, at, *more)


def accept(folder: Path, day: datetime.date, who: str, at: str) -> WrittenEntries:
    """Go on with this ledger, although a longer or another one is known; no entry when none is. who: says so."""
    known = anchors.kept(folder)[0]

    def judged(entries: tuple[LedgerEntry, ...]) -> Deeds:
        against = (one.head for one in known if one.of(entries) and heads.find_contradiction(entries, one.head))
        given_up = dict.fromkeys((head.length, head.head) for head in against)
        return [(Accepted(day, *head), Personal(who)) for head in given_up]

    return _written(folder, judged, at)


def forget(folder: Path, deed: Forgotten, at: str) -> WrittenEntries:
    """Delete the personal fields of the entries of *deed* for good, and write that down."""
    with lock.alone(folder, "ledger"), ledger.opened(file(folder)) as store:
        store.forget(deed, at)
        return WrittenEntries((), _settled(folder, store))


def restore(folder: Path, source: Path) -> tuple[Path | None, Book]:
    """(where the ledger that was there is kept, the one in *source*, which is now ours)."""
    with lock.alone(folder, "ledger"):
        kept = ledger.restore(file(folder), source)
        with ledger.opened(file(folder)) as store:
            _settled(folder, store)
        return kept, read(folder)


def _written(folder: Path, judge: ledger.DeedsFor, at: str, *more: ledger.DeedsFor) -> WrittenEntries:
    with lock.alone(folder, "ledger"), ledger.opened(file(folder), make=True) as store:
        made = store.append(judge, at, *more)
        return WrittenEntries(made, _settled(folder, store) if made else ())


def _settled(folder: Path, store: ledger.Store) -> tuple[Say, ...]:
    """Keep the head of the open ledger outside of it, unless a longer or another one is known; what could not be done."""
    with store.held() as entries:
        known = anchors.kept(folder)[0]
        if any(one.of(entries) and heads.find_contradiction(entries, one.head) for one in known):
            return ()
        head = heads.head_of(entries)
        return anchors.keep(folder, head) if head else ()


ACCEPT = say(
    "bring the longer one back: ulotki ledger restore FILE; if it is lost, go on with this one: "
    "ulotki ledger accept --by WHO"
)


def _against(path: Path, entries: Sequence[LedgerEntry], kept: Sequence[Anchor]) -> Iterator[Finding]:
    """What the heads that were kept say against the ledger."""
    for anchor in kept:
        head, ours = anchor.head, anchor.of(entries)
        if not ours and (entries or any(one.own for one in kept)):
            continue  # of a ledger that this folder held once, or the workspace itself says it better
        match heads.find_contradiction(entries, head):
            case None:
                continue
            case "shorter" if not ours:
                what = say(
                    "this folder once held a ledger of {count} entries, and there is none now", count=head.length
                )
            case "shorter":
                what = say(
                    "this ledger has {count} entries, and {known} were known, the last {head}: it is an older one",
                    count=len(entries),
                    known=head.length,
                    head=head.short,
                )
            case "other":
                what = say(
                    "entry {number} of this ledger is not the one that was known, {head}: it is another ledger",
                    number=head.length,
                    head=head.short,
                )
        yield Finding("ledger", what, ACCEPT, Where(str(path)), grave=ours)


def _newer(path: Path, entries: Sequence[LedgerEntry]) -> Iterator[Finding]:
    """What a newer program has written, and this one does not know all of."""
    for one in entries:
        if one.unknown:
            what = say(
                "entry {number} is of a newer program; this one does not know: {names}",
                number=one.seq,
                names=", ".join(one.unknown),
            )
            hint = say("install a newer ulotki to see all of it")
            yield Finding("ledger", what, hint, Where(str(path)), grave=one.kind in one.unknown)


# Beside it

KEPT = re.compile(re.escape(ledger.NAME) + r"(\.before-\d+|-journal|-wal|-shm)?")
"""Names of files that this program itself leaves beside the ledger."""


def siblings(path: Path) -> tuple[Path, ...]:
    """Other ledgers in the same folder, such as a synchroniser or somebody who copies leaves: by name, or by their head."""
    try:
        files = sorted(one for one in path.parent.iterdir() if one.is_file())
    except OSError:
        return ()
    return tuple(one for one in files if not KEPT.fullmatch(one.name) and _like(one))


def _like(one: Path) -> bool:
    if one.name.startswith(".part-") or one.name.endswith(("-journal", "-wal", "-shm")):
        return False
    return _named(one) or ledger.headed(one)


def _named(one: Path) -> bool:
    """Whether a file has the name of a ledger. A backup with another name and nothing more in it does no harm."""
    return "ledger" in one.name.casefold() and "sqlite" in one.name.casefold()


def _siblings(path: Path, entries: Sequence[LedgerEntry]) -> Iterator[Finding]:
    """What lies beside the ledger and may hold what it lacks. Nobody but people can merge them."""
    for one in siblings(path):
        where = Where(str(one))
        try:
            with ledger.opened(one) as store:
                more = heads.missing_entries(entries, store.read()[0])
        except (Trouble, OSError):
            what = say("another ledger lies beside ours, and it cannot be read")
            yield Finding("ledger", what, say("look at it, and move it out of this folder"), where)
            continue
        if more:
            what = say("another ledger lies beside ours; it holds what ours lacks: {entries}", entries=_told(more))
            hint = say("write down here what it holds, then move it out of this folder")
            yield Finding("ledger", what, hint, where)
        elif _named(one):
            what = say("another ledger lies beside ours; it holds nothing that ours lacks")
            yield Finding("ledger", what, say("move it out of this folder"), where, grave=False)


MOST = 5
"""Most entries of another ledger that a message lists one by one."""


def _told(more: Sequence[LedgerEntry]) -> str:
    """Entries in few words: "2 (2024-08-07, urzad-gminy)"."""
    deeds = ((one.seq, one.deed) for one in more[:MOST])
    shown = [
        f"{seq} ({deed.day}, {deed.place})" if isinstance(deed, Activity) and deed.place else f"{seq} ({deed.day})"
        for seq, deed in deeds
    ]
    return "; ".join([*shown, *(["…"] if len(more) > MOST else [])])
