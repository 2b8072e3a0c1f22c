"""`ulotki init` and `ulotki new`: files to begin with, which explain every field."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import Literal

import click

from ulotki.cli import options
from ulotki.cli.language import translated as _
from ulotki.cli.sentences import near
from ulotki.cli.talk import Talk
from ulotki.office.starting import NewRequest, init_workspace
from ulotki.office.starting import new as starting
from ulotki.workspace import Workspace


@click.argument("folder", type=click.Path(path_type=Path), metavar=_("DIR"))
def init(talk: Talk, workspace: Path | None, folder: Path) -> None:
    """Make a workspace that builds at once."""
    outcome = init_workspace(folder, options.today())
    talk.result(near(outcome.value.file))
    talk.outcome("init", outcome)


@click.argument("kind", type=click.Choice(["scam", "place", "campaign"]))
@click.argument("id", metavar=_("ID"))
@click.option("--from", "like", metavar=_("ID"), help=_("The campaign that the new one is made after."))
@click.option("--day", type=options.Day(), metavar=_("DAY"), help=_("The first day of the new campaign."))
@click.option(
    "--until", type=options.Day(), metavar=_("DAY"), help=_("Its last day; else as long as the other one hung.")
)
@click.option("--title", metavar=_("TEXT"), help=_("Its title; else that of the other one."))
def new(
    talk: Talk,
    ours: Workspace,
    kind: Literal["scam", "place", "campaign"],
    id: str,
    like: str | None,
    day: datetime.date | None,
    until: datetime.date | None,
    title: str | None,
) -> None:
    """Write a starter, or a campaign once more."""
    outcome = starting(ours, NewRequest(kind, id, like, day, until, title), options.today())
    talk.result(near(outcome.value.file))
    talk.outcome("new", outcome)
