"""`ulotki gallery`: every scam in every template, as pictures on one page."""

from __future__ import annotations

import datetime
import os
from gettext import gettext as _
from pathlib import Path

import click

from ulotki.cli import options
from ulotki.cli.talk import Talk, as_data, near, told
from ulotki.errors import Finding, Misused, Refused, Where, pick, say
from ulotki.workspace import read, writing

OURS = frozenset({"index.html", "pictures", "pieces"})
"""What a gallery consists of: a folder that holds anything else is left alone."""

DPI = 60
"""Of the pictures: a poster's large words are still read."""


@click.option("--palette", default="colour", show_default=True, help=_("colour, mono or eco."))
@options.on
@click.option(
    "--out",
    type=click.Path(file_okay=False, path_type=Path),
    help=_("Where to; else gallery/ in the workspace's out/."),
)
@click.option("--open", "look", is_flag=True, help=_("Open the page when done."))
def gallery(
    talk: Talk, workspace: Path | None, palette: str, day: datetime.date | None, out: Path | None, look: bool
) -> None:
    """Make the page."""
    from ulotki import press
    from ulotki.content.telling import Occasion
    from ulotki.drawing.preview import png
    from ulotki.look import PALETTES
    from ulotki.readback import Readback
    from ulotki.web.gallery import Card, page

    pick("palette", PALETTES, palette)
    library = read(workspace)
    target = out or (workspace or Path()) / "out" / "gallery"
    if target.exists() and {file.name for file in target.iterdir()} - OURS:
        what = say("this folder holds other things too, and the gallery would take their place")
        raise Misused([Finding("use", what, say("name a new folder"), Where(str(target)))])
    offered = [piece for piece in press.offered(library.scams.values()) if piece[3].name == palette]
    cards: list[Card] = []
    refused = [finding for one in library.scams.unread.values() for finding in one.findings]
    with writing.folder(target) as part:
        names = [f"{scam.id}-{template.id}-{paper.name}" for scam, template, paper, _inks in offered]
        with talk.progress(names, say("making")) as done:
            for name, (scam, template, paper, inks) in zip(names, offered, strict=True):
                try:
                    proof = press.proof(library, scam, template, paper, inks, Occasion(day or options.today()))
                    data = press.printed(proof)
                except Refused as trouble:
                    refused += trouble.findings
                    continue
                finally:
                    done(name)
                with Readback(data) as back:
                    picture = back.pictures(DPI)[0]
                writing.put(part / f"pieces/{name}.pdf", data)
                writing.put(part / f"pictures/{name}.png", png([picture]))
                files = f"pictures/{name}.png", f"pieces/{name}.pdf"
                cards.append(Card(scam, template.id, paper.name, *files, picture.width, picture.height))
        lang = os.environ.get("LANGUAGE", "en")
        writing.put(part / "index.html", page(cards, told, lang).encode("utf-8"))
    talk.complain(refused)
    talk.result(near(target / "index.html"))
    talk.data("gallery", page=str(target / "index.html"), pictures=len(cards), findings=[as_data(f) for f in refused])
    if look:
        click.launch(str(target / "index.html"))
    if refused:
        raise click.exceptions.Exit(1)
