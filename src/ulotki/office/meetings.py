"""Planned meetings: adds, changes, cancels and lists them."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping
from dataclasses import fields, replace

from ulotki.content.invitation import INVITATION
from ulotki.content.meetings import LASTS, Planned
from ulotki.content.typography import HOME
from ulotki.edition.record import Edition
from ulotki.errors import Refused, Say, misused, pick, say
from ulotki.folding import hyphened
from ulotki.library import Undated, tables
from ulotki.office import Outcome
from ulotki.office.edits import refuse_changed
from ulotki.office.meeting_fields import MeetingChange, as_toml, checked_change
from ulotki.office.starters import starter
from ulotki.workspace import Workspace, editions
from ulotki.workspace.history import Edit

FILE = "meetings.toml"

LONGEST = 40
"""Characters at most of an id that is made of the name of a group."""


def plan(workspace: Workspace, given: MeetingChange, today: datetime.date) -> Outcome[Planned]:
    """Write a new meeting down. Raises Misused for one that has been, or that is already planned."""
    if given.group is None or given.day is None or given.hour is None:
        hint = say('as in: ulotki meetings plan --group "Klub Seniora" --day 2024-09-12 --hour 17.00 --place …')
        raise misused(say("a meeting has a group, a day and an hour"), hint)
    with workspace.alone("meetings plan"):
        library = workspace.library(HOME)
        change = checked_change(given, library, today)
        for one in library.meetings.values():
            if not one.cancelled and (one.group.casefold(), one.day) == (str(change["group"]).casefold(), given.day):
                what = say("this meeting is already planned: {id}", id=one.id)
                raise misused(what, say("change it: ulotki meetings change {id}", id=one.id))
        id = _free_id(str(change["group"]), given.day, library)
        return _write(workspace, library, id, {**change, "written": today}, "meetings plan", today)


def stamp(one: Planned) -> str:
    """A digest of all fields of a meeting, for `change`."""
    told = {item.name: getattr(one, item.name) for item in fields(Planned) if item.name not in ("at", "where")}
    return tables.digest(repr((told, one.where.source if one.where else "")).encode())


def change(
    workspace: Workspace, id: str, given: MeetingChange, today: datetime.date, seen: str = ""
) -> Outcome[Planned]:
    """Change a planned meeting. An invitation that hangs already must come down: the outcome says so.

    seen: the `stamp` of the meeting that was shown, "" for none. Raises Overtaken when it has changed since.
    """
    with workspace.alone("meetings change"):
        library = workspace.library(HOME)
        old = pick("meeting", library.meetings, id)
        refuse_changed(seen or None, stamp(old))
        given = replace(given, day=None) if given.day == old.day else given
        new = {key: value for key, value in checked_change(given, library, today).items() if as_toml(old, key) != value}
        if not new:
            return Outcome(old, asides=(say("nothing has changed"),))
        return _write_change(workspace, library, old, new, "meetings change", today)


def cancel(workspace: Workspace, id: str, today: datetime.date) -> Outcome[Planned]:
    """Say that a meeting will not take place, or did not. The entry stays, so that calendars learn of it."""
    with workspace.alone("meetings cancel"):
        library = workspace.library(HOME)
        old = pick("meeting", library.meetings, id)
        if old.cancelled:
            return Outcome(old, asides=(say("it was cancelled before"),))
        return _write_change(workspace, library, old, {"cancelled": True}, "meetings cancel", today)


def _write_change(
    workspace: Workspace, library: Undated, old: Planned, new: Mapping[str, object], doing: str, today: datetime.date
) -> Outcome[Planned]:
    """Write a change down, and name the invitations that say what is no longer so: from now on they must come down."""
    seen = {"day", "hour", "place", "where", "cancelled", "topics"} & set(new)
    lying = editions.of(workspace.base / f"{INVITATION}{old.id}") if seen else ()
    made = dict.fromkeys(one.record.edition for one in lying if isinstance(one, Edition) and not one.draft)
    gone = tuple(code for code in made if code not in old.recalled)
    said: dict[str, object] = {**new, "written": today, "changes": old.changes + 1}
    if gone:
        said["recalled"] = [*old.recalled, *gone]
    written = _write(workspace, library, old.id, said, doing, today)
    asides = [say("invitations of before must come down where they hang: ulotki recall")] if gone else []
    return replace(written, asides=(*written.asides, *asides), pending=bool(gone))


def confirm_invitation(workspace: Workspace, id: str, edition: str, today: datetime.date) -> None:
    """Write down that *edition* is right: it was made again after a change, or the change was taken back."""
    with workspace.alone("meetings invite"):
        library = workspace.library(HOME)
        old = pick("meeting", library.meetings, id)
        if edition in old.recalled:
            left = [code for code in old.recalled if code != edition] or None
            _write(workspace, library, id, {"recalled": left}, "meetings invite", today)


def _free_id(group: str, day: datetime.date, library: Undated) -> str:
    """An id that is not taken: of the name of the group and the day."""
    stem = hyphened(group)[:LONGEST].strip("-") or "spotkanie"
    taken = {*library.meetings, *library.meetings.unread}
    first = f"{stem}-{day.isoformat()}"
    return next(id for id in (first, *(f"{first}-{number}" for number in range(2, 1000))) if id not in taken)


def _write(
    workspace: Workspace, library: Undated, id: str, change: Mapping[str, object], doing: str, today: datetime.date
) -> Outcome[Planned]:
    """Write *change* to a meeting, when what comes of it can be read. Raises Refused, and writes nothing, when it cannot."""
    for finding in library.meetings.lost:
        raise Refused([finding])
    before = workspace.contents(FILE)
    written = (starter(FILE, today) if before is None else before).decode("utf-8")
    after = tables.edit_entry(written, "meeting", id, change).encode("utf-8")
    made = workspace.library(HOME, instead={workspace.folder / FILE: after}).meetings[id]
    workspace.change([Edit(FILE, before, after)], doing, today)
    return Outcome(made, asides=tuple(_overlaps(made, library)))


def _overlaps(made: Planned, library: Undated) -> Iterator[Say]:
    """Meetings that overlap this one."""
    for one in library.meetings.values():
        close = one.id != made.id and abs(one.start - made.start) < LASTS
        if close and not one.cancelled and not made.cancelled:
            yield say("at the same time: {id}, {hour}", id=one.id, hour=one.hour)
