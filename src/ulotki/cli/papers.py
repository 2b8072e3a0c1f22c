"""Papers that belong to no bundle: for the duty desk, for talks and lessons, for the printer; and accounts for the unit."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import Any

import click

from ulotki import documents, office
from ulotki.cli import options, target
from ulotki.cli.language import _, harmless, translate
from ulotki.cli.talk import Talk
from ulotki.errors import say
from ulotki.workspace import read, writing

campaign = click.option("--campaign", metavar=_("ID"), help=_("Its swindles; else those of all that are not over."))


@target.paper("lista-dyzurnego.pdf")
@options.out
@options.on
def desk(talk: Talk, output: Path, day: datetime.date | None) -> office.Outcome[office.desk.DeskPaper]:
    outcome = office.desk.desk(talk.ours, options.today(), day)
    return target.write_paper(talk, outcome, output, outcome.value.paper)


@campaign
@target.paper("spotkanie.pdf")
def talk(talk: Talk, output: Path, **asked: Any) -> office.Outcome[office.outline.OutlinePaper]:
    outcome = office.outline.talk(talk.ours, office.outline.OutlineRequest(**asked), options.today())
    return target.write_paper(talk, outcome, output, outcome.value.paper)


@click.argument("age", type=click.Choice(["4-6", "7-8", "secondary"]))
@campaign
@click.option("--place", metavar=_("PLACE"), help=_("The school that the letter is for."))
@target.paper("lekcja.pdf")
def lesson(talk: Talk, output: Path, **asked: Any) -> office.Outcome[office.outline.OutlinePaper]:
    outcome = office.outline.talk(talk.ours, office.outline.OutlineRequest(**asked), options.today())
    return target.write_paper(talk, outcome, output, outcome.value.paper)


@target.output(_("Where to."), default="test-sheet.pdf")
def test_sheet(talk: Talk, output: Path) -> office.Outcome[dict[str, str]]:
    how = say("print it on both sides at 100 %, and read on it what to write into ulotki.toml under printer")
    sheet = documents.test_sheet.test_sheet(read(talk.folder))
    return target.write(talk, office.Outcome({}, asides=(how,)), output, sheet)


@target.paper("proba.pdf")
def trial_sheet(talk: Talk, output: Path) -> office.Outcome[dict[str, str]]:
    outcome = office.trial.make_trial_sheet(read(talk.folder), options.today())
    return target.write_paper(talk, outcome.giving({}), output, outcome.value)


@click.argument("campaign", required=False, metavar=_("[CAMPAIGN]"))
@options.day("--from", "first", help=_("From this day; else the campaign's."))
@options.day("--to", "last", help=_("Until this day; else today."))
@target.output(_("FILE.pdf, .txt, .html or .csv; else shown."), (*documents.ENDINGS, ".csv"))
@options.lying
def report(talk: Talk, output: Path | None, **period: Any) -> office.Outcome[office.report.CampaignAccount]:
    outcome = office.report.make_account(talk.ours, office.report.ReportRequest(**period), options.today())
    answer = outcome.value
    if output:
        return target.write(talk, outcome, output, answer.document(output.suffix.lower(), translate))
    return talk.answer(outcome, *map(harmless, answer.text.splitlines()))


@options.day("--from", "first", help=_("From this day; else that of the plan."))
@options.day("--to", "last", help=_("Until this day; else that of the plan."))
@target.paper("informacja.pdf")
@options.lying
def summary(talk: Talk, output: Path, **period: Any) -> office.Outcome[office.summary.PlanAccount]:
    outcome = office.summary.make_final_account(talk.ours, options.today(), **period)
    return target.write_paper(talk, outcome, output, outcome.value.paper)


@options.day("--from", "first", help=_("Meetings count from this day on."))
@target.paper("notatka.txt")
@options.lying
def press_note(talk: Talk, output: Path, **period: Any) -> office.Outcome[office.press_note.PressNoteData]:
    outcome = office.press_note.make_note(talk.ours, options.today(), **period)
    target.write_paper(talk, outcome, output, outcome.value.paper)
    if outcome.value.picture is None:
        talk.aside(say("without a picture: no poster was built that may hang as it is"))
        return outcome.giving(office.press_note.PressNoteData(None))
    picture = output.with_suffix(".png")
    writing.write(picture, outcome.value.picture)
    return talk.answer(outcome.giving(office.press_note.PressNoteData(picture)), picture)
