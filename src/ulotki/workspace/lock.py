"""One writer of a workspace at a time: it reads, checks and writes while all others wait."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from ulotki import files
from ulotki.errors import Broken, Finding, Where, say

NAME = ".ulotki.lock"
"""The file that is locked; it is empty and stays."""

HOLDER = ".ulotki.lock.who"
"""Beside it: what the process that has the lock is doing."""

WAIT = 60.0
"""Seconds that a writer waits for another."""

POLL = 0.02
"""Seconds between two tries."""


@contextmanager
def alone(folder: Path, doing: str, wait: float = WAIT) -> Iterator[None]:
    """Let nobody else write in the workspace *folder* inside the block. A process that has the lock enters at once.

    doing: the command, for whoever has to wait.  wait: seconds.  The lock ends with the process, so a crash leaves none.
    Raises Broken, which names the other writer, when it is not done within *wait*.
    """
    from filelock import FileLock, Timeout

    # One lock object for each path, so that a use case that writes may call another one.
    lock = FileLock(folder.resolve() / NAME, is_singleton=True)
    try:
        lock.acquire(timeout=wait, poll_interval=POLL)
    except Timeout:
        who = ""
        with suppress(OSError, UnicodeDecodeError):
            who = files.contents(folder / HOLDER).decode()[:100]
        what = say("another program is writing here: {who}", who=who or "ulotki")
        hint = say("wait until it is done, and do it again; nothing was written")
        raise Broken([Finding("machine", what, hint, Where(str(folder)))]) from None
    try:
        with suppress(OSError):
            _note(folder / HOLDER, f"ulotki {doing} ({os.getpid()})")
        yield
    finally:
        if lock.lock_counter == 1:
            with suppress(OSError):
                (folder / HOLDER).unlink()
        lock.release()


def _note(file: Path, text: str) -> None:
    """Write *text* into *file*. Raises OSError when *file* is no regular file; it never blocks at a pipe."""
    handle = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_NONBLOCK", 0), 0o666)
    with os.fdopen(handle, "w", encoding="utf-8") as note:
        note.write(text)
