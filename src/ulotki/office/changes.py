"""The changes of a workspace's files that are kept, in words."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence

from ulotki.errors import Say, say
from ulotki.frozen import dataclass
from ulotki.office import Outcome
from ulotki.office.edit_words import describe_edits
from ulotki.workspace import Workspace, history

NAMES: Mapping[str, Say] = {
    "numbers set": say("a value was written down"),
    "numbers confirm": say("a value was confirmed"),
    "numbers withdraw": say("a value was withdrawn"),
    "numbers stop": say("a value of the program was stopped"),
    "approve": say("an edition was approved"),
    "places import": say("places were taken in from a spreadsheet"),
    "places set": say("a place was written down"),
    "places retire": say("a place was taken out"),
    "text": say("a text was changed"),
    "text back": say("a text is the library's again"),
    "settings": say("settings were changed"),
    "orders": say("orders of a campaign were changed"),
    "meetings plan": say("a meeting was planned"),
    "meetings change": say("a planned meeting was changed"),
    "meetings cancel": say("a meeting was cancelled"),
    "meetings invite": say("an invitation was made anew"),
    "copy restore": say("a copy was brought back"),
    "new": say("something new was begun"),
    "undo": say("a change was taken back"),
}
"""What a command did, in words."""


@dataclass(frozen=True, slots=True)
class ChangeLine:
    """A change in words. title: what was done.  what: each value that differs, by file.  private: files about people.

    undoes: the change that it took back.  undone_by: the change that took it back.  0 for none.
    """

    number: int
    day: datetime.date
    doing: str
    title: Say
    files: tuple[str, ...]
    what: tuple[Say, ...]
    private: tuple[str, ...]
    undoes: int
    undone_by: int


@dataclass(frozen=True, slots=True)
class History:
    """The changes that are kept, the newest first."""

    changes: tuple[ChangeLine, ...]


def list_changes(workspace: Workspace) -> Outcome[tuple[ChangeLine, ...]]:
    """The changes that are kept, the newest first."""
    kept = history.read(workspace.folder)
    torn = tuple(one.finding for one in kept if isinstance(one, history.Torn))
    sound = [one for one in kept if isinstance(one, history.Change)]
    by = undoing_changes(sound)
    return Outcome(tuple(_line(one, by.get(one.number, 0)) for one in reversed(sound)), torn)


def undoing_changes(kept: Sequence[history.Change]) -> dict[int, int]:
    """change → the change that took it back, where that one still counts."""
    by: dict[int, int] = {}
    for one in reversed(kept):
        if one.undoes and one.number not in by:
            by[one.undoes] = one.number
    return by


def _line(one: history.Change, undone_by: int) -> ChangeLine:
    title = NAMES.get(one.doing, say("{command}", command=one.doing))
    files, what = tuple(edit.path for edit in one.edits), tuple(describe_edits(one.edits))
    return ChangeLine(one.number, one.day, one.doing, title, files, what, one.private, one.undoes, undone_by)
