"""`ulotki gallery`: every scam in every template, as pictures on one page."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import click

from ulotki.cli import options
from ulotki.cli.language import translated as _
from ulotki.cli.sentences import near, told
from ulotki.cli.talk import Talk
from ulotki.errors import say
from ulotki.office import gallery as office
from ulotki.office.gallery import GalleryRequest
from ulotki.workspace import Workspace


@click.option("--palette", default="colour", show_default=True, help=_("colour, mono or eco."))
@options.on
@click.option(
    "--out",
    type=click.Path(file_okay=False, path_type=Path),
    help=_("Where to; else gallery/ in the workspace's out/."),
)
@click.option("--open", "look", is_flag=True, help=_("Open the page when done."))
def gallery(talk: Talk, workspace: Path | None, look: bool, **given: Any) -> None:
    """Make the page."""
    request = GalleryRequest(lang=os.environ.get("LANGUAGE", "en"), told=told, **given)
    ours = Workspace.at(workspace) if workspace else None
    outcome = office.gallery(ours, request, options.today(), talk.begin(say("making")))
    page = outcome.value.page
    talk.result(near(page))
    if look:
        click.launch(str(page))
    talk.outcome("gallery", outcome)
