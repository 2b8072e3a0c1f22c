"""`ulotki show`: one piece now, as a PDF or a picture."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from ulotki.cli import options
from ulotki.cli.language import translated as _
from ulotki.cli.sentences import near
from ulotki.cli.talk import Talk
from ulotki.office import show as office
from ulotki.office.show import ShowRequest
from ulotki.workspace import Workspace


@click.argument("scam", metavar=_("SCAM"))
@click.option("--template", default="poster", show_default=True, help=_("poster, leaflet …: list templates shows all."))
@click.option("--format", "paper", metavar=_("FORMAT"), help=_("Paper; else the first that the template is drawn for."))
@click.option("--palette", default="colour", show_default=True, help=_("colour, mono or eco."))
@click.option("--for", "purpose", default="office", show_default=True, help=_("office, web or press."))
@click.option("--sheet", is_flag=True, help=_("On the sheet that goes through the printer, with cut marks."))
@click.option("--text-lang", default="pl", show_default=True, help=_("The language of the piece."))
@options.on
@options.output(_("FILE.pdf, .png, .txt or .html; else its own name."))
@click.option(
    "--dpi", type=click.IntRange(20, 600), default=150, show_default=True, help=_("Dots per inch of a picture.")
)
@click.option("--open", "look", is_flag=True, help=_("Open the file when done."))
def show(talk: Talk, workspace: Path | None, look: bool, **given: Any) -> None:
    """Make one piece."""
    outcome = office.show(Workspace.at(workspace) if workspace else None, ShowRequest(**given), options.today())
    talk.result(near(outcome.value.file))
    if look:
        click.launch(str(outcome.value.file))
    talk.outcome("show", outcome)
