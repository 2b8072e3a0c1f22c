"""The ledger as a file: SQLite, so that two programs can write at once and a power cut leaves the old state or the new.

An entry is there when `append` returns: not before the disk has it. A file that is not ours, or damaged, is named and
left as it is.
"""

from __future__ import annotations

import os
import sqlite3
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from dataclasses import astuple
from pathlib import Path

from ulotki.errors import Broken, Finding, Misused, Refused, Say, Trouble, Where, say
from ulotki.handout import chain
from ulotki.handout.chain import Entry, Secret
from ulotki.handout.deeds import Deed, Forgotten, Personal

NAME = "ledger.sqlite"

APPLICATION = 0x756C6F74
""""ulot": how the file says whose it is."""

VERSION = 1

PATIENCE = 20.0
"""Seconds to wait for another program that is writing."""

COLUMNS = "seq, at, kind, body, person, previous, hash"

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


class Store:
    """An open ledger that was found to hold."""

    def __init__(self, path: Path, connection: sqlite3.Connection) -> None:
        self.path = path
        self.connection = connection

    def read(self) -> tuple[tuple[Entry, ...], tuple[Secret, ...]]:
        """All entries and what is kept of people, as they were at one moment."""
        with _said(self.path), self._transaction("BEGIN"):
            return self._rows()

    def append(self, deeds: Sequence[tuple[Deed, Personal, str]], at: str) -> tuple[Entry, ...]:
        """An entry for each (deed, personal fields, salt), all of them or none; on the disk when this returns."""
        with _said(self.path), self._transaction("BEGIN IMMEDIATE"):
            last = self._last()
            made: list[Entry] = []
            for deed, personal, salt in deeds:
                kept = chain.secret(last.seq + 1 if last else 1, personal, salt) if personal else None
                last = chain.entry(deed, at, last, kept.digest if kept else None)
                self._insert(last, kept)
                made.append(last)
        return tuple(made)

    def forget(self, deed: Forgotten, at: str) -> None:
        """Delete the personal fields of its entries, and write it down; their bytes are gone from the disk."""
        with _said(self.path):
            if deed.entries:
                with self._transaction("BEGIN IMMEDIATE"):
                    last = self._last()
                    self.connection.executemany("DELETE FROM person WHERE seq = ?", [(seq,) for seq in deed.entries])
                    self._insert(chain.entry(deed, at, last), None)
            self.connection.execute("VACUUM")
            ((busy, *_),) = self.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
        if busy:
            raise _busy(self.path)

    def copy(self, target: Path) -> None:
        """The ledger once more, as one file that replaces *target*, once it is found to hold."""
        part = _part(target)
        try:
            with _said(self.path):
                _copied(self.connection, part)
            with opened(part):
                pass
            part.replace(target)
            _settle(target.parent)
        finally:
            _swept(part)

    @contextmanager
    def _transaction(self, begin: str) -> Iterator[None]:
        self.connection.execute(begin)
        try:
            yield
            self.connection.execute("COMMIT")
        except BaseException:
            with suppress(sqlite3.Error):
                self.connection.execute("ROLLBACK")
            raise

    def _insert(self, one: Entry, kept: Secret | None) -> None:
        self.connection.execute("INSERT INTO entry VALUES (?, ?, ?, ?, ?, ?, ?)", astuple(one))
        if kept:
            self.connection.execute("INSERT INTO person VALUES (?, ?, ?)", astuple(kept))

    def _rows(self) -> tuple[tuple[Entry, ...], tuple[Secret, ...]]:
        entries = self.connection.execute(f"SELECT {COLUMNS} FROM entry ORDER BY seq")
        secrets = self.connection.execute("SELECT seq, salt, value FROM person ORDER BY seq")
        return tuple(Entry(*row) for row in entries), tuple(Secret(*row) for row in secrets)

    def _last(self) -> Entry | None:
        """The last entry; whoever wrote it since this file was opened had found the others to hold."""
        row = self.connection.execute(f"SELECT {COLUMNS} FROM entry ORDER BY seq DESC LIMIT 1").fetchone()
        return Entry(*row) if row else None


@contextmanager
def opened(path: Path, *, make: bool = False) -> Iterator[Store]:
    """The ledger in *path*. make: a new one when there is none.

    Raises Broken when the file is damaged or not a ledger of ours, Refused when an entry of it does not hold.
    """
    if make and not path.exists():
        _make(path)
    _ours(path)
    with _said(path):
        connection = _connected(path)
    with closing(connection):
        store = Store(path, connection)
        with _said(path):
            _sound(store)
        _checked(path, *store.read())
        yield store


def restored(path: Path, source: Path) -> Path | None:
    """Put the ledger in *source* in the place of *path*, once it is found to hold.

    The file that was there is kept beside it: its new name, None when there was none.
    """
    part = _part(path)
    kept = None
    try:
        for end in ("", "-wal"):
            if (file := Path(f"{source}{end}")).is_file():
                Path(f"{part}{end}").write_bytes(file.read_bytes())
        with _named(part, source), opened(part) as store, _said(source):
            store.connection.execute("PRAGMA journal_mode=WAL")
        _synced(part)
        if path.exists():
            with suppress(Trouble), opened(path):
                pass  # what lies beside it in its log is folded in
            kept = _free(path)
            for end in ("", "-wal", "-shm"):
                if (file := Path(f"{path}{end}")).exists():
                    file.rename(f"{kept}{end}")
        part.rename(path)
        _settle(path.parent)
    finally:
        _swept(part)
    return kept


