"""Papers that belong to no bundle: for the duty desk, for talks and lessons, for the printer, for a first try."""

from __future__ import annotations

import datetime
from pathlib import Path

import click

from ulotki.cli import options, target
from ulotki.cli.language import translated as _
from ulotki.cli.talk import Talk
from ulotki.documents import test_sheet as sheets
from ulotki.documents.formats import ENDINGS, document_file
from ulotki.documents.paper import Paper
from ulotki.errors import say
from ulotki.office import desk as desks
from ulotki.office import outline as outlines
from ulotki.office import trial as trials
from ulotki.workspace import Workspace, read

campaign = click.option("--campaign", metavar=_("ID"), help=_("Its swindles; else those of all that are not over."))


def _output(default: str) -> options.Option:
    return target.output(_("FILE.pdf, .txt or .html."), ENDINGS, default)


def _write(talk: Talk, output: Path, paper: Paper) -> None:
    target.write(talk, output, document_file(paper, output.suffix))


@_output("lista-dyzurnego.pdf")
@options.out
@options.on
def desk(talk: Talk, ours: Workspace, output: Path, day: datetime.date | None) -> None:
    """Write the list of all pieces of the newest edition of each campaign, and of older ones that still hang."""
    outcome = desks.desk(ours, desks.DeskRequest(day), options.today())
    _write(talk, output, outcome.value.paper)
    talk.aside(say("for the duty desk alone: do not give it out, and print a new one after each edition"))
    talk.outcome(outcome)


@campaign
@_output("spotkanie.pdf")
def talk(talk: Talk, ours: Workspace, output: Path, campaign: str | None) -> None:
    """Write the outline of a talk for seniors, with a quiz and a sheet to say how it was."""
    _outline(talk, ours, output, outlines.OutlineRequest(campaign))


@click.argument("age", type=click.Choice(["4-6", "7-8", "secondary"]))
@campaign
@click.option("--place", metavar=_("PLACE"), help=_("The school that the letter is for."))
@_output("lekcja.pdf")
def lesson(talk: Talk, ours: Workspace, output: Path, age: str, campaign: str | None, place: str | None) -> None:
    """Write the outline of a lesson, with its letter to the school and a quiz."""
    _outline(talk, ours, output, outlines.OutlineRequest(campaign, age, place))


def _outline(talk: Talk, ours: Workspace, output: Path, request: outlines.OutlineRequest) -> None:
    outcome = outlines.talk(ours, request, options.today())
    _write(talk, output, outcome.value.paper)
    talk.aside(say("print the sheets at its end once for each person"))
    talk.outcome(outcome)


@target.output(_("Where to."), default="test-sheet.pdf")
def test_sheet(talk: Talk, workspace: Path | None, output: Path) -> None:
    """Write the sheet that shows where a printer misses, both sides."""
    target.write(talk, output, sheets.test_sheet(read(workspace)))
    talk.aside(say("print it on both sides at 100 %, and read on it what to write into ulotki.toml under printer"))
    talk.data({}, findings=(), file=output)


@_output("proba.pdf")
def trial_sheet(talk: Talk, workspace: Path | None, output: Path) -> None:
    """Write the sheet that is filled in by hand after a first try, and sent back."""
    _write(talk, output, trials.make_trial_sheet(read(workspace), options.today()).value)
    talk.data({}, findings=(), file=output)
