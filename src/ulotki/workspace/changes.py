"""Changes the files of a workspace: all files of a change or none, and each as it was goes into the history first."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence
from contextlib import suppress
from pathlib import Path

from ulotki import files
from ulotki.errors import Broken, Finding, Where, refused, say
from ulotki.workspace import history, lock, writing
from ulotki.workspace.history import Edit


def make(folder: Path, edits: Iterable[Edit], doing: str, today: datetime.date, undoes: int = 0) -> int:
    """Write *edits* into the workspace *folder*. Returns the number of the change, 0 when nothing differs.

    doing: the command, for the history.  undoes: the number of the change that is taken back.
    Raises Refused, and writes nothing, when a file is not what its edit was made from.
    """
    with lock.alone(folder, doing):
        recover(folder)
        wanted = tuple(one for one in edits if one.before != one.after)
        for one in wanted:
            if not history.changeable(one.path):
                raise ValueError(f"{one.path} is no file of a workspace")
            if read(folder, one.path) != one.before:
                # An editor does not use the lock.
                what = say("somebody else has just changed this file; nothing was written")
                raise refused("use", what, say("do it again"), Where(str(folder / one.path)))
        if not wanted:
            return 0
        history.begin(folder, wanted, doing, today, undoes)
        try:
            for one in wanted:
                _put(folder, one.path, one.after)
            return history.keep(folder)
        except BaseException:
            _take_back(folder, wanted)
            raise


def read(folder: Path, path: str) -> bytes | None:
    """The contents of a file of the workspace, None when it is not there. Raises OSError."""
    with suppress(FileNotFoundError):
        return files.contents(folder / path)
    return None


def recover(folder: Path) -> None:
    """Finish or take back what a run that was killed has written: all of it or a part. Call it while nobody else writes."""
    try:
        left = history.pending(folder)
    except (OSError, ValueError):
        left = ()  # the note was not whole, so nothing was written after it
    if left and all(read(folder, one.path) == one.after for one in left):
        history.keep(folder)
    elif left is not None:
        _take_back(folder, left)
    history.tidy(folder)


def interrupted(folder: Path) -> bool:
    """Whether a run was killed while it wrote, so that some files are old and some are new."""
    return (folder / history.OWN / history.PENDING).is_dir()


def _take_back(folder: Path, edits: Sequence[Edit]) -> None:
    """Put the files back that are as *edits* made them; what somebody has changed since is left alone."""
    failed: list[Finding] = []
    for one in edits:
        try:
            if one.before != one.after and read(folder, one.path) == one.after:
                _put(folder, one.path, one.before)
        except OSError as error:
            what = say("a change was interrupted and cannot be taken back: {why}", why=files.why(error))
            hint = say("make sure that the file can be written; the next change takes it back")
            failed.append(Finding("machine", what, hint, Where(str(folder / one.path))))
    if failed:
        raise Broken(failed)
    history.drop(folder)


def _put(folder: Path, path: str, data: bytes | None) -> None:
    target = (folder / path).resolve()  # a link to a file stays a link
    if data is not None:
        target.parent.mkdir(parents=True, exist_ok=True)
        writing.write(target, data)
        return
    (folder / path).unlink(missing_ok=True)
    with suppress(OSError):
        writing.settle_name(target)