def _make(path: Path) -> None:
    """An empty ledger, there whole or not at all; when another program makes it first, that one is it."""
    part = _part(path)
    try:
        with _said(path), closing(_connected(part)) as connection:
            connection.execute(f"PRAGMA application_id={APPLICATION}")
            connection.execute(f"PRAGMA user_version={VERSION}")
            for sentence in SCHEMA:
                connection.execute(sentence)
            connection.execute("PRAGMA journal_mode=WAL")
        _synced(part)
        try:
            path.hardlink_to(part)
        except FileExistsError:
            return
        except OSError:  # a disk without links, such as a USB stick
            if not path.exists():
                part.rename(path)
        _settle(path.parent)
    finally:
        _swept(part)


def _connected(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(
        f"{path.absolute().as_uri()}?mode=rw", uri=True, timeout=PATIENCE, isolation_level=None
    )
    connection.text_factory = lambda data: data.decode("utf-8", "surrogateescape")
    for setting in (
        "synchronous=FULL",
        "fullfsync=ON",
        "checkpoint_fullfsync=ON",
        "secure_delete=ON",
        "temp_store=MEMORY",
        "recursive_triggers=ON",
        "trusted_schema=OFF",
        "cell_size_check=ON",
    ):
        connection.execute(f"PRAGMA {setting}")
    return connection


def _ours(path: Path) -> None:
    """Raises Broken when the head of the file says that it is not a ledger, or of a program newer than this."""
    with path.open("rb") as file:
        head = file.read(100)
    version = int.from_bytes(head[60:64], "big")
    if not head.startswith(MAGIC) or int.from_bytes(head[68:72], "big") != APPLICATION:
        raise _broken(path, say("this file is not a ledger of ulotki, or it is damaged"), RESTORE)
    if version != VERSION:
        what = say(
            "this ledger is of version {version}, and this program knows {known}", version=version, known=VERSION
        )
        raise _broken(path, what, say("install a newer ulotki; the file was left as it is"))


RESTORE = say(
    "it was left as it is; restore a backup: ulotki ledger restore FILE; "
    "without one, rename the file and keep it, and a new ledger begins"
)


def _sound(store: Store) -> None:
    """Raises Broken when pages of the file are damaged, or its tables and triggers are not ours."""
    checked = store.connection.execute("PRAGMA quick_check(1)").fetchone()[0]
    there = [row[0] for row in store.connection.execute("SELECT sql FROM sqlite_master")]
    if checked != "ok" or len(there) != len(SCHEMA) or set(there) != set(SCHEMA):
        raise _broken(store.path, say("this ledger is damaged"), RESTORE)


def _checked(path: Path, entries: Sequence[Entry], secrets: Sequence[Secret]) -> None:
    fault = chain.verify(entries, secrets)
    if fault:
        what = say("entry {number} of the ledger does not hold: {why}", number=fault.seq, why=fault.why)
        raise Refused([Finding("ledger", what, RESTORE, Where(str(path)))])


def _copied(connection: sqlite3.Connection, target: Path) -> None:
    with closing(sqlite3.connect(target, isolation_level=None)) as copy:
        connection.backup(copy)
        copy.execute("PRAGMA journal_mode=DELETE")
    _synced(target)


@contextmanager
def _said(path: Path) -> Iterator[None]:
    """What SQLite complains of, as ours."""
    try:
        yield
    except UnicodeError as error:  # a complaint of SQLite's that quotes damaged bytes
        raise _broken(path, say("this ledger is damaged"), RESTORE) from error
    except sqlite3.Error as error:
        name = getattr(error, "sqlite_errorname", "")
        if name.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
            raise _busy(path) from error
        if name.startswith(("SQLITE_CORRUPT", "SQLITE_NOTADB", "SQLITE_FORMAT")):
            raise _broken(path, say("this ledger is damaged"), RESTORE) from error
        what = say("the machine does not let us: {why}", why=error)
        raise _broken(path, what, say("look at the room on the disk, and whether you may write there")) from error


@contextmanager
def _named(part: Path, source: Path) -> Iterator[None]:
    """Complaints about the copy *part* are about *source*."""
    try:
        yield
    except Trouble as trouble:
        what = next(finding.what for finding in trouble.findings)
        hint = say("take another backup; nothing was changed")
        raise type(trouble)([Finding("ledger", what, hint, Where(str(source)))]) from trouble


def _busy(path: Path) -> Broken:
    return _broken(path, say("another program is using the ledger"), say("close it, and try again"))


def _broken(path: Path, what: Say, hint: Say) -> Broken:
    return Broken([Finding("ledger", what, hint, Where(str(path)))])


def _part(path: Path) -> Path:
    """A new empty file beside *path*."""
    if not path.parent.is_dir():
        raise Misused([Finding("use", say("this folder is not there"), say("make it first"), Where(str(path.parent)))])
    handle, name = tempfile.mkstemp(prefix=".part-", dir=path.parent)
    os.close(handle)
    return Path(name)


def _swept(part: Path) -> None:
    for end in ("", "-wal", "-shm", "-journal"):
        with suppress(OSError):
            Path(f"{part}{end}").unlink()


def _free(path: Path) -> Path:
    number = 1
    while Path(f"{path}.before-{number}").exists():
        number += 1
    return Path(f"{path}.before-{number}")


def _synced(path: Path) -> None:
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def _settle(where: Path) -> None:
    if os.name == "posix":
        handle = os.open(where, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
