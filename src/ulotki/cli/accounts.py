"""What the unit is told: `ulotki report`, `summary` and `press-note`. They name nobody."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import Any

import click

from ulotki.cli import options, target
from ulotki.cli.language import translated as _
from ulotki.cli.sentences import harmless, translate
from ulotki.cli.talk import Talk
from ulotki.documents.formats import ENDINGS, document_file
from ulotki.errors import say
from ulotki.office import press_note as notes
from ulotki.office import report as reports
from ulotki.office import summary as summaries
from ulotki.workspace import Workspace, writing


@click.argument("campaign", required=False, metavar=_("[CAMPAIGN]"))
@options.day("--from", "first", help=_("From this day; else the campaign's."))
@options.day("--to", "last", help=_("Until this day; else today."))
@target.output(_("FILE.pdf, .txt, .html or .csv; else shown."), (*ENDINGS, ".csv"))
@options.lying
def report(talk: Talk, ours: Workspace, output: Path | None, **period: Any) -> None:
    """Write the account of a period: on paper, as text for a page, or as a table."""
    outcome = reports.make_account(ours, reports.ReportRequest(**period), options.today())
    answer = outcome.value
    if output:
        target.write(talk, output, answer.document(output.suffix.lower(), translate))
    else:
        talk.result(*map(harmless, answer.text.splitlines()))
    talk.outcome(outcome)


@options.day("--from", "first", help=_("From this day; else that of the plan."))
@options.day("--to", "last", help=_("Until this day; else that of the plan."))
@target.output(_("FILE.pdf, .txt or .html."), ENDINGS, "informacja.pdf")
@options.lying
def summary(talk: Talk, ours: Workspace, output: Path, **period: Any) -> None:
    """Write the final account of a plan."""
    outcome = summaries.make_final_account(ours, summaries.SummaryRequest(**period), options.today())
    target.write(talk, output, document_file(outcome.value.paper, output.suffix))
    talk.aside(
        say("before it is signed: the reported attempts, the publications and the conclusions are filled in by hand")
    )
    talk.outcome(outcome)


@options.day("--from", "first", help=_("Meetings count from this day on."))
@target.output(_("FILE.pdf, .txt or .html."), ENDINGS, "notatka.txt")
@options.lying
def press_note(talk: Talk, ours: Workspace, output: Path, first: datetime.date | None) -> None:
    """Write a note for the unit's page, and its picture beside it."""
    outcome = notes.make_note(ours, notes.PressNoteRequest(first), options.today())
    answer, picture = outcome.value, output.with_suffix(".png")
    target.write(talk, output, document_file(answer.paper, output.suffix))
    if answer.picture is None:
        talk.aside(say("without a picture: no poster was built that may hang as it is"))
    else:
        writing.write(picture, answer.picture)
        talk.result(picture)
    talk.outcome(outcome.giving(notes.PressNoteData(picture if answer.picture is not None else None)))
