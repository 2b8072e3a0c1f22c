"""`ulotki meetings plan`, `change`, `cancel`, `list`: the planned ones; `letter`, `invite`, `calendar`: what goes out for them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from ulotki import documents, office
from ulotki.cli import options, target
from ulotki.cli.language import _, page_voice, path_text
from ulotki.cli.talk import Talk
from ulotki.errors import Say, say

ID = click.argument("id", metavar=_("ID"))

FIELDS = options.together(
    click.option("--group", metavar=_("TEXT"), help=_("With whom, such as a club or a class.")),
    options.day("--day", help=_("The day.")),
    click.option("--hour", metavar=_("HOUR"), help=_("The hour, such as 17.00.")),
    click.option("--place", metavar=_("PLACE"), help=_("Where, when it is one of our places.")),
    click.option("--where", metavar=_("TEXT"), help=_("The house and its address, as invited people read it.")),
    options.words("--topic", "topics", metavar=_("SCAM"), help=_("What it is about; repeatable."), unsaid=None),
    options.words("--invite", metavar=_("PLACE"), help=_("Where invitations hang, or all; repeatable."), unsaid=None),
)
"""The options that say what a meeting is; what is not given stays as it is."""


@FIELDS
def plan(talk: Talk, **asked: Any) -> office.Outcome[office.schedule.MeetingData]:
    return _tell(talk, office.meetings.plan(talk.ours, office.meeting_fields.MeetingChange(**asked), options.today()))


@ID
@FIELDS
def change(talk: Talk, id: str, **asked: Any) -> office.Outcome[office.schedule.MeetingData]:
    given = office.meeting_fields.MeetingChange(**asked)
    return _tell(talk, office.meetings.change(talk.ours, id, given, options.today()))


@ID
def cancel(talk: Talk, id: str) -> office.Outcome[office.schedule.MeetingData]:
    return _tell(talk, office.meetings.cancel(talk.ours, id, options.today()))


def _tell(talk: Talk, outcome: office.Outcome[Any]) -> office.Outcome[office.schedule.MeetingData]:
    """Say what became of the meeting."""
    rows = office.schedule.list_meetings(talk.ours, options.today()).value
    (row,) = [one for one in rows if one.meeting.id == outcome.value.id]
    return talk.answer(outcome.giving(office.schedule.MeetingData.of(row)), _line(row))


def _line(row: documents.schedule.ScheduledMeeting) -> Say:
    one = row.meeting
    stage = office.schedule.STAGES[row.stage] if row.people is None else say("held, people: {count}", count=row.people)
    given = {"id": one.id, "day": one.day, "hour": one.hour, "group": one.group, "where": row.house or "–"}
    return say("{day} {hour}  {group}, {where}: {stage} ({id})", stage=stage, **given)


@target.output(_("FILE.pdf, .txt or .html; else shown."), documents.ENDINGS)
def listing(talk: Talk, output: Path | None) -> office.Outcome[office.schedule.Meetings]:
    outcome = office.schedule.list_meetings(talk.ours, options.today())
    if output:
        paper = office.meeting_papers.meeting_list(talk.ours, options.today()).value
        target.write_paper(talk, outcome, output, paper)
    else:
        talk.result(*map(_line, outcome.value))
    if not outcome.value:
        talk.aside(say("no meeting is planned"))
    return outcome.giving(office.schedule.Meetings(tuple(map(office.schedule.MeetingData.of, outcome.value))))


@options.many("ids", _("[ID]…"))
@target.output(_("FILE.ics."), (".ics",), "spotkania.ics")
def calendar(talk: Talk, ids: tuple[str, ...], output: Path) -> office.Outcome[dict[str, str]]:
    outcome = office.meeting_papers.meeting_calendar(talk.ours, options.today(), ids)
    return target.write(talk, outcome.giving({}), output, outcome.value)


@ID
@options.out
@options.opened
def invite(talk: Talk, id: str, opened: bool) -> office.Outcome[office.invitations.InvitationData]:
    tries = office.trying.making(talk.begin(say("making")))
    outcome = office.invitations.invite(talk.ours, id, options.today(), tries, page_voice())
    built = outcome.value
    for one in built.record.pieces:
        talk.result(f"{path_text(built.folder / one.path)}: {one.code}")
        if opened:
            click.launch(str(built.folder / one.path))
    return outcome.giving(office.invitations.InvitationData.of(built))


@options.many("places", _("[PLACE]…"))
@click.option("--all", "everything", is_flag=True, help=_("For every place."))
@options.letter_on
@options.day("--reply", help=_("Until when to answer; else 19 days later."))
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    help=_("FILE.pdf, .txt, .html or .eml for one place; else a folder."),
)
def letter(talk: Talk, output: Path | None, **asked: Any) -> office.Outcome[office.meeting_letters.WrittenLetters]:
    request = office.meeting_letters.LettersRequest(**asked)
    outcome = office.meeting_letters.letters(talk.ours, request, options.today())
    drafts = outcome.value
    if len(drafts) == 1 and not request.everything:
        file = output or Path(f"{drafts[0].name}.pdf")
        written = outcome.giving(office.meeting_letters.WrittenLetters((file,)))
        return target.write_letter(talk, written, file, drafts[0])
    made = office.meeting_letters.write_letters(drafts, output or Path("pisma-o-spotkania"))
    return talk.answer(outcome.giving(made), *made.files)
