"""Reads files from the disk: only regular files, up to a size limit, and without ever blocking.

A folder, a pipe or a device may have the name of a file that we read. `path.read_bytes()` would wait for ever at a pipe
and fill the memory from an endless device. `contents` does neither.
"""

from __future__ import annotations

import errno
import os
import stat
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from fnmatch import fnmatchcase
from io import BytesIO, FileIO
from pathlib import Path, PurePath
from typing import BinaryIO

from ulotki.errors import Finding, Say, Where, say, system_words

LARGEST = 64_000_000
"""The largest file that is read, in bytes. Our largest, the pack of a whole district, is far smaller."""


class Unfit(OSError):
    """A path that exists but is not a file that we read. why: the reason, as a sentence."""

    def __init__(self, why: Say, path: Path) -> None:
        super().__init__(None, str(why), str(path))
        self.why = why

    @property
    def finding(self) -> Finding:
        """The finding that says so."""
        what = say("the file cannot be read: {why}", why=self.why)
        return Finding("read", what, say("name a file that is one, and not too large"), Where(str(self.filename)))


def contents(path: Path, largest: int = LARGEST) -> bytes:
    """The bytes of the regular file *path*. Never blocks.

    Raises Unfit for a folder, a pipe, a device, and a file of more than *largest* bytes; OSError when the system refuses.
    """
    with opened(path) as file:
        data = file.read(largest + 1) if os.fstat(file.fileno()).st_size <= largest else None
    if data is None or len(data) > largest:
        raise Unfit(say("it is larger than {size} MB", size=largest // 1_000_000), path)
    return data


def opened(path: Path) -> BinaryIO:
    """The regular file *path*, open to be read. Never blocks. Raises Unfit for anything else, OSError when the system refuses.

    O_NONBLOCK opens a pipe at once, even when nobody writes to it.
    """
    if path.is_dir():
        raise Unfit(say("it is a folder, not a file"), path)
    flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    try:
        handle = os.open(path, flags)
    except OSError as error:
        if path.exists() and not path.is_file():  # a socket cannot be opened at all
            raise Unfit(say("it is a pipe or a device, not a file"), path) from error
        raise
    if not stat.S_ISREG(os.fstat(handle).st_mode):
        os.close(handle)
        raise Unfit(say("it is a pipe or a device, not a file"), path)
    return os.fdopen(handle, "rb")


def unbuffered(path: str) -> bytes | None:
    """The bytes of a file, None when there is none. The fastest way for hundreds of ours; a pipe would block it."""
    try:
        with FileIO(path) as file:
            return file.readall()
    except FileNotFoundError:
        return None


def there(path: Path) -> bytes | None:
    """The bytes of the regular file *path*, None when there is none.

    Raises OSError when one is there and the system does not let us read it: a file that another program holds, or a bad
    disk, says nothing of what is in it.
    """
    try:
        return contents(path)
    except (FileNotFoundError, NotADirectoryError, Unfit):
        return None


def below(folder: Path) -> list[Path]:
    """All files and links below *folder*, sorted; none when it is not there. Raises OSError as `paths` does."""
    return sorted(map(Path, paths(folder)))


def paths(folder: Path, ending: str = "") -> Iterator[str]:
    """All files and links below *folder* whose names have that ending, in any order; none when it is not there.

    Raises OSError for a folder that cannot be listed, which `Path.rglob` passes over.
    """

    def stop(error: OSError) -> None:
        if not isinstance(error, FileNotFoundError | NotADirectoryError):
            raise error

    for where, _, names in os.walk(folder, onerror=stop):
        yield from (os.path.join(where, name) for name in names if name.endswith(ending))  # noqa: PTH118 – of text, many


def matching(folder: Path, pattern: str, torn: Callable[[OSError], None] | None = None) -> list[Path]:
    """What is called as *pattern* says below *folder*, sorted; nothing below what is no folder.

    torn: is told of each folder that cannot be listed; without it the first one raises OSError. `Path.glob` passes over it.
    """
    found = [folder]
    for part in PurePath(pattern).parts:
        found = [each / name for each in found for name in _inside(each, torn) if fnmatchcase(name, part)]
    return sorted(found)


def _inside(folder: Path, torn: Callable[[OSError], None] | None) -> list[str]:
    try:
        return os.listdir(folder)  # noqa: PTH208 – it says everything that goes wrong
    except (FileNotFoundError, NotADirectoryError):
        return []
    except OSError as error:
        if torn is None:
            raise
        torn(error)
        return []


def lies(path: Path) -> bool:
    """Whether anything lies under that name, also a link that leads nowhere. Raises OSError when the system does not say.

    From Python 3.14 on `Path.exists` answers no then.
    """
    try:
        path.lstat()
    except (FileNotFoundError, NotADirectoryError):
        return False
    return True


SHORT = frozenset({errno.EMFILE, errno.ENFILE, errno.ENOMEM, errno.ENOSPC})
"""Errors of a machine that is short of something now. The file may be good, and a second try may succeed."""


def why(error: OSError) -> Say:
    """The reason why a file could not be read, as a sentence."""
    if isinstance(error, Unfit):
        return error.why
    if isinstance(error, FileNotFoundError):
        return say("it is not there")
    if isinstance(error, PermissionError):
        return say("the system does not allow reading it")
    return say("the system says: {why}", why=system_words(error))


def in_memory(data: bytes) -> BinaryIO:
    """*data* as a file, one of the system where it has files in memory: a library in C maps it, and asks Python for nothing."""
    if sys.platform == "linux":
        with suppress(OSError):
            file = os.fdopen(os.memfd_create("file"), "w+b")
            file.write(data)
            file.flush()
            return file
    return BytesIO(data)
