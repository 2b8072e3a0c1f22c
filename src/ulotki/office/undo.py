"""Takes a change of a workspace's files back. The ledger is corrected, never undone."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from typing import assert_never

from ulotki.errors import Finding, Refused, Say, Where, misused, say
from ulotki.frozen import dataclass
from ulotki.library import tables
from ulotki.office import Outcome
from ulotki.office.changes import undoing_changes
from ulotki.office.edit_words import describe_edits, difference_words
from ulotki.workspace import Workspace, changes, history
from ulotki.workspace.history import Change, Edit, Torn

PLACES, PEOPLE = "places.toml", "people.toml"


@dataclass(frozen=True, slots=True)
class Undone:
    """A change that was taken back. number: of the change.  by: the number of the new change that did it."""

    number: int
    by: int
    what: tuple[Say, ...]


@dataclass(frozen=True, slots=True)
class Conflict:
    """A change that cannot be taken back, because a file was changed after it.

    file: the path in the workspace.  then: what undoing would write, there: the contents now; None for no file.
    what: the values that differ between the two.
    """

    number: int
    file: str
    then: str | None
    there: str | None
    what: tuple[Say, ...]


UndoResult = Undone | Conflict


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
    asides = [
        say("{file} was changed with it and stays as it is: files about people are not kept", file=name)
        for name in chosen.private
        if all(one.path != name for one in edits)
    ]
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
            yield Edit(PEOPLE, people, tables.edit_entries(text, "person", dict.fromkeys(both)).encode())
    except (ValueError, Refused):  # no TOML, or none that we change: what is wrong is found when it is read
        return


def _find(kept: Sequence[Change | Torn], number: int) -> Change:
    """The change to take back. Raises Misused when there is none, Refused when its record is damaged."""
    by = undoing_changes([one for one in kept if isinstance(one, Change)])
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


def _conflict(number: int, edit: Edit, there: bytes | None) -> Outcome[Undone | Conflict]:
    what = say("{file} has been changed since change {number}, so nothing was written", file=edit.path, number=number)
    hint = say("take the later changes back first, or change the file by hand")
    value = Conflict(number, edit.path, _text(edit.after), _text(there), tuple(difference_words(there, edit.after)))
    return Outcome(value, (Finding("history", what, hint, Where(edit.path)),))


def _faults(workspace: Workspace) -> dict[tuple[str, str, str], Finding]:
    """The findings about the workspace, by file, field and sentence."""
    return {(one.at.file, one.at.field, str(one.what)): one for one in workspace.library().findings}


def _text(data: bytes | None) -> str | None:
    return None if data is None else data.decode("utf-8-sig", "replace")
