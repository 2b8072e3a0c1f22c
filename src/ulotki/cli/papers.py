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
    target.write_paper(talk, output, outcome.value.paper)
    talk.aside(say("for the duty desk alone: do not give it out, and print a new one after each edition"))
    return outcome


@campaign
@target.paper("spotkanie.pdf")
def talk(talk: Talk, output: Path, **asked: Any) -> office.Outcome[office.outline.OutlinePaper]:
    return _outline(talk, output, office.outline.OutlineRequest(**asked))


@click.argument("age", type=click.Choice(["4-6", "7-8", "secondary"]))
@campaign
@click.option("--place", metavar=_("PLACE"), help=_("The school that the letter is for."))
@target.paper("lekcja.pdf")
def lesson(talk: Talk, output: Path, **asked: Any) -> office.Outcome[office.outline.OutlinePaper]:
    return _outline(talk, output, office.outline.OutlineRequest(**asked))


def _outline(
    talk: Talk, output: Path, request: office.outline.OutlineRequest
) -> office.Outcome[office.outline.OutlinePaper]:
    outcome = office.outline.talk(talk.ours, request, options.today())
    target.write_paper(talk, output, outcome.value.paper)
    talk.aside(say("print the sheets at its end once for each person"))
    return outcome


@target.output(_("Where to."), default="test-sheet.pdf")
def test_sheet(talk: Talk, output: Path) -> office.Outcome[dict[str, str]]:
    target.write(talk, output, documents.test_sheet.test_sheet(read(talk.folder)))
    talk.aside(say("print it on both sides at 100 %, and read on it what to write into ulotki.toml under printer"))
    return office.Outcome({})


@target.paper("proba.pdf")
def trial_sheet(talk: Talk, output: Path) -> office.Outcome[dict[str, str]]:
    outcome = office.trial.make_trial_sheet(read(talk.folder), options.today())
    target.write_paper(talk, output, outcome.value)
    return outcome.giving({})


@click.argument("campaign", required=False, metavar=_("[CAMPAIGN]"))
@options.day("--from", "first", help=_("From this day; else the campaign's."))
@options.day("--to", "last", help=_("Until this day; else today."))
@target.output(_("FILE.pdf, .txt, .html or .csv; else shown."), (*documents.ENDINGS, ".csv"))
@options.lying
def report(talk: Talk, output: Path | None, **period: Any) -> office.Outcome[office.report.CampaignAccount]:
    outcome = office.report.make_account(talk.ours, office.report.ReportRequest(**period), options.today())
    answer = outcome.value
    if output:
        target.write(talk, output, answer.document(output.suffix.lower(), translate))
    else:
        talk.result(*map(harmless, answer.text.splitlines()))
    return outcome


@options.day("--from", "first", help=_("From this day; else that of the plan."))
@options.day("--to", "last", help=_("Until this day; else that of the plan."))
@target.paper("informacja.pdf")
@options.lying
def summary(talk: Talk, output: Path, **period: Any) -> office.Outcome[office.summary.PlanAccount]:
    outcome = office.summary.make_final_account(talk.ours, office.summary.SummaryRequest(**period), options.today())
    target.write_paper(talk, output, outcome.value.paper)
    talk.aside(
        say("before it is signed: the reported attempts, the publications and the conclusions are filled in by hand")
    )
    return outcome


@options.day("--from", "first", help=_("Meetings count from this day on."))
@target.paper("notatka.txt")
@options.lying
def press_note(talk: Talk, output: Path, **period: Any) -> office.Outcome[office.press_note.PressNoteData]:
    outcome = office.press_note.make_note(talk.ours, options.today(), **period)
    target.write_paper(talk, output, outcome.value.paper)
    if outcome.value.picture is None:
        talk.aside(say("without a picture: no poster was built that may hang as it is"))
        return outcome.giving(office.press_note.PressNoteData(None))
    picture = output.with_suffix(".png")
    writing.write(picture, outcome.value.picture)
    talk.result(picture)
    return outcome.giving(office.press_note.PressNoteData(picture))
