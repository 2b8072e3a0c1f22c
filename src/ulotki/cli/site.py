"""`ulotki site`: pages for the unit's web site, as a folder to upload; whole, final, or not at all."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from ulotki.cli import options, workers
from ulotki.cli.language import translated as _
from ulotki.cli.sentences import near, told
from ulotki.cli.talk import Talk
from ulotki.errors import say
from ulotki.office import site as office
from ulotki.office.site import SiteRequest
from ulotki.workspace import Workspace

FEW = 3
"""Scams for which a second process is not worth its start: each has three pieces."""


@click.option(
    "--campaign", metavar=_("ID"), help=_("Only the scams of this campaign; else all, those of the newest first.")
)
@click.option("--palette", default="colour", show_default=True, help=_("colour, mono or eco."))
@options.on
@click.option(
    "-o", "--out", type=click.Path(file_okay=False, path_type=Path), help=_("Where to; else site/ in the workspace.")
)
@options.jobs
@click.option("--open", "look", is_flag=True, help=_("Open the page when done."))
def site(talk: Talk, workspace: Path | None, jobs: int, look: bool, **given: Any) -> None:
    """Make the pages."""
    tries = workers.trying(talk, jobs, say("making"), office.try_article, str, FEW)
    ours = Workspace.at(workspace) if workspace else None
    outcome = office.make_site(ours, SiteRequest(**given), options.today(), tries)
    made = outcome.value
    size = f"{made.bytes / 1e6:.1f}"
    talk.result(
        told(say("scams: {scams}, files: {files}, {size} MB", scams=len(made.scams), files=made.files, size=size))
    )
    talk.result(near(made.page))
    if look:
        click.launch(str(made.page))
    talk.outcome("site", outcome)
