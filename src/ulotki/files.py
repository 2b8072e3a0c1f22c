"""Files off the disk: only what is a file, only so much of it, and never waiting for anybody.

A folder, a pipe or a device may bear the name of a file that we read. `path.read_bytes()` waits for ever at a pipe, and
takes all memory of an endless device; `contents` does neither.
"""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path

from ulotki.errors import Say, say

LARGEST = 64_000_000
"""Bytes of a file that is read: the largest of ours, a pack of a whole district, stays far below."""


class Unfit(OSError):
    """What bears the name of a file and is none that we read. why: as a sentence."""

    def __init__(self, why: Say, path: Path) -> None:
        super().__init__(None, str(why), str(path))
        self.why = why


def contents(path: Path, largest: int = LARGEST) -> bytes:
    """The bytes of the regular file *path*. Never waits.

    Raises Unfit for a folder, a pipe, a device, and a file of more than *largest* bytes; OSError when the system refuses.
    """
    handle = _opened(path)
    with os.fdopen(handle, "rb") as file:
        kind = os.fstat(handle)
        if not stat.S_ISREG(kind.st_mode):
            raise Unfit(say("it is no file but a pipe or a device"), path)
        data = file.read(largest + 1) if kind.st_size <= largest else None
    if data is None or len(data) > largest:
        raise Unfit(say("it is larger than {size} MB", size=largest // 1_000_000), path)
    return data


def _opened(path: Path) -> int:
    """A handle to read from. O_NONBLOCK lets a pipe without a writer be opened at once."""
    if path.is_dir():
        raise Unfit(say("it is a folder and no file"), path)
    flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    try:
        return os.open(path, flags)
    except OSError as error:
        if path.exists() and not path.is_file():  # a socket refuses to be opened at all
            raise Unfit(say("it is no file but a pipe or a device"), path) from error
        raise


SHORT = frozenset({errno.EMFILE, errno.ENFILE, errno.ENOMEM, errno.ENOSPC})
"""What the machine is short of for the moment: it says nothing of the file, and who asks again may get it."""


def why(error: OSError) -> Say:
    """Why a file could not be read, as a sentence."""
    if isinstance(error, Unfit):
        return error.why
    if isinstance(error, FileNotFoundError):
        return say("it is not there")
    if isinstance(error, PermissionError):
        return say("the system does not let us read it")
    return say("the system says: {why}", why=error.strerror or error)
