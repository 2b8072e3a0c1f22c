"""A note about the server that runs on a workspace, for nobody but this user: a second start asks it for an address."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import asdict
from pathlib import Path

from ulotki import files, values
from ulotki.frozen import dataclass
from ulotki.workspace import anchors

WAIT = 20.0
"""Seconds that a start waits for another one."""

MINE = 0o600
"""Nobody but this user reads the note: who has its secret comes in."""


@dataclass(frozen=True, slots=True)
class Serving:
    """port: where it listens.  secret: by which it knows a second start."""

    port: int
    secret: str


def note(folder: Path, serving: Serving) -> None:
    """Keep *serving*. Where that cannot be done, a second start begins another server."""
    file = _file(folder)
    with suppress(OSError):
        file.parent.mkdir(parents=True, exist_ok=True)
        file.unlink(missing_ok=True)
        handle = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, MINE)
        with os.fdopen(handle, "w", encoding="utf-8") as out:
            out.write(json.dumps(asdict(serving)))


@contextmanager
def starting(folder: Path) -> Iterator[None]:
    """Let nobody else start a server on *folder* inside the block: of two double-clicks the second one finds the first."""
    from filelock import FileLock, Timeout

    with suppress(OSError):
        _file(folder).parent.mkdir(parents=True, exist_ok=True)
    lock = FileLock(_file(folder).with_suffix(".lock"))
    try:
        lock.acquire(timeout=WAIT)
    except (OSError, Timeout):  # where that cannot be done, a second start begins another server
        yield
        return
    try:
        yield
    finally:
        lock.release()


def known(folder: Path) -> Serving | None:
    """The server that is noted, whether it still runs or not; None for none."""
    with suppress(OSError, ValueError):
        return values.load(Serving, values.parse(files.contents(_file(folder))))
    return None


def forget(folder: Path, port: int) -> None:
    """Remove the note about the server at *port*."""
    found = known(folder)
    if found and found.port == port:
        with suppress(OSError):
            _file(folder).unlink()


def _file(folder: Path) -> Path:
    return anchors.state_file("serving", folder)
