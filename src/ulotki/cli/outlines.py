"""`ulotki talk` and `ulotki lesson`: what to say at a meeting, with the scams of the campaigns."""

from __future__ import annotations

from pathlib import Path

import click

from ulotki.cli import options
from ulotki.cli.language import translated as _
from ulotki.cli.sentences import near
from ulotki.cli.talk import Talk
from ulotki.documents.formats import ENDINGS, document_file
from ulotki.errors import say
from ulotki.office import outline as office
from ulotki.office.outline import OutlineRequest
from ulotki.workspace import Workspace, writing

campaign = click.option("--campaign", metavar=_("ID"), help=_("Its swindles; else those of all that are not over."))


@campaign
@options.output(_("FILE.pdf, .txt or .html."), default="spotkanie.pdf")
def talk(talk: Talk, ours: Workspace, output: Path, campaign: str | None) -> None:
    """Write the outline of a talk for seniors, with a quiz and a sheet to say how it was."""
    _write(talk, ours, output, OutlineRequest(campaign), "talk")


@click.argument("age", type=click.Choice(["4-6", "7-8", "secondary"]))
@campaign
@click.option("--place", metavar=_("PLACE"), help=_("The school that the letter is for."))
@options.output(_("FILE.pdf, .txt or .html."), default="lekcja.pdf")
def lesson(talk: Talk, ours: Workspace, output: Path, age: str, campaign: str | None, place: str | None) -> None:
    """Write the outline of a lesson, with its letter to the school and a quiz."""
    _write(talk, ours, output, OutlineRequest(campaign, age, place), "lesson")


def _write(talk: Talk, ours: Workspace, output: Path, request: OutlineRequest, name: str) -> None:
    writing.written_as(output, ENDINGS)
    outcome = office.talk(ours, request, options.today())
    writing.write(output, document_file(outcome.value.paper, output.suffix))
    talk.result(near(output))
    talk.aside(say("print the sheets at its end once for each person"))
    talk.outcome(name, outcome, output)
