"""Planned meetings: adds, changes, cancels and lists them."""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping, Sequence
from dataclasses import fields, replace

from ulotki.content.meetings import INVITATION, LASTS, Planned, Stage
from ulotki.content.places import find_place
from ulotki.content.typography import HOME
from ulotki.documents.schedule import ScheduledMeeting
from ulotki.edition.record import Edition
from ulotki.errors import Refused, Say, misused, pick, say
from ulotki.folding import hyphened
from ulotki.frozen import dataclass
from ulotki.handout import ledger
from ulotki.handout.chain import LedgerEntry
from ulotki.handout.deeds import HeldMeeting
from ulotki.library import Undated, tables
from ulotki.library.tables import edited
from ulotki.office import Outcome
from ulotki.office.answers import checked_group, checked_text
from ulotki.office.edits import refuse_changed
from ulotki.office.starting import starter
from ulotki.values import filled
from ulotki.workspace import Workspace, book, editions
from ulotki.workspace.history import Edit

FILE = "meetings.toml"
LONGEST = 40
"""Signs of an id that is made of the name of a group."""

STAGES: Mapping[Stage, Say] = {
    Stage.AHEAD: say("planned"),
    Stage.HELD: say("held"),
    Stage.CANCELLED: say("cancelled"),
    Stage.UNTOLD: say("not written down yet"),
}
"""What became of a meeting, in words."""

HOUR = re.compile(r"([01]?[0-9]|2[0-3])(?:[.:]([0-5][0-9]))?")


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingChange:
    """What is said of a meeting; None leaves a field as it is. place, invite: words that mean places."""

    group: str | None = None
    day: datetime.date | None = None
    hour: str | None = None
    place: str | None = None
    where: str | None = None
    topics: tuple[str, ...] | None = None
    invite: tuple[str, ...] | None = None


def list_meetings(workspace: Workspace, today: datetime.date) -> Outcome[tuple[ScheduledMeeting, ...]]:
    """All meetings by day and hour. Something is to be done while one is over and nobody wrote down whether it was held."""
    library, known = workspace.library(HOME), book.read(workspace.folder)
    rows = schedule_rows(library, known.entries, today)
    waiting = [one for one in rows if one.stage is Stage.UNTOLD]
    asides = tuple(
        say("write it down: ulotki meeting {id} --people N; or: ulotki meetings cancel {id}", id=one.meeting.id)
        for one in waiting
    )
    return Outcome(rows, (*library.meetings.faults(), *known.findings), asides, pending=bool(waiting))


def schedule_rows(
    library: Undated, entries: Sequence[LedgerEntry], today: datetime.date
) -> tuple[ScheduledMeeting, ...]:
    """The meetings with what the ledger says of them, by day and hour."""
    people = {one.deed.planned: one.deed.people for one in ledger.effects(entries) if isinstance(one.deed, HeldMeeting)}
    every = sorted(library.meetings.values(), key=lambda one: (one.start, one.id))
    return tuple(
        ScheduledMeeting(one, one.house(library.places), one.stage(today, one.id in people), people.get(one.id))
        for one in every
    )


def plan(workspace: Workspace, given: MeetingChange, today: datetime.date) -> Outcome[Planned]:
    """Write a new meeting down. Raises Misused for one that has been, or that is already planned."""
    if given.group is None or given.day is None or given.hour is None:
        hint = say('as in: ulotki meetings plan --group "Klub Seniora" --day 2024-09-12 --hour 17.00 --place …')
        raise misused(say("a meeting has a group, a day and an hour"), hint)
    with workspace.alone("meetings plan"):
        library = workspace.library(HOME)
        change = _checked_change(given, library, today)
        for one in library.meetings.values():
            if not one.cancelled and (one.group.casefold(), one.day) == (str(change["group"]).casefold(), given.day):
                what = say("this meeting is already planned: {id}", id=one.id)
                raise misused(what, say("change it: ulotki meetings change {id}", id=one.id))
        id = _free_id(str(change["group"]), given.day, library)
        return _write(workspace, library, id, {**change, "written": today}, "meetings plan", today)


def stamp(one: Planned) -> str:
    """A digest of what is said of a meeting, for `change`."""
    told = {item.name: getattr(one, item.name) for item in fields(Planned) if item.name not in ("at", "where")}
    return tables.digest(repr((told, one.where.source if one.where else "")).encode())


def change(
    workspace: Workspace, id: str, given: MeetingChange, today: datetime.date, seen: str = ""
) -> Outcome[Planned]:
    """Change a planned meeting. Its invitation that hangs already must come down, and that is said.

    seen: the `stamp` of the meeting when it was asked for, "" where nobody looked. Raises Overtaken for another one.
    """
    with workspace.alone("meetings change"):
        library = workspace.library(HOME)
        old = _find(library, id)
        refuse_changed(seen or None, stamp(old))
        given = replace(given, day=None) if given.day == old.day else given
        new = {
            key: value for key, value in _checked_change(given, library, today).items() if _as_toml(old, key) != value
        }
        if not new:
            return Outcome(old, asides=(say("nothing has changed"),))
        return _write_change(workspace, library, old, new, "meetings change", today)


