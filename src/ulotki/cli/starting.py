"""`ulotki init` and `ulotki new`: files to begin with, which explain every field."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from ulotki.cli import options
from ulotki.cli.language import translated as _
from ulotki.cli.talk import Talk
from ulotki.office import starting as office
from ulotki.workspace import Workspace


@click.argument("folder", type=click.Path(path_type=Path), metavar=_("DIR"))
def init(talk: Talk, workspace: Path | None, folder: Path) -> None:
    """Make a workspace that builds at once."""
    outcome = office.init_workspace(folder, options.today())
    talk.result(outcome.value.file)
    talk.outcome(outcome)


@click.argument("kind", type=click.Choice(["scam", "place", "campaign"]))
@click.argument("id", metavar=_("ID"))
@click.option("--from", "like", metavar=_("ID"), help=_("The campaign that the new one is made after."))
@options.day("--day", help=_("The first day of the new campaign."))
@options.day("--until", help=_("Its last day; else as long as the other one hung."))
@click.option("--title", metavar=_("TEXT"), help=_("Its title; else that of the other one."))
def new(talk: Talk, ours: Workspace, **asked: Any) -> None:
    """Write a starter, or a campaign once more."""
    outcome = office.new(ours, office.NewRequest(**asked), options.today())
    talk.result(outcome.value.file)
    talk.outcome(outcome)
