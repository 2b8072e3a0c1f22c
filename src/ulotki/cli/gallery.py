"""`ulotki gallery`: every scam in every template, as pictures on one page."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import click

from ulotki.cli import options
from ulotki.cli.language import translated as _
from ulotki.cli.sentences import translate
from ulotki.cli.talk import Talk
from ulotki.errors import say
from ulotki.office import gallery as office
from ulotki.workspace import Workspace


@options.palette
@options.on
@click.option("--out", type=options.FOLDER, help=_("Where to; else gallery/ in the workspace's out/."))
@options.opened
def gallery(talk: Talk, workspace: Path | None, opened: bool, **given: Any) -> None:
    """Make the page."""
    request = office.GalleryRequest(lang=os.environ.get("LANGUAGE", "en"), told=translate, **given)
    ours = Workspace.at(workspace) if workspace else None
    outcome = office.gallery(ours, request, options.today(), talk.begin(say("making")))
    talk.result(outcome.value.page)
    if opened:
        click.launch(str(outcome.value.page))
    talk.outcome(outcome)
