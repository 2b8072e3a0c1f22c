"""The ledger as a file: SQLite, so that two programs can write at once and a power cut leaves the old state or the new.

An entry is there when `append` returns: not before the disk has it. A file that is not ours, or damaged, is named and
left as it is. Nothing stays beside the file, which may lie in a folder that is synchronised.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, closing, contextmanager, suppress
from dataclasses import astuple
from itertools import count
from pathlib import Path

from ulotki.errors import Finding, Trouble, Where, refused, say
from ulotki.files import lies
from ulotki.handout import chain, integrity
from ulotki.handout.chain import LedgerEntry, Secret
from ulotki.handout.deeds import Deed, Forgotten, Personal
from ulotki.values import canonical
from ulotki.workspace import sqlite, writing

NAME = "ledger.sqlite"

APPLICATION = 0x756C6F74
""""ulot": the SQLite application id of a ledger."""

VERSION = 2
"""The version that is written. Version 1 has a write-ahead log and no corrections; the next entry makes it version 2."""

MAGIC = b"SQLite format 3\0"

SCHEMA = (
    """CREATE TABLE entry (
 seq INTEGER PRIMARY KEY, at TEXT NOT NULL, kind TEXT NOT NULL, body TEXT NOT NULL,
 person TEXT, previous TEXT NOT NULL, hash TEXT NOT NULL
) STRICT""",
    "CREATE TABLE person (seq INTEGER PRIMARY KEY REFERENCES entry, salt TEXT NOT NULL, value TEXT NOT NULL) STRICT",
    """CREATE TRIGGER entry_in_order BEFORE INSERT ON entry
WHEN NEW.seq IS NOT (SELECT ifnull(max(seq), 0) + 1 FROM entry)
BEGIN SELECT RAISE(ABORT, 'entries are only added'); END""",
    """CREATE TRIGGER entry_stays BEFORE UPDATE ON entry
BEGIN SELECT RAISE(ABORT, 'entries are only added'); END""",
    """CREATE TRIGGER entry_remains BEFORE DELETE ON entry
BEGIN SELECT RAISE(ABORT, 'entries are only added'); END""",
    """CREATE TRIGGER person_stays BEFORE UPDATE ON person
