"""`ulotki meetings plan`, `change`, `cancel`, `list`: the file of planned meetings."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from ulotki.cli import options
from ulotki.cli.language import translated as _
from ulotki.cli.sentences import near, told
from ulotki.cli.talk import Talk
from ulotki.content.meetings import Stage
from ulotki.documents.formats import ENDINGS, document_file
from ulotki.documents.schedule import ScheduledMeeting
from ulotki.errors import Say, say
from ulotki.office import Outcome
from ulotki.office import meeting_papers as papers
from ulotki.office import meetings as office
from ulotki.office.meetings import MeetingChange, MeetingData, Meetings
from ulotki.workspace import Workspace, writing

F = TypeVar("F", bound=Callable[..., Any])

STAGES = {
    Stage.AHEAD: say("planned"),
    Stage.HELD: say("held"),
    Stage.CANCELLED: say("cancelled"),
    Stage.UNTOLD: say("not written down yet"),
}


def _described(command: F) -> F:
    """The options that say what a meeting is."""
    for option in (
        click.option(
            "--invite", multiple=True, metavar=_("PLACE"), help=_("Where invitations hang, or all; repeatable.")
        ),
        click.option("--topic", "topics", multiple=True, metavar=_("SCAM"), help=_("What it is about; repeatable.")),
        click.option("--where", metavar=_("TEXT"), help=_("The house and its address, as invited people read it.")),
        click.option("--place", metavar=_("PLACE"), help=_("Where, when it is one of our places.")),
        click.option("--hour", metavar=_("HOUR"), help=_("The hour, such as 17.00.")),
        click.option("--day", type=options.Day(), metavar=_("DAY"), help=_("The day.")),
        click.option("--group", metavar=_("TEXT"), help=_("With whom, such as a club or a class.")),
    ):
        command = option(command)
    return command


def _said(topics: tuple[str, ...], invite: tuple[str, ...], **asked: Any) -> MeetingChange:
    """What was said; a list that was not given stays as it is."""
    return MeetingChange(topics=options.several(topics) or None, invite=options.several(invite) or None, **asked)


@_described
def plan(talk: Talk, ours: Workspace, **asked: Any) -> None:
    """Write a meeting down."""
    _told(talk, "plan", ours, office.plan(ours, _said(**asked), options.today()))


@click.argument("id", metavar=_("ID"))
@_described
def change(talk: Talk, ours: Workspace, id: str, **asked: Any) -> None:
    """Change a meeting."""
    _told(talk, "change", ours, office.change(ours, id, _said(**asked), options.today()))


@click.argument("id", metavar=_("ID"))
def cancel(talk: Talk, ours: Workspace, id: str) -> None:
    """Cancel a meeting."""
    _told(talk, "cancel", ours, office.cancel(ours, id, options.today()))


def _told(talk: Talk, name: str, ours: Workspace, outcome: Outcome[Any]) -> None:
    (row,) = [one for one in office.list_meetings(ours, options.today()).value if one.meeting.id == outcome.value.id]
    talk.result(told(_line(row)))
    talk.outcome(f"meetings.{name}", outcome.giving(MeetingData.of(row)))


def _line(row: ScheduledMeeting) -> Say:
    one = row.meeting
    stage = STAGES[row.stage] if row.people is None else say("held, people: {count}", count=row.people)
    given = {"id": one.id, "day": one.day, "hour": one.hour, "group": one.group, "where": row.house or "–"}
    return say("{day} {hour}  {group}, {where}: {stage} ({id})", stage=stage, **given)


@options.output(_("FILE.pdf, .txt or .html; else shown."))
def listing(talk: Talk, ours: Workspace, output: Path | None) -> None:
    """List all meetings."""
    if output:
        writing.written_as(output, ENDINGS)
        writing.write(output, document_file(papers.meeting_list(ours, options.today()).value, output.suffix))
        talk.result(near(output))
    outcome = office.list_meetings(ours, options.today())
    for row in () if output else outcome.value:
        talk.result(told(_line(row)))
    if not outcome.value:
        talk.aside(say("no meeting is planned"))
    talk.outcome("meetings.list", outcome.giving(Meetings(tuple(map(MeetingData.of, outcome.value)))), output)
