"""Atomic writing of files and folders: they appear complete or not at all."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

from ulotki.errors import Broken, Finding, Misused, Say, Where, say

PART = ".part-"
"""Prefix of the names of unfinished files and folders."""


def writable(path: Path) -> None:
    """See that the folder of *path* is there. Raises Broken when it is not."""
    if not path.parent.is_dir():
        what = say("this folder is not there")
        raise Broken([Finding("machine", what, say("make it first"), Where(str(path.parent)))])


def written_as(path: Path, endings: Sequence[str]) -> None:
    """See that *path* can be written. Raises Misused for another kind of file."""
    writable(path)
    if path.suffix.lower() not in endings:
        what = say('"{name}" is no kind of file that we write', name=path.name)
        raise Misused([Finding("use", what, say("let its name end in one of: {endings}", endings=", ".join(endings)))])


def spare(target: Path, ours: Callable[[Path], bool], what: Say) -> None:
    """See that the folder *target* may be replaced: it is not there, or *ours*. Raises Misused with *what* is wrong."""
    if target.exists() and not ours(target):
        raise Misused([Finding("use", what, say("name a new folder"), Where(str(target)))])


def write(path: Path, data: bytes) -> None:
    """Write *data* to the file *path* atomically: at any moment it is the complete old file or the complete new one."""
    handle, name = tempfile.mkstemp(prefix=PART, dir=path.parent)
    part = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        part.chmod(0o666 & ~_umask())
        part.replace(path)
        settle(path.parent)
    finally:
        with suppress(OSError):
            part.unlink()


@contextmanager
def folder(final: Path) -> Iterator[Path]:
    """A new folder to fill. It becomes *final* when the block succeeds, and is removed when the block fails.

    An existing folder *final* is replaced, so use it only where that is allowed.
    """
    final.parent.mkdir(parents=True, exist_ok=True)
    part = Path(tempfile.mkdtemp(prefix=PART, dir=final.parent))
    old = final.with_name(PART + final.name)
    try:
        part.chmod(0o777 & ~_umask())
        yield part
        for inside in sorted(part.rglob("*")):
            if inside.is_dir():
                settle(inside)
        settle(part)
        if final.exists():
            shutil.rmtree(old, ignore_errors=True)
            final.rename(old)
        part.rename(final)
        settle(final.parent)
        shutil.rmtree(old, ignore_errors=True)
    except BaseException:
        shutil.rmtree(part, ignore_errors=True)
        if old.exists() and not final.exists():
            old.rename(final)
        raise


@contextmanager
def into(final: Path) -> Iterator[Path]:
    """A new folder to fill. Its files move into the empty folder *final* when the block succeeds, else they are removed."""
    sweep(final)
    part = Path(tempfile.mkdtemp(prefix=PART, dir=final))
    moved: list[Path] = []
    try:
        yield part
        for path in sorted(part.iterdir()):
            path.rename(final / path.name)
            moved.append(final / path.name)
        settle(final)
    except BaseException:
        for path in moved:
            shutil.rmtree(path) if path.is_dir() else path.unlink()
        raise
    finally:
        shutil.rmtree(part, ignore_errors=True)


def put(path: Path, data: bytes) -> None:
    """Write a file inside an unfinished folder."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def remove(folder: Path) -> None:
    """Remove a folder with its contents, as far as the system allows."""
    shutil.rmtree(folder, ignore_errors=True)


def room(path: Path) -> int:
    """The bytes that are free for *path*, or for the nearest folder above it that is there. Tried with a file that goes at once.

    Raises OSError when nothing can be written there.
    """
    folder = next(each for each in (path, *path.absolute().parents) if each.is_dir())
    with tempfile.TemporaryFile(dir=folder, prefix=PART) as file:
        file.write(b"ulotki")
    return shutil.disk_usage(folder).free


def sweep(where: Path) -> None:
    """Remove what an interrupted run left behind."""
    for part in where.glob(f"{PART}*"):
        shutil.rmtree(part, ignore_errors=True) if part.is_dir() else part.unlink(missing_ok=True)


class Alone:
    """A lock for one build at a time in a folder. It ends with the process, so a crash leaves none."""

    def __init__(self, target: Path) -> None:
        from filelock import FileLock

        self.lock = FileLock(target / ".lock", timeout=0)

    def __enter__(self) -> None:
        from filelock import Timeout

        try:
            self.lock.acquire()
        except Timeout:
            raise Broken(
                [
                    Finding(
                        "machine",
                        say("another build is at work in {path}", path=Path(self.lock.lock_file).parent),
                        say("wait until it is done"),
                    )
                ]
            ) from None

    def __exit__(self, *_: object) -> None:
        self.lock.release()


def settle(where: Path) -> None:
    """Flush a folder to the disk, so that its names survive a power cut, where the system can do that."""
    if os.name == "posix":
        handle = os.open(where, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
