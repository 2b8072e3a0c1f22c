"""Opens SQLite files for the ledger, and turns SQLite errors into findings."""

from __future__ import annotations

import errno
import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

from ulotki.errors import SYSTEM, Broken, Finding, Refused, Say, Where, misused, refused, say
from ulotki.workspace import writing

PATIENCE = 20.0
"""Seconds to wait for another program that is writing."""

BESIDE = ("", "-wal", "-journal")
"""What SQLite may leave beside a file when a program is killed, and needs to open it again."""

ROOM = say("check the free space on the disk, and whether you may write there")

RESTORE = say(
    "it was left as it is; restore a backup: ulotki ledger restore FILE; "
    "without one, keep the file elsewhere, and begin a new ledger: ulotki ledger accept --by WHO"
)

REFUSALS = {"SQLITE_FULL": errno.ENOSPC, "SQLITE_READONLY": errno.EROFS, "SQLITE_IOERR": errno.EIO}
"""How the system calls what SQLite says in English."""


def connect(path: Path) -> sqlite3.Connection:
    """A connection to the file *path*: committed data is on the disk, and deleted data is overwritten."""
    address = f"{path.absolute().as_uri()}?mode=rw"
    connection = sqlite3.connect(address, uri=True, timeout=PATIENCE, isolation_level=None)
    connection.text_factory = lambda data: data.decode("utf-8", "surrogateescape")
    for setting in (
        "synchronous=EXTRA",
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


def copy_database(connection: sqlite3.Connection, target: Path) -> None:
    """Copy the database of *connection* into the single file *target*."""
    with closing(sqlite3.connect(target, isolation_level=None)) as copy:
        connection.backup(copy)
        copy.execute("PRAGMA journal_mode=DELETE")
    sync(target)


@contextmanager
def about(path: Path) -> Iterator[None]:
    """Turn SQLite errors inside the block into errors about the ledger *path*."""
    try:
        yield
    except UnicodeError as error:  # an error message of SQLite that quotes damaged bytes
        raise damaged(path, say("this ledger is damaged")) from error
    except sqlite3.Error as error:
        name = getattr(error, "sqlite_errorname", "")
        if name.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
            raise busy(path) from error
        if name.startswith(("SQLITE_CORRUPT", "SQLITE_NOTADB", "SQLITE_FORMAT")):
            raise damaged(path, say("this ledger is damaged")) from error
        known = next((number for start, number in REFUSALS.items() if name.startswith(start)), 0)
        what = say("the machine does not let us: {why}", why=SYSTEM.get(known, error))
        raise broken(path, what, ROOM) from error


def busy(path: Path) -> Broken:
    """The error that another program uses the ledger."""
    return broken(path, say("another program is using the ledger"), say("close it, and try again"))


def damaged(path: Path, what: Say, hint: Say = RESTORE) -> Refused:
    """The error that the ledger *path* cannot be trusted; the file stays as it is."""
    return refused("ledger", what, hint, Where(str(path)))


def broken(path: Path, what: Say, hint: Say) -> Broken:
    """The error that the machine lets nobody use the ledger *path*."""
    return Broken([Finding("ledger", what, hint, Where(str(path)))])


def part(path: Path) -> Path:
    """A new empty file beside *path*."""
    if not path.parent.is_dir():
        raise misused(say("this folder is not there"), say("make it first"), Where(str(path.parent)))
    with writing.about(path):
        handle, empty = writing.unfinished(path.parent)
    os.close(handle)
    return empty


def sweep(part: Path) -> None:
    """Remove an unfinished file and what lies beside it."""
    for end in ("", "-wal", "-shm", "-journal"):
        with suppress(OSError):
            Path(f"{part}{end}").unlink()


def sync(path: Path) -> None:
    """Wait until the bytes of a file are on the disk."""
    with writing.about(path), path.open("rb+") as file:
        os.fsync(file.fileno())
