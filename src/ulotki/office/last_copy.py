"""When a workspace was copied last, and the reminder to copy it again."""

from __future__ import annotations

import datetime
import json
from pathlib import Path

from ulotki import files, values
from ulotki.errors import Say, say
from ulotki.frozen import dataclass
from ulotki.workspace import book, history, writing

LAST = Path(".ulotki") / "last-copy.json"
"""In the workspace: when it was copied last."""

OLD = 30
"""Days after which a copy is old."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Last:
    """When a workspace was copied last."""

    schema: str = "ulotki.last-copy/1"
    day: datetime.date


def note_copy(folder: Path, today: datetime.date) -> None:
    """Remember that the workspace was copied today."""
    (folder / LAST).parent.mkdir(exist_ok=True)
    writing.write(folder / LAST, (json.dumps(values.dump(Last(day=today)), indent=1) + "\n").encode())


def last_copy(folder: Path) -> datetime.date | None:
    """The day of the last copy, None when there was none, or nobody can tell."""
    try:
        return values.load(Last, values.parse(files.contents(folder / LAST))).day
    except (OSError, ValueError):
        return None


def copy_reminder(folder: Path, today: datetime.date) -> Say | None:
    """A sentence when a copy should be made: there is work to lose, and the last copy is old, or there was none."""
    day = last_copy(folder)
    if day is None:
        work = book.file(folder).exists() or bool(history.read(folder))
        return say("no copy of this workspace was ever made") if work else None
    age = (today - day).days
    return say("the last copy of this workspace is {count} days old", count=age) if age > OLD else None
