"""What the unit is told: `ulotki report`, `summary` and `press-note`. They name nobody."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from ulotki import office
from ulotki.cli import options, target
from ulotki.cli.language import translated as _
from ulotki.cli.sentences import harmless, translate
from ulotki.cli.talk import Talk
from ulotki.documents import ENDINGS
from ulotki.errors import say
from ulotki.workspace import Workspace, writing


@click.argument("campaign", required=False, metavar=_("[CAMPAIGN]"))
@options.day("--from", "first", help=_("From this day; else the campaign's."))
@options.day("--to", "last", help=_("Until this day; else today."))
@target.output(_("FILE.pdf, .txt, .html or .csv; else shown."), (*ENDINGS, ".csv"))
@options.lying
def report(
    talk: Talk, ours: Workspace, output: Path | None, **period: Any
) -> office.Outcome[office.report.CampaignAccount]:
    """Write the account of a period: on paper, as text for a page, or as a table."""
    outcome = office.report.make_account(ours, office.report.ReportRequest(**period), options.today())
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
def summary(talk: Talk, ours: Workspace, output: Path, **period: Any) -> office.Outcome[office.summary.PlanAccount]:
    """Write the final account of a plan."""
    outcome = office.summary.make_final_account(ours, office.summary.SummaryRequest(**period), options.today())
    target.write_paper(talk, output, outcome.value.paper)
    talk.aside(
        say("before it is signed: the reported attempts, the publications and the conclusions are filled in by hand")
    )
    return outcome


@options.day("--from", "first", help=_("Meetings count from this day on."))
@target.paper("notatka.txt")
@options.lying
def press_note(
    talk: Talk, ours: Workspace, output: Path, **period: Any
) -> office.Outcome[office.press_note.PressNoteData]:
    """Write a note for the unit's page, and its picture beside it."""
    outcome = office.press_note.make_note(ours, office.press_note.PressNoteRequest(**period), options.today())
    target.write_paper(talk, output, outcome.value.paper)
    if outcome.value.picture is None:
        talk.aside(say("without a picture: no poster was built that may hang as it is"))
        return outcome.giving(office.press_note.PressNoteData(None))
    picture = output.with_suffix(".png")
    writing.write(picture, outcome.value.picture)
    talk.result(picture)
    return outcome.giving(office.press_note.PressNoteData(picture))
