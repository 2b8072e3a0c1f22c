"""`ulotki paper`: a paper of a bundle by itself, to print, to paste or to send."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from ulotki.cli import options, target
from ulotki.cli.language import translated as _
from ulotki.cli.talk import Talk
from ulotki.documents.draft import draft_file
from ulotki.documents.formats import ENDINGS, document_file
from ulotki.office import bundle_papers as office
from ulotki.office.pack import PackRequest
from ulotki.workspace import Workspace, writing


@click.argument("kind", type=click.Choice(office.KINDS))
@click.argument("place", metavar=_("PLACE"))
@options.campaign
@options.lying
@options.letter_on
@target.output(_("FILE.pdf, .txt or .html; a letter also as FILE.eml, a draft of a message."))
def paper(talk: Talk, ours: Workspace, kind: str, place: str, output: Path | None, **asked: Any) -> None:
    """Make one paper."""
    outcome = office.bundle_papers(ours, PackRequest((place,), **asked), options.today())
    (found,) = outcome.value
    file = output or Path(f"{kind}-{found.pack.place.id}.pdf")
    writing.written_as(file, (*ENDINGS, ".eml") if kind == "letter" else ENDINGS)
    mail = file.suffix.lower() == ".eml"
    target.write(talk, file, draft_file(found.letter) if mail else document_file(found.paper(kind), file.suffix))
    talk.outcome(outcome.giving({}))
