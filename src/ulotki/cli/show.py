"""`ulotki show`: one piece now, as a PDF or a picture."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from ulotki.cli import options, target
from ulotki.cli.language import translated as _
from ulotki.cli.talk import Talk
from ulotki.office import show as office
from ulotki.workspace import Workspace


@click.argument("scam", metavar=_("SCAM"))
@click.option("--template", default="poster", show_default=True, help=_("poster, leaflet …: list templates shows all."))
@click.option("--format", "paper", metavar=_("FORMAT"), help=_("Paper; else the first that the template is drawn for."))
@options.palette
@click.option("--for", "purpose", default="office", show_default=True, help=_("office, web or press."))
@click.option("--sheet", is_flag=True, help=_("On the sheet that goes through the printer, with cut marks."))
@click.option("--text-lang", default="pl", show_default=True, help=_("The language of the piece."))
@options.on
@target.output(_("FILE.pdf, .png, .txt or .html; else its own name."))
@click.option(
    "--dpi", type=click.IntRange(20, 600), default=150, show_default=True, help=_("Dots per inch of a picture.")
)
@options.opened
def show(talk: Talk, workspace: Path | None, opened: bool, **given: Any) -> None:
    """Make one piece."""
    ours = Workspace.at(workspace) if workspace else None
    outcome = office.show(ours, office.ShowRequest(**given), options.today())
    talk.result(outcome.value.file)
    if opened:
        click.launch(str(outcome.value.file))
    talk.outcome(outcome)
