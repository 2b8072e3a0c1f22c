"""What is made of the planned meetings: a list on paper, and a calendar."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator

from ulotki.content.meetings import Stage
from ulotki.content.typography import HOME
from ulotki.documents.calendar import CalendarMeeting, calendar
from ulotki.documents.paper import Paper
from ulotki.documents.schedule import ScheduledMeeting, schedule
from ulotki.errors import Finding, Misused, pick, say
from ulotki.handout.letterhead import make_office
from ulotki.library import Library
from ulotki.office import Outcome
from ulotki.office.schedule import list_meetings
from ulotki.workspace import Workspace


def meeting_list(workspace: Workspace, today: datetime.date) -> Outcome[Paper]:
    """The list of all meetings as a document."""
    library, found = workspace.library(HOME).believed(today), list_meetings(workspace, today)
    papers = make_office(library, today)
    made = schedule(papers.words.schedule, found.value, papers.unit.name or papers.issuer, today, papers.author)
    return Outcome(made, found.findings, found.asides, found.pending)


def meeting_calendar(workspace: Workspace, today: datetime.date, ids: Iterable[str] = ()) -> Outcome[bytes]:
    """The calendar of the meetings that are ahead or cancelled, or of those named. Raises Misused when there is none."""
    library, found = workspace.library(HOME).believed(today), list_meetings(workspace, today)
    for id in ids:
        pick("meeting", library.meetings, id)
    shown = (Stage.AHEAD, Stage.CANCELLED)
    wanted = [one for one in found.value if (one.meeting.id in ids if ids else one.stage in shown)]
    if not wanted:
        what = say("no meeting is planned")
        raise Misused([*found.findings, Finding("use", what, say("plan one: ulotki meetings plan"))])
    return Outcome(calendar(tuple(_entries(library, wanted))), found.findings)


def _entries(library: Library, rows: Iterable[ScheduledMeeting]) -> Iterator[CalendarMeeting]:
    words = library.paperwork[HOME].schedule
    scope = library.publisher.gmina if library.publisher else ""
    for one in rows:
        names = [scam.subject.source for id in one.meeting.topics if (scam := library.scams.get(id))]
        notes = f"{words.topics.source} {', '.join(names)}" if names else ""
        summary, alarm = (f"{prose.source} {one.meeting.group}" for prose in (words.summary, words.alarm))
        yield CalendarMeeting(one.meeting, one.house, summary, f"{alarm}, {one.meeting.hour}", notes, scope)
