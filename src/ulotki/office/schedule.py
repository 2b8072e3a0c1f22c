"""Lists the planned meetings, each with what became of it."""

from __future__ import annotations

import datetime
from collections.abc import Mapping

from ulotki.content.meetings import Stage
from ulotki.content.typography import HOME
from ulotki.documents.schedule import ScheduledMeeting
from ulotki.errors import Say, say
from ulotki.frozen import dataclass
from ulotki.handout import ledger
from ulotki.handout.deeds import HeldMeeting
from ulotki.office import Outcome
from ulotki.values import filled
from ulotki.workspace import Workspace, book

STAGES: Mapping[Stage, Say] = {
    Stage.AHEAD: say("planned"),
    Stage.HELD: say("held"),
    Stage.CANCELLED: say("cancelled"),
    Stage.UNTOLD: say("not written down yet"),
}
"""What became of a meeting, in words."""


def list_meetings(workspace: Workspace, today: datetime.date) -> Outcome[tuple[ScheduledMeeting, ...]]:
    """All meetings by day and hour. Something is to be done while one is over and nobody wrote down whether it was held."""
    library, known = workspace.library(HOME), book.read(workspace.folder)
    held = [one.deed for one in ledger.effects(known.entries) if isinstance(one.deed, HeldMeeting)]
    people = {deed.planned: deed.people for deed in held}
    rows = tuple(
        ScheduledMeeting(one, one.house(library.places), one.stage(today, one.id in people), people.get(one.id))
        for one in sorted(library.meetings.values(), key=lambda one: (one.start, one.id))
    )
    waiting = [one for one in rows if one.stage is Stage.UNTOLD]
    asides = tuple(
        say("write it down: ulotki meeting {id} --people N; or: ulotki meetings cancel {id}", id=one.meeting.id)
        for one in waiting
    )
    return Outcome(rows, (*library.meetings.faults(), *known.findings), asides, pending=bool(waiting))


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
