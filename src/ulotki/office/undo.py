"""The changes of a workspace's files, and taking one back. The ledger is corrected, never undone."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping, Sequence
from typing import assert_never

from ulotki.errors import Finding, Refused, Say, Where, misused, say
from ulotki.frozen import dataclass
from ulotki.library import tables
from ulotki.library.changed import differences
from ulotki.office import Outcome
from ulotki.workspace import Workspace, changes, history
from ulotki.workspace.history import Change, Edit, Torn

PLACES, PEOPLE = "places.toml", "people.toml"

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
class Undone:
    """A change that was taken back. number: of the change.  by: the number of the new change that did it."""

    number: int
    by: int
    what: tuple[Say, ...]


@dataclass(frozen=True, slots=True)
class Conflict:
    """A change that cannot be taken back, because a file is no longer what it left.

    file: the path in the workspace.  then: what undoing would write, there: what lies there; None for no file.
    what: the values that differ between the two.
    """

    number: int
    file: str
    then: str | None
    there: str | None
    what: tuple[Say, ...]


@dataclass(frozen=True, slots=True)
class History:
    """The changes that are kept, the newest first."""

    changes: tuple[ChangeLine, ...]


UndoResult = Undone | Conflict


def list_changes(workspace: Workspace) -> Outcome[tuple[ChangeLine, ...]]:
    """The changes that are kept, the newest first."""
    kept = history.read(workspace.folder)
    torn = tuple(one.finding for one in kept if isinstance(one, Torn))
    sound = [one for one in kept if isinstance(one, Change)]
    by = _undone_by(sound)
    return Outcome(tuple(_line(one, by.get(one.number, 0)) for one in reversed(sound)), torn)


def undo(workspace: Workspace, number: int, today: datetime.date) -> Outcome[Undone | Conflict]:
    """Take a change back, and write that down as a change, so that it can be taken back as well.

    number: of the change; 0 for the newest that still counts. Raises Misused when there is none.
    """
    with workspace.alone("undo"):
        chosen = _find(history.read(workspace.folder), number)
        back = [Edit(one.path, one.after, one.before) for one in chosen.edits]
        for one in back:
            if (there := changes.read(workspace.folder, one.path)) != one.before:
                return _conflict(chosen.number, one, there)
        before = _faults(workspace)
        edits = [*back, *_hosts(workspace, back)]
        by = changes.make(workspace.folder, edits, "undo", today, undoes=chosen.number)
        after = _faults(workspace)
    new = tuple(finding for key, finding in after.items() if key not in before)
    asides = [_not_kept(name) for name in chosen.private if all(one.path != name for one in edits)]
    asides += [say("the hosts of places that are gone went with them") for one in edits if history.private(one.path)]
    asides.append(say("to bring it back: ulotki undo {number}", number=by))
    return Outcome(Undone(chosen.number, by, tuple(describe_edits(back))), new, tuple(asides))


def _hosts(workspace: Workspace, back: Sequence[Edit]) -> Iterator[Edit]:
    """The hosts of places that go with *back*, taken out of people.toml, which would be wrong otherwise."""
    places = next((one for one in back if one.path == PLACES), None)
    people = workspace.contents(PEOPLE)
    if places is None or people is None:
        return
    try:
        gone = tables.ids(places.before, "place") - tables.ids(places.after, "place")
        known = tables.ids(people, "person")
        if both := sorted(gone & known):
            text = people.decode("utf-8")
            yield Edit(PEOPLE, people, tables.entries(text, "person", dict.fromkeys(both)).encode())
    except (ValueError, Refused):  # no TOML, or none that we change: what is wrong is found when it is read
        return


def _not_kept(name: str) -> Say:
    return say("{file} was changed with it and stays as it is: files about people are not kept", file=name)


def _find(kept: Sequence[Change | Torn], number: int) -> Change:
    """The change to take back. Raises Misused when there is none, Refused when its record is damaged."""
    by = _undone_by([one for one in kept if isinstance(one, Change)])
    for one in reversed(kept):
        match one:
            case Torn():
                if one.number == number:
                    raise Refused([one.finding])
            case Change():
                if one.number == number or (not number and one.edits and not one.undoes and one.number not in by):
                    return _check_undoable(one, by.get(one.number, 0))
            case other:
                assert_never(other)
    known = ", ".join(str(one.number) for one in kept[-5:]) or "–"
    what = say("there is no change {number}", number=number) if number else say("there is nothing to undo")
    raise misused(what, say("the last ones are: {numbers}; all: ulotki history", numbers=known))


def _check_undoable(one: Change, by: int) -> Change:
    if by:
        what = say("change {number} has been taken back already", number=one.number)
        raise misused(what, say("to bring it back: ulotki undo {number}", number=by))
    if not one.edits:
        what = say("change {number} is about people alone, and how that was is not kept", number=one.number)
        raise misused(what, say("write it anew in people.toml"))
    return one


def _undone_by(kept: Sequence[Change]) -> dict[int, int]:
    """change → the change that took it back, where that one still counts."""
    by: dict[int, int] = {}
    for one in reversed(kept):
        if one.undoes and one.number not in by:
            by[one.undoes] = one.number
    return by


def _conflict(number: int, edit: Edit, there: bytes | None) -> Outcome[Undone | Conflict]:
    what = say("{file} has been changed since change {number}, so nothing was written", file=edit.path, number=number)
    hint = say("take the later changes back first, or change the file by hand")
    value = Conflict(number, edit.path, _text(edit.after), _text(there), tuple(_of(there, edit.after)))
    return Outcome(value, (Finding("history", what, hint, Where(edit.path)),))


def _faults(workspace: Workspace) -> dict[tuple[str, str, str], Finding]:
    """What cannot be read in the workspace, by what is said where."""
    return {(one.at.file, one.at.field, str(one.what)): one for one in workspace.library().findings}


def _line(one: Change, undone_by: int) -> ChangeLine:
    title = NAMES.get(one.doing, say("{command}", command=one.doing))
    files, what = tuple(edit.path for edit in one.edits), tuple(describe_edits(one.edits))
    return ChangeLine(one.number, one.day, one.doing, title, files, what, one.private, one.undoes, undone_by)


def describe_edits(edits: Sequence[Edit]) -> Iterator[Say]:
    """What *edits* change, each with its file."""
    for one in edits:
        for what in _of(one.before, one.after):
            yield say("{file}: {what}", file=one.path, what=what)


def _of(before: bytes | None, after: bytes | None) -> Iterator[Say]:
    if before is None or after is None:
        yield say("the file is new") if before is None else say("the file is gone")
        return
    found = differences(before, after)
    if found is None:
        yield say("the text is another one")
    elif not found:
        yield say("only comments or spaces differ")
    else:
        yield from (one.what for one in found)


def _text(data: bytes | None) -> str | None:
    return None if data is None else data.decode("utf-8-sig", "replace")
