"""Atomic writing of files and folders: they appear complete or not at all."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

from ulotki.errors import Broken, Finding, Say, Where, misused, say
from ulotki.files import matching

PART = ".part-"
"""Prefix of the names of unfinished files and folders."""

OLD = ".old-"
"""Prefix of the name of a folder while a new one takes its place."""

KEPT = ".new"
"""Part of the name of finished work whose own name another program holds."""

READ = (".toml", ".json")
"""Files that the program itself reads."""

PATIENCE = 2.0
"""Seconds for which we wait for another program that holds a file."""

PAUSE = 0.05
"""Seconds between two tries."""


def writable(path: Path) -> None:
    """See that the folder of *path* is there. Raises Broken when it is not."""
    if not path.parent.is_dir():
        what = say("this folder is not there")
        raise Broken([Finding("machine", what, say("make it first"), Where(str(path.parent)))])


def check_file(path: Path, endings: Sequence[str]) -> None:
    """See that *path* can be written. Raises Misused for another kind of file."""
    writable(path)
    if path.suffix.lower() not in endings:
        what = say('"{name}" is no kind of file that we write', name=path.name)
        raise misused(what, say("let its name end in one of: {endings}", endings=", ".join(endings)))


def spare(target: Path, ours: Callable[[Path], bool], what: Say) -> None:
    """See that the folder *target* may be replaced: it is not there, or *ours*. Raises Misused with *what* is wrong."""
    if target.exists() and not ours(target):
        raise misused(what, say("name a new folder"), Where(str(target)))


def write(path: Path, data: bytes) -> None:
    """Write *data* to the file *path* atomically: at any moment it is the complete old file or the complete new one.

    Raises Broken when another program holds *path*; a finished document then lies beside it.
    """
    with about(path):
        handle, part = unfinished(path.parent)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            part.chmod(0o666 & ~_umask())
            put_in_place(part, path)
            settle_name(path)
        finally:
            with suppress(OSError):
                part.unlink()


def unfinished(where: Path) -> tuple[int, Path]:
    """(a descriptor to write with, the path) of a new file in the folder *where*."""
    import tempfile  # most commands write nothing

    handle, name = tempfile.mkstemp(prefix=PART, dir=where)
    return handle, Path(name)


def unfinished_folder(where: Path) -> Path:
    """A new folder in the folder *where*."""
    import tempfile

    return Path(tempfile.mkdtemp(prefix=PART, dir=where))


def scrap(folder: Path, *, strict: bool = False) -> None:
    """Remove *folder* with its contents, as far as the system lets us. strict: raises OSError where it does not."""
    import shutil

    shutil.rmtree(folder, ignore_errors=not strict)


@contextmanager
def folder(final: Path) -> Iterator[Path]:
    """A new folder to fill. It becomes *final* when the block succeeds, and is removed when the block fails.

    An existing folder *final* is replaced, so use it only where that is allowed. Raises Broken when another program holds
    it; the finished folder then lies beside it.
    """
    with about(final):
        final.parent.mkdir(parents=True, exist_ok=True)
        restore(final)
        part = unfinished_folder(final.parent)
    old = final.with_name(OLD + final.name)
    try:
        with about(part, final):
            part.chmod(0o777 & ~_umask())
            yield part
            for inside, _, _ in os.walk(part, topdown=False):
                settle(Path(inside))
        with about(final):
            if final.exists():
                scrap(old)
                put_in_place(final, old, finished=part)
            rename(part, final)
            settle_name(final)
        scrap(old)
    except BaseException:
        scrap(part)
        restore(final)
        if final.exists():
            scrap(old)
        raise


@contextmanager
def into(final: Path) -> Iterator[Path]:
    """A new folder to fill. Its files move into the folder *final*, by name, when the block succeeds, else they are removed.

    An existing file of the same name is replaced, so use it only where that is allowed.
    """
    sweep(final)
    with about(final):
        part = unfinished_folder(final)
    moving: list[Path] = []
    try:
        with about(part, final):
            yield part
            for path in sorted(part.iterdir()):
                if (final / path.name).is_dir():
                    scrap(final / path.name, strict=True)
                rename(path, final / path.name)
                moving.append(final / path.name)
            settle(final)
    except BaseException:
        for path in moving:
            scrap(path, strict=True) if path.is_dir() else path.unlink()
        raise
    finally:
        scrap(part)


# Names


@contextmanager
def about(path: Path, final: Path | None = None) -> Iterator[None]:
    """Let an error of the system inside the block name what was to be written, and not our unfinished file.

    path: the file that it is about, named in every error.  With *final*, path is an unfinished file or folder that is to be
    called so; errors about other files keep their names.
    """
    try:
        yield
    except OSError as error:
        named = error.filename
        if final is None or named is None:
            error.filename = str(final or path)
        elif not isinstance(named, int) and (inside := Path(os.fsdecode(named)).absolute()).is_relative_to(
            path.absolute()
        ):
            error.filename = str(final / inside.relative_to(path.absolute()))
        error.filename2 = None
        raise


def rename(source: Path, target: Path) -> None:
    """Give *source* the name *target*. A program that holds one of them is waited for.

    On Windows an antivirus program, OneDrive or a viewer that has a file open lets nobody rename it. Raises PermissionError
    when that lasts longer than PATIENCE.
    """
    until = time.monotonic() + PATIENCE
    while True:
        try:
            source.replace(target)
        except PermissionError:
            if time.monotonic() >= until:
                raise
            time.sleep(PAUSE)
        else:
            return


def put_in_place(part: Path, target: Path, finished: Path | None = None) -> None:
    """Give *part* the name *target*. Raises Broken when another program does not let us, with the finished work kept.

    finished: the work, where that is not *part* itself but what is to take its place.
    """
    try:
        rename(part, target)
    except PermissionError as error:
        held = part if finished else target
        raise _held(held, _kept(finished or part, held)) from error


def _held(held: Path, kept: Path | None) -> Broken:
    """The error that another program holds the file or folder *held*. kept: where finished work lies instead."""
    what = say("another program holds {name}, such as a viewer, OneDrive or an antivirus program", name=held.name)
    if kept is None:
        hint = say("close it there, and do it again; nothing of it was changed")
    else:
        hint = say("close it there, and do it again; what was made lies in {path}", path=kept)
    return Broken([Finding("machine", what, hint, Where(str(held)))])


def _kept(work: Path, held: Path) -> Path | None:
    """The new name of finished *work* beside *held*; None for a file that the program reads, and would read twice."""
    if held.suffix in READ:
        return None
    for number in range(1, 100):
        name = held.with_name(f"{held.stem}{KEPT}{number if number > 1 else ''}{held.suffix}")
        if not name.exists():
            with suppress(OSError):
                rename(work, name)
                return name
            return None
    return None


def restore(final: Path) -> None:
    """Give the folder *final* its name back, when a run ended between taking it and giving it to the new one."""
    old = final.with_name(OLD + final.name)
    if old.exists() and not final.exists():
        rename(old, final)


def put(path: Path, data: bytes) -> None:
    """Write a file inside an unfinished folder."""
    with about(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())


def remove(folder: Path) -> bool:
    """Remove a folder with its contents: all of it, or at least its name, so that no half of it stays under it.

    Returns whether it was there. Raises Broken when another program holds it.
    """
    part = folder.with_name(PART + folder.name)
    scrap(part)
    if not folder.exists():
        return False
    try:
        with about(folder):
            rename(folder, part)
    except PermissionError as error:
        raise _held(folder, None) from error
    scrap(part)
    return True


def room(path: Path) -> int:
    """The bytes that are free for *path*, or for the nearest folder above it that is there. Tried with a file that goes at once.

    Raises OSError when nothing can be written there.
    """
    import shutil
    import tempfile

    folder = next(each for each in (path, *path.absolute().parents) if each.is_dir())
    with tempfile.TemporaryFile(dir=folder, prefix=PART) as file:
        file.write(b"ulotki")
    return shutil.disk_usage(folder).free


def sweep(where: Path) -> None:
    """Remove what an interrupted run left behind; a folder that it was about to replace gets its name back."""
    for old in matching(where, f"{OLD}*"):
        restore(old.with_name(old.name.removeprefix(OLD)))
    for part in (*matching(where, f"{PART}*"), *matching(where, f"{OLD}*")):
        scrap(part) if part.is_dir() else part.unlink(missing_ok=True)


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
            what = say("another build is at work in {path}", path=Path(self.lock.lock_file).parent)
            raise Broken([Finding("machine", what, say("wait until it is done"))]) from None

    def __exit__(self, *_: object) -> None:
        self.lock.release()


def settle(where: Path) -> None:
    """Flush a folder to the disk, so that its names survive a power cut, where the system can do that."""
    if os.name == "posix":
        with about(where), suppress(PermissionError):  # a folder that we may write in, and not read
            handle = os.open(where, os.O_RDONLY)
            try:
                os.fsync(handle)
            finally:
                os.close(handle)


def settle_name(path: Path) -> None:
    """Flush the folder of *path*, so that its name survives a power cut. An error names *path*."""
    with about(path):
        settle(path.parent)


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
