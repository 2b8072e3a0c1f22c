"""Papers that belong to no bundle: for the duty desk, for talks and lessons, for the printer, for a first try."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import Any

import click

from ulotki import office
from ulotki.cli import options, target
from ulotki.cli.language import translated as _
from ulotki.cli.talk import Talk
from ulotki.errors import say
from ulotki.workspace import Workspace, read

campaign = click.option("--campaign", metavar=_("ID"), help=_("Its swindles; else those of all that are not over."))


@target.paper("lista-dyzurnego.pdf")
@options.out
@options.on
def desk(talk: Talk, ours: Workspace, output: Path, day: datetime.date | None) -> office.Outcome[office.desk.DeskPaper]:
    """Write the list of all pieces of the newest edition of each campaign, and of older ones that still hang."""
    outcome = office.desk.desk(ours, office.desk.DeskRequest(day), options.today())
    target.write_paper(talk, output, outcome.value.paper)
    talk.aside(say("for the duty desk alone: do not give it out, and print a new one after each edition"))
    return outcome


@campaign
@target.paper("spotkanie.pdf")
def talk(talk: Talk, ours: Workspace, output: Path, **asked: Any) -> office.Outcome[office.outline.OutlinePaper]:
    """Write the outline of a talk for seniors, with a quiz and a sheet to say how it was."""
    return _outline(talk, ours, output, office.outline.OutlineRequest(**asked))


@click.argument("age", type=click.Choice(["4-6", "7-8", "secondary"]))
@campaign
@click.option("--place", metavar=_("PLACE"), help=_("The school that the letter is for."))
@target.paper("lekcja.pdf")
def lesson(talk: Talk, ours: Workspace, output: Path, **asked: Any) -> office.Outcome[office.outline.OutlinePaper]:
    """Write the outline of a lesson, with its letter to the school and a quiz."""
    return _outline(talk, ours, output, office.outline.OutlineRequest(**asked))


def _outline(
    talk: Talk, ours: Workspace, output: Path, request: office.outline.OutlineRequest
) -> office.Outcome[office.outline.OutlinePaper]:
    outcome = office.outline.talk(ours, request, options.today())
    target.write_paper(talk, output, outcome.value.paper)
    talk.aside(say("print the sheets at its end once for each person"))
    return outcome


@target.output(_("Where to."), default="test-sheet.pdf")
def test_sheet(talk: Talk, workspace: Path | None, output: Path) -> office.Outcome[dict[str, str]]:
    """Write the sheet that shows where a printer misses, both sides."""
    from ulotki.documents.test_sheet import test_sheet as sheet  # here: no other paper needs the press

    target.write(talk, output, sheet(read(workspace)))
    talk.aside(say("print it on both sides at 100 %, and read on it what to write into ulotki.toml under printer"))
    return office.Outcome({})


@target.paper("proba.pdf")
def trial_sheet(talk: Talk, workspace: Path | None, output: Path) -> office.Outcome[dict[str, str]]:
    """Write the sheet that is filled in by hand after a first try, and sent back."""
    outcome = office.trial.make_trial_sheet(read(workspace), options.today())
    target.write_paper(talk, output, outcome.value)
    return outcome.giving({})
