"""The history of a workspace: every changed file as it was and as it became, so that a change can be undone.

It lies in `.ulotki/history`, a folder for each change, named by its number. Files about people are never kept there.
"""

from __future__ import annotations

import datetime
import hashlib
import json
import re
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path, PurePosixPath

from ulotki import files, values
from ulotki.errors import Finding, Say, Where, say
from ulotki.fingerprint import OTHERS, PATTERNS
from ulotki.frozen import dataclass
from ulotki.workspace import writing

SCHEMA = "ulotki.change/1"

OWN = Path(".ulotki") / "history"
"""In the workspace."""

PENDING = "pending"
"""A change that is being written. Files about people are in it, until it is done or taken back."""

RECORD = "change.json"

MOST = 200
"""Changes that are kept."""

LARGEST = 20_000_000
"""Bytes that are kept; the newest change is kept whatever its size."""

NUMBER = re.compile(r"\d{6,}")


@dataclass(frozen=True, slots=True)
class Edit:
    """A file of a workspace and its new contents. path: "numbers.toml".  before, after: None for a file that is not there."""

    path: str
    before: bytes | None
    after: bytes | None


@dataclass(frozen=True, slots=True)
class Change:
    """What was changed at one time. doing: the command.  undoes: the change that it took back, 0 for none.

    private: files about people that were changed with it; how they were is not kept.
    """

    number: int
    day: datetime.date
    doing: str
    edits: tuple[Edit, ...]
    private: tuple[str, ...] = ()
    undoes: int = 0


@dataclass(frozen=True, slots=True)
class Torn:
    """A change whose record cannot be read or trusted."""

    number: int
    folder: Path
    why: Say

    @property
    def finding(self) -> Finding:
        """The finding that says so."""
        what = say("change {number} cannot be undone: {why}", number=self.number, why=self.why)
        hint = say("nothing else depends on it; the file of now is as it is")
        return Finding("history", what, hint, Where(str(self.folder)), grave=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangedFile:
    """A file in the record of a change. before, after: SHA-256; None when it was not there, and for files about people."""

    path: str
    before: str | None = None
    after: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeRecord:
    """The record of a change, as JSON."""

    schema: str
    day: datetime.date
    doing: str
    undoes: int = 0
    files: tuple[ChangedFile, ...]


def changeable(path: str) -> bool:
    """Whether *path* is a file of a workspace that the program changes, and lies inside of it."""
    pure = PurePosixPath(path)
    patterns = [pattern for pattern in (*PATTERNS, *OTHERS) if len(PurePosixPath(pattern).parts) == len(pure.parts)]
    plain = not pure.is_absolute() and ".." not in pure.parts and not re.search(r'[\\:*?"<>|\x00-\x1f]', path)
    return plain and any(pure.match(pattern) for pattern in patterns)


def private(path: str) -> bool:
    """Whether the file *path* is about people, so that the history must not keep it."""
    return path in OTHERS


def begin(folder: Path, edits: Sequence[Edit], doing: str, day: datetime.date, undoes: int) -> None:
    """Note what is about to be written, so that a run that is killed can be taken back."""
    listed = tuple(
        ChangedFile(path=one.path)
        if private(one.path)
        else ChangedFile(path=one.path, before=_digest(one.before), after=_digest(one.after))
        for one in edits
    )
    record = ChangeRecord(schema=SCHEMA, day=day, doing=doing, undoes=undoes, files=listed)
    (folder / OWN).mkdir(parents=True, exist_ok=True)
    with writing.folder(folder / OWN / PENDING) as part:
        text = json.dumps(values.dump(record), ensure_ascii=False, indent=1) + "\n"
        writing.put(part / RECORD, text.encode())
        for number, one in enumerate(edits):
            for when, data in (("before", one.before), ("after", one.after)):
                if data is not None:
                    writing.put(part / f"{number}.{when}", data)


def pending(folder: Path) -> tuple[Edit, ...] | None:
    """What a run was about to write when it ended, None when there was none. Raises OSError or ValueError if it is damaged."""
    there = folder / OWN / PENDING
    if not there.is_dir():
        return None
    return tuple(
        Edit(one.path, _bytes(there / f"{number}.before"), _bytes(there / f"{number}.after"))
        for number, one in enumerate(_record(there).files)
    )


def keep(folder: Path) -> int:
    """Make the pending change a part of the history, without files about people. Returns its number."""
    number = max([0, *(int(one.name) for one in _folders(folder))]) + 1
    done = folder / OWN / f"{number:06}"
    writing.rename(folder / OWN / PENDING, done)
    with suppress(OSError):  # it is done; what could not be tidied is tidied before the next change
        writing.settle_name(done)
        _strip(done)
        _prune(folder)
    return number


def drop(folder: Path) -> None:
    """Forget the pending change."""
    writing.remove(folder / OWN / PENDING)


def read(folder: Path) -> tuple[Change | Torn, ...]:
    """The changes of the workspace *folder*, from the first that is kept to the last."""
    return tuple(_change(one) for one in _folders(folder))


def clear(folder: Path) -> bool:
    """Remove the whole history. Returns whether there was any."""
    return writing.remove(folder / OWN)


def tidy(folder: Path) -> None:
    """Remove what a run that was killed left behind, files about people first."""
    if (folder / OWN).is_dir():
        writing.sweep(folder / OWN)
        for one in _folders(folder)[-1:]:
            _strip(one)


def _change(folder: Path) -> Change | Torn:
    number = int(folder.name)
    try:
        record = _record(folder)
        edits = tuple(_edit(folder, at, one) for at, one in enumerate(record.files) if not private(one.path))
    except OSError as error:
        return Torn(number, folder, files.why(error))
    except ValueError as error:
        return Torn(number, folder, say("its record is damaged: {why}", why=error))
    closed = tuple(one.path for one in record.files if private(one.path))
    return Change(number, record.day, record.doing, edits, closed, record.undoes)


def _record(folder: Path) -> ChangeRecord:
    found = values.load(ChangeRecord, values.parse(files.contents(folder / RECORD)))
    if found.schema != SCHEMA:
        raise ValueError(f"{found.schema} is not {SCHEMA}")
    if strange := [one.path for one in found.files if not changeable(one.path)]:
        raise ValueError(f"{strange[0]} is no file of a workspace")
    return found


def _edit(folder: Path, at: int, one: ChangedFile) -> Edit:
    before, after = _bytes(folder / f"{at}.before"), _bytes(folder / f"{at}.after")
    if (_digest(before), _digest(after)) != (one.before, one.after):
        raise ValueError(f"{one.path} is not what was kept")
    return Edit(one.path, before, after)


def _strip(folder: Path) -> None:
    try:
        listed = _record(folder).files
    except (OSError, ValueError):
        return
    for at, one in enumerate(listed):
        if private(one.path):
            for when in ("before", "after"):
                (folder / f"{at}.{when}").unlink(missing_ok=True)


def _prune(folder: Path) -> None:
    size = 0
    for place, one in enumerate(reversed(_folders(folder))):
        size += sum(file.stat().st_size for file in one.iterdir())
        if place and (place >= MOST or size > LARGEST):
            writing.remove(one)


def _folders(folder: Path) -> list[Path]:
    there = folder / OWN
    found = [one for one in there.iterdir() if NUMBER.fullmatch(one.name)] if there.is_dir() else []
    return sorted(found, key=lambda one: int(one.name))


def _bytes(file: Path) -> bytes | None:
    with suppress(FileNotFoundError):
        return files.contents(file)
    return None


def _digest(data: bytes | None) -> str | None:
    return None if data is None else hashlib.sha256(data).hexdigest()