BEGIN SELECT RAISE(ABORT, 'personal fields are kept or forgotten'); END""",
)

Deeds = Sequence[tuple[Deed, Personal]]

Rows = tuple[tuple[LedgerEntry, ...], tuple[Secret, ...]]

DeedsFor = Callable[[tuple[LedgerEntry, ...]], Deeds]
"""What is to be written after these entries: deeds with their personal fields. Raises Trouble when nothing is to be."""


class Store:
    """An open ledger that was verified. loose: a read-only copy of a ledger that cannot be opened in its place."""

    def __init__(self, path: Path, connection: sqlite3.Connection, *, loose: bool = False) -> None:
        self.path = path
        self.connection = connection
        self.loose = loose
        self.known: tuple[tuple[int, int], Rows] | None = None

    def read(self) -> Rows:
        """All entries and all stored personal data, at one moment; they are read again only when somebody has written."""
        with self._transaction("BEGIN"):
            return self._rows()

    @contextmanager
    def held(self) -> Iterator[tuple[LedgerEntry, ...]]:
        """All entries, while nobody else can write; what the block writes is on the disk when it ends."""
        if self.loose:
            raise sqlite.broken(self.path, say("nothing can be written where this ledger lies"), sqlite.ROOM)
        self._alone()
        with self._transaction("BEGIN IMMEDIATE"):
            yield self._rows()[0]

    def append(self, judge: DeedsFor, at: str, *more: DeedsFor) -> tuple[LedgerEntry, ...]:
        """An entry for each deed that *judge* wants, all of them or none; on the disk when this returns.

        more: further judges, each of which sees what those before it made.
        Nobody else writes between the entries that a judge sees and those that it makes. Personal fields are hashed with a
        salt of 128 bits of chance, so that nobody finds them by trying.
        """
        made: list[LedgerEntry] = []
        with self.held() as entries:
            last = entries[-1] if entries else None
            for each in (judge, *more):
                for deed, personal in each((*entries, *made)):
                    number = last.seq + 1 if last else 1
                    kept = Secret(number, os.urandom(16).hex(), canonical(personal)) if personal else None
                    last = chain.make_entry(deed, at, last, kept.digest if kept else None)
                    self._insert(last, kept)
                    made.append(last)
        return tuple(made)

    def forget(self, deed: Forgotten, at: str) -> None:
        """Delete the personal fields of its entries, and write it down; their bytes are gone from the disk."""
        if deed.entries:
            with self.held() as entries:
                with sqlite.about(self.path):
                    self.connection.executemany("DELETE FROM person WHERE seq = ?", [(seq,) for seq in deed.entries])
                self._insert(chain.make_entry(deed, at, entries[-1] if entries else None), None)
        self._alone()
        with sqlite.about(self.path):
            self.connection.execute("VACUUM")

    def copy(self, target: Path) -> None:
        """Copy the ledger to one file and verify it; then it replaces *target*."""
        part = sqlite.part(target)
        try:
            with writing.about(part, target):
                with sqlite.about(self.path):
                    sqlite.copy_database(self.connection, part)
                with opened(part):
                    pass
            with writing.about(target):
                writing.rename(part, target)
                writing.settle_name(target)
        finally:
            sqlite.sweep(part)

    def _alone(self) -> None:
        """Remove the write-ahead log beside the file, which version 1 has."""
        with sqlite.about(self.path):
            ((mode,),) = self.connection.execute("PRAGMA journal_mode=DELETE").fetchall()
        if mode != "delete":
            raise sqlite.busy(self.path)

    @contextmanager
    def _transaction(self, begin: str) -> Iterator[None]:
        with sqlite.about(self.path):
            self.connection.execute(begin)
        try:
            yield
            with sqlite.about(self.path):
                self.connection.execute("COMMIT")
        except BaseException:
            with suppress(sqlite3.Error):
                self.connection.execute("ROLLBACK")
            raise

    def _insert(self, one: LedgerEntry, kept: Secret | None) -> None:
        with sqlite.about(self.path):
            self.connection.execute(f"PRAGMA user_version={VERSION}")
            self.connection.execute("INSERT INTO entry VALUES (?, ?, ?, ?, ?, ?, ?)", astuple(one))
            if kept:
                self.connection.execute("INSERT INTO person VALUES (?, ?, ?)", astuple(kept))

    def _rows(self) -> Rows:
        """What the file holds, in a transaction that has begun."""
        with sqlite.about(self.path):
            ((others,),) = self.connection.execute("PRAGMA data_version").fetchall()
            now = (others, self.connection.total_changes)
            if self.known is None or self.known[0] != now:
                self.known = (now, self._fresh())
            return self.known[1]

    def _fresh(self) -> Rows:
        entries = self.connection.execute("SELECT seq, at, kind, body, person, previous, hash FROM entry ORDER BY seq")
        people = self.connection.execute("SELECT seq, salt, value FROM person ORDER BY seq")
        return tuple(LedgerEntry(*row) for row in entries), tuple(Secret(*row) for row in people)


@contextmanager
def opened(path: Path, *, make: bool = False) -> Iterator[Store]:
    """The ledger in *path*. make: a new one when there is none.

    Raises Refused when the file is damaged or not a ledger of ours, or when an entry of it does not hold.
    """
    if make and not lies(path):
        _make(path)
    _ours(path)
    with ExitStack() as stack:
        with sqlite.about(path):
            store = _placed(path, stack)
            _sound(store)
        if fault := integrity.verify(*store.read()):
            what = say("entry {number} of the ledger does not hold: {why}", number=fault.seq, why=fault.why)
            raise refused("ledger", what, sqlite.RESTORE, Where(str(path)))
        yield store


def _placed(path: Path, stack: ExitStack) -> Store:
    """The file itself, opened; where the system lets nobody write beside it, and that is needed, a copy of it."""
    try:
        connection = stack.enter_context(closing(sqlite.connect(path)))
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
        return Store(path, connection)
    except sqlite3.OperationalError as error:
        if not error.sqlite_errorname.startswith(("SQLITE_CANTOPEN", "SQLITE_READONLY")):
            raise
    import tempfile

    copy = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="ulotki-"))) / path.name
    for end in sqlite.BESIDE:
        if (file := Path(f"{path}{end}")).is_file():
            Path(f"{copy}{end}").write_bytes(file.read_bytes())
    return Store(path, stack.enter_context(closing(sqlite.connect(copy))), loose=True)


def restore(path: Path, source: Path) -> Path | None:
    """Put the ledger in *source* in the place of *path*, once it is found to hold.

    The file that was there is kept beside it: its new name, None when there was none.
    """
    part = sqlite.part(path)
    kept = None
    try:
        with writing.about(part, path):
            for end in sqlite.BESIDE:
                if (file := Path(f"{source}{end}")).is_file():
                    Path(f"{part}{end}").write_bytes(file.read_bytes())
            with _named(part, source), opened(part) as store, store.held():
                pass  # opening merges its log
            sqlite.sync(part)
        if path.exists():
            with suppress(Trouble), opened(path):
                pass  # opening merges the log beside it
            kept = _beside(path)
        with writing.about(path):
            writing.rename(part, path)
            writing.settle_name(path)
    finally:
        sqlite.sweep(part)
    return kept


def _beside(path: Path) -> Path:
    """The ledger *path* under another name beside it: the same file, which keeps its own name until it is replaced."""
    names = (Path(f"{path}.before-{number}") for number in count(1))
    kept = next(name for name in names if not name.exists())
    with writing.about(kept):
        try:
            kept.hardlink_to(path)
        except OSError:  # a disk without links, such as a USB stick
            writing.write(kept, path.read_bytes())
        for end in (*sqlite.BESIDE[1:], "-shm"):
            if (file := Path(f"{path}{end}")).exists():
                writing.rename(file, Path(f"{kept}{end}"))
    return kept


def _make(path: Path) -> None:
    """An empty ledger, there whole or not at all; when another program makes it first, that one is it."""
    part = sqlite.part(path)
    try:
        with writing.about(part, path):
            with sqlite.about(path), closing(sqlite.connect(part)) as connection:
                connection.execute(f"PRAGMA application_id={APPLICATION}")
                connection.execute(f"PRAGMA user_version={VERSION}")
                for sentence in SCHEMA:
                    connection.execute(sentence)
            sqlite.sync(part)
        try:
            path.hardlink_to(part)
        except FileExistsError:
            return
        except OSError:  # a disk without links, such as a USB stick
            if not path.exists():
                writing.rename(part, path)
        writing.settle_name(path)
    finally:
        sqlite.sweep(part)


LARGEST = 200_000_000
"""Bytes of the largest ledger that is read. 20,000 places with 100,000 entries of ten pieces each have 165 MB; a gmina writes
a few hundred entries in a year."""


def _ours(path: Path) -> None:
    """Raises Refused when the head of the file says that it is not a ledger, or of a program newer than this."""
    if path.is_symlink() and not path.exists():
        what = say("this ledger is a link, and what it leads to is not there")
        raise sqlite.damaged(path, what, say("plug in the disk where it lies, or go back to a copy of it"))
    if path.exists() and not path.is_file():
        raise sqlite.damaged(path, say("this file is not a ledger of ulotki, or it is damaged"))
    if sum(one.stat().st_size for end in sqlite.BESIDE if (one := Path(f"{path}{end}")).exists()) > LARGEST:
        raise sqlite.damaged(path, say("this ledger is larger than {size} MB", size=LARGEST // 1_000_000))
    version = _version(path)
    if version is None:
        raise sqlite.damaged(path, say("this file is not a ledger of ulotki, or it is damaged"))
    if not 1 <= version <= VERSION:
        what = say(
            "this ledger is of version {version}, and this program knows {known}", version=version, known=VERSION
        )
        raise sqlite.damaged(path, what, say("install a newer ulotki; the file was left as it is"))


def headed(path: Path) -> bool:
    """Whether the head of a file says that it is a ledger of ours."""
    with suppress(OSError):
        return _version(path) is not None
    return False


def _version(path: Path) -> int | None:
    """The version of a ledger, None when the head of the file says that it is none."""
    with path.open("rb") as file:
        head = file.read(100)
    ours = head.startswith(MAGIC) and int.from_bytes(head[68:72], "big") == APPLICATION
    return int.from_bytes(head[60:64], "big") if ours else None


def _sound(store: Store) -> None:
    """Raises Refused when pages of the file are damaged, or its tables and triggers are not ours."""
    checked = store.connection.execute("PRAGMA quick_check(1)").fetchone()[0]
    there = [row[0] for row in store.connection.execute("SELECT sql FROM sqlite_master")]
    if checked != "ok" or len(there) != len(SCHEMA) or set(there) != set(SCHEMA):
        raise sqlite.damaged(store.path, say("this ledger is damaged"))


@contextmanager
def _named(part: Path, source: Path) -> Iterator[None]:
    """Report errors about the copy *part* as errors about *source*."""
    try:
        yield
    except Trouble as trouble:
        what = next(finding.what for finding in trouble.findings)
        hint = say("use another backup; nothing was changed")
        raise type(trouble)([Finding("ledger", what, hint, Where(str(source)))]) from trouble