def cancel(workspace: Workspace, id: str, today: datetime.date) -> Outcome[Planned]:
    """Say that a meeting will not take place, or did not. The entry stays, so that calendars learn of it."""
    with workspace.alone("meetings cancel"):
        library = workspace.library(HOME)
        old = _find(library, id)
        if old.cancelled:
            return Outcome(old, asides=(say("it was cancelled before"),))
        return _write_change(workspace, library, old, {"cancelled": True}, "meetings cancel", today)


def _write_change(
    workspace: Workspace, library: Undated, old: Planned, new: Mapping[str, object], doing: str, today: datetime.date
) -> Outcome[Planned]:
    """Write a change down, and name the invitations that say what is no longer so: from now on they must come down."""
    seen = {"day", "hour", "place", "where", "cancelled", "topics"} & set(new)
    gone = tuple(code for code in _invitation_codes(workspace, old.id) if code not in old.recalled) if seen else ()
    said: dict[str, object] = {**new, "written": today, "changes": old.changes + 1}
    if gone:
        said["recalled"] = [*old.recalled, *gone]
    made = _write(workspace, library, old.id, said, doing, today)
    asides = [say("invitations of before must come down where they hang: ulotki recall")] if gone else []
    return replace(made, asides=(*made.asides, *asides), pending=bool(gone))


def _invitation_codes(workspace: Workspace, id: str) -> tuple[str, ...]:
    """The codes of the editions of an invitation."""
    lying = editions.of(workspace.base / f"{INVITATION}{id}")
    return tuple(dict.fromkeys(one.record.edition for one in lying if isinstance(one, Edition) and not one.draft))


def confirm_invitation(workspace: Workspace, id: str, edition: str, today: datetime.date) -> None:
    """Write down that *edition* is right: it was made again after a change, or the change was taken back."""
    with workspace.alone("meetings invite"):
        library = workspace.library(HOME)
        old = _find(library, id)
        if edition in old.recalled:
            left = [code for code in old.recalled if code != edition] or None
            _write(workspace, library, id, {"recalled": left}, "meetings invite", today)


def _find(library: Undated, id: str) -> Planned:
    return pick("meeting", library.meetings, id)


def _checked_change(given: MeetingChange, library: Undated, today: datetime.date) -> dict[str, object]:
    """What was said, as values of the file. Raises Misused for what cannot be meant."""
    found: dict[str, object] = {}
    if given.group is not None:
        found["group"] = checked_group(given.group)
    if given.day is not None:
        if given.day < today:
            hint = say("write it down as held: ulotki meeting --day {day} …", day=given.day)
            raise misused(say("{day} is over", day=given.day), hint)
        found["day"] = given.day
    if given.hour is not None:
        found["hour"] = parse_hour(given.hour)
    if given.place is not None:
        found["place"] = find_place(library.places, given.place) if given.place else None
    if given.where is not None:
        found["where"] = checked_text(given.where) or None
    if given.topics is not None:
        found["topics"] = [pick("scam", library.scams, word).id for word in dict.fromkeys(given.topics)] or None
    if given.invite is not None:
        kinds = {place.kind for place in library.places.values()} | {"all"}
        found["invite"] = [word if word in kinds else find_place(library.places, word) for word in given.invite] or None
    return found


def parse_hour(words: str) -> str:
    """An hour as it is printed, "17.00", of "17", "17:00" and the like. Raises Misused for anything else."""
    found = HOUR.fullmatch(words.strip())
    if found is None:
        raise misused(say('"{value}" is not an hour', value=words), say("write it as 17.00"))
    return f"{int(found[1])}.{found[2] or '00'}"


def _as_toml(one: Planned, key: str) -> object:
    value = getattr(one, key)
    if key == "where":
        return value.source if value else None
    return (list(value) or None) if isinstance(value, tuple) else (value or None) if key == "place" else value


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
    after = edited(written, "meeting", id, change).encode("utf-8")
    made = workspace.library(HOME, instead={workspace.folder / FILE: after}).meetings[id]
    workspace.change([Edit(FILE, before, after)], doing, today)
    return Outcome(made, asides=tuple(_overlaps(made, library)))


def _overlaps(made: Planned, library: Undated) -> list[Say]:
    """Meetings that overlap this one."""
    others = (
        one for one in library.meetings.values() if one.id != made.id and not one.cancelled and not made.cancelled
    )
    return [
        say("at the same time: {id}, {hour}", id=one.id, hour=one.hour)
        for one in others
        if abs(one.start - made.start) < LASTS
    ]


@dataclass(frozen=True, slots=True)
class MeetingData:
    """A planned meeting. where: the house and its address.  stage: what is known of it.  people: how many came, if any."""

    id: str
    group: str
    day: datetime.date
    hour: str
    place: str
    topics: tuple[str, ...]
    invite: tuple[str, ...]
    cancelled: bool
    written: datetime.date | None
    changes: int
    where: str
    stage: str
    people: int | None

    @classmethod
    def of(cls, one: ScheduledMeeting) -> MeetingData:
        """*one* as data."""
        return filled(cls, one.meeting, where=one.house, stage=one.stage.name.lower(), people=one.people)


@dataclass(frozen=True, slots=True)
class Meetings:
    """All planned meetings."""

    meetings: tuple[MeetingData, ...]
