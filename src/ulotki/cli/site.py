"""`ulotki site`: pages for the unit's web site, as a folder to upload; whole, final, or not at all."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from ulotki.cli import options, workers
from ulotki.cli.language import translated as _
from ulotki.cli.sentences import megabytes
from ulotki.cli.talk import Talk
from ulotki.errors import say
from ulotki.office import site as office
from ulotki.workspace import Workspace

FEW = 3
"""Scams for which a second process is not worth its start: each has three pieces."""


@click.option(
    "--campaign", metavar=_("ID"), help=_("Only the scams of this campaign; else all, those of the newest first.")
)
@options.palette
@options.on
@click.option("-o", "--out", type=options.FOLDER, help=_("Where to; else site/ in the workspace."))
@options.jobs
@options.opened
def site(talk: Talk, workspace: Path | None, jobs: int, opened: bool, **given: Any) -> None:
    """Make the pages."""
    tries = workers.trying(talk, jobs, say("making"), office.try_article, str, FEW)
    ours = Workspace.at(workspace) if workspace else None
    outcome = office.make_site(ours, office.SiteRequest(**given), options.today(), tries)
    made = outcome.value
    counts = {"scams": len(made.scams), "files": made.files, "size": megabytes(made.bytes)}
    talk.result(say("scams: {scams}, files: {files}, {size} MB", **counts), made.page)
    if opened:
        click.launch(str(made.page))
    talk.outcome(outcome)
