"""`ulotki meeting`, one that was held; `meetings plan`, `change`, `cancel`, `list`: the file of planned ones."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import click

from ulotki import documents, handout, office
from ulotki.cli import options, target, terminal
from ulotki.cli.language import _
from ulotki.cli.talk import Talk
from ulotki.errors import Say, say

ID = click.argument("id", metavar=_("ID"))


@click.argument("planned", required=False, metavar=_("[ID]"))
@options.day("--day", help=_("When it was; else as it was planned."))
@click.option("--group", metavar=_("TEXT"), help=_("With whom, such as a club or a class; else as it was planned."))
@options.count("--people", help=_("How many came."), least=0, required=True)
@options.words("--topic", "topics", metavar=_("SCAM"), help=_("What it was about; repeatable."))
@click.option("--place", metavar=_("PLACE"), help=_("Where, when it is one of our places."))
@options.note
@options.anyway
def meeting(talk: Talk, anyway: bool, **said: Any) -> office.Outcome[office.meeting.WrittenMeeting] | None:
    request, write = office.meeting.MeetingRequest(at=options.now(), **said), office.meeting.write_meeting
    outcome = terminal.sure(
        talk, lambda sure: write(talk.ours, replace(request, anyway=sure or anyway), options.today())
    )
    if outcome is not None:
        talk.result(handout.lines.numbered(outcome.value.made, office.ledger.read_places(talk.ours)[0]), whole=True)
    return outcome


FIELDS = options.together(
    click.option("--group", metavar=_("TEXT"), help=_("With whom, such as a club or a class.")),
    options.day("--day", help=_("The day.")),
    click.option("--hour", metavar=_("HOUR"), help=_("The hour, such as 17.00.")),
    click.option("--place", metavar=_("PLACE"), help=_("Where, when it is one of our places.")),
    click.option("--where", metavar=_("TEXT"), help=_("The house and its address, as invited people read it.")),
    options.words("--topic", "topics", metavar=_("SCAM"), help=_("What it is about; repeatable.")),
    options.words("--invite", metavar=_("PLACE"), help=_("Where invitations hang, or all; repeatable.")),
)
"""The options that say what a meeting is."""


def _asked(topics: tuple[str, ...], invite: tuple[str, ...], **asked: Any) -> office.meetings.MeetingChange:
    """What was said; a list that was not given stays as it is."""
    return office.meetings.MeetingChange(topics=topics or None, invite=invite or None, **asked)


@FIELDS
def plan(talk: Talk, **asked: Any) -> office.Outcome[office.meetings.MeetingData]:
    return _tell(talk, office.meetings.plan(talk.ours, _asked(**asked), options.today()))


@ID
@FIELDS
def change(talk: Talk, id: str, **asked: Any) -> office.Outcome[office.meetings.MeetingData]:
    return _tell(talk, office.meetings.change(talk.ours, id, _asked(**asked), options.today()))


@ID
def cancel(talk: Talk, id: str) -> office.Outcome[office.meetings.MeetingData]:
    return _tell(talk, office.meetings.cancel(talk.ours, id, options.today()))


def _tell(talk: Talk, outcome: office.Outcome[Any]) -> office.Outcome[office.meetings.MeetingData]:
    """Say what became of the meeting."""
    rows = office.meetings.list_meetings(talk.ours, options.today()).value
    (row,) = [one for one in rows if one.meeting.id == outcome.value.id]
    talk.result(_line(row))
    return outcome.giving(office.meetings.MeetingData.of(row))


def _line(row: documents.schedule.ScheduledMeeting) -> Say:
    one = row.meeting
    stage = office.meetings.STAGES[row.stage] if row.people is None else say("held, people: {count}", count=row.people)
    given = {"id": one.id, "day": one.day, "hour": one.hour, "group": one.group, "where": row.house or "–"}
    return say("{day} {hour}  {group}, {where}: {stage} ({id})", stage=stage, **given)


@target.output(_("FILE.pdf, .txt or .html; else shown."), documents.ENDINGS)
def listing(talk: Talk, output: Path | None) -> office.Outcome[office.meetings.Meetings]:
    outcome = office.meetings.list_meetings(talk.ours, options.today())
    if output:
        target.write_paper(talk, output, office.meeting_papers.meeting_list(talk.ours, options.today()).value)
    else:
        talk.result(*map(_line, outcome.value))
    if not outcome.value:
        talk.aside(say("no meeting is planned"))
    return outcome.giving(office.meetings.Meetings(tuple(map(office.meetings.MeetingData.of, outcome.value))))
