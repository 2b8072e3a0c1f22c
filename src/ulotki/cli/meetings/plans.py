"""`ulotki meetings plan`, `change`, `cancel`, `list`: the file of planned meetings."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from ulotki.cli import options, target
from ulotki.cli.language import translated as _
from ulotki.cli.talk import Talk
from ulotki.documents.formats import ENDINGS, document_file
from ulotki.documents.schedule import ScheduledMeeting
from ulotki.errors import Say, say
from ulotki.office import Outcome
from ulotki.office import meeting_papers as papers
from ulotki.office import meetings as office
from ulotki.workspace import Workspace


def _options(command: options.Command) -> options.Command:
    """The options that say what a meeting is."""
    for option in (
        options.words("--invite", metavar=_("PLACE"), help=_("Where invitations hang, or all; repeatable.")),
        options.words("--topic", "topics", metavar=_("SCAM"), help=_("What it is about; repeatable.")),
        click.option("--where", metavar=_("TEXT"), help=_("The house and its address, as invited people read it.")),
        click.option("--place", metavar=_("PLACE"), help=_("Where, when it is one of our places.")),
        click.option("--hour", metavar=_("HOUR"), help=_("The hour, such as 17.00.")),
        options.day("--day", help=_("The day.")),
        click.option("--group", metavar=_("TEXT"), help=_("With whom, such as a club or a class.")),
    ):
        command = option(command)
    return command


def _description(topics: tuple[str, ...], invite: tuple[str, ...], **asked: Any) -> office.MeetingChange:
    """What was said; a list that was not given stays as it is."""
    return office.MeetingChange(topics=topics or None, invite=invite or None, **asked)


@_options
def plan(talk: Talk, ours: Workspace, **asked: Any) -> None:
    """Write a meeting down."""
    _tell(talk, ours, office.plan(ours, _description(**asked), options.today()))


@click.argument("id", metavar=_("ID"))
@_options
def change(talk: Talk, ours: Workspace, id: str, **asked: Any) -> None:
    """Change a meeting."""
    _tell(talk, ours, office.change(ours, id, _description(**asked), options.today()))


@click.argument("id", metavar=_("ID"))
def cancel(talk: Talk, ours: Workspace, id: str) -> None:
    """Cancel a meeting."""
    _tell(talk, ours, office.cancel(ours, id, options.today()))


def _tell(talk: Talk, ours: Workspace, outcome: Outcome[Any]) -> None:
    """Say what became of the meeting."""
    (row,) = [one for one in office.list_meetings(ours, options.today()).value if one.meeting.id == outcome.value.id]
    talk.result(_line(row))
    talk.outcome(outcome.giving(office.MeetingData.of(row)))


def _line(row: ScheduledMeeting) -> Say:
    one = row.meeting
    stage = office.STAGES[row.stage] if row.people is None else say("held, people: {count}", count=row.people)
    given = {"id": one.id, "day": one.day, "hour": one.hour, "group": one.group, "where": row.house or "–"}
    return say("{day} {hour}  {group}, {where}: {stage} ({id})", stage=stage, **given)


@target.output(_("FILE.pdf, .txt or .html; else shown."), ENDINGS)
def listing(talk: Talk, ours: Workspace, output: Path | None) -> None:
    """List all meetings."""
    outcome = office.list_meetings(ours, options.today())
    if output:
        target.write(talk, output, document_file(papers.meeting_list(ours, options.today()).value, output.suffix))
    else:
        talk.result(*map(_line, outcome.value))
    if not outcome.value:
        talk.aside(say("no meeting is planned"))
    talk.outcome(outcome.giving(office.Meetings(tuple(map(office.MeetingData.of, outcome.value)))))
