"""`ulotki show`: one piece now, as a PDF or a picture."""

from __future__ import annotations

import datetime
from gettext import gettext as _
from pathlib import Path

import click

from ulotki.cli import options, writing
from ulotki.cli.main import command
from ulotki.cli.talk import Talk, as_data, near
from ulotki.errors import Finding, Misused, pick, say

SUFFIXES = (".pdf", ".png")


@click.argument("scam", metavar=_("SCAM"))
@click.option("--template", default="poster", show_default=True, help=_("poster, leaflet …: list templates shows all."))
@click.option("--format", "paper", metavar="FORMAT", help=_("Paper; else the first that the template is drawn for."))
@click.option("--palette", default="colour", show_default=True, help=_("colour, mono or eco."))
@click.option("--text-lang", default="pl", show_default=True, help=_("The language of the piece."))
@options.on
@click.option(
    "-o",
    "--output",
    type=click.Path(dir_okay=False, path_type=Path),
    help=_("FILE.pdf or FILE.png; else its own name."),
)
@click.option(
    "--dpi", type=click.IntRange(20, 600), default=150, show_default=True, help=_("Dots per inch of a picture.")
)
@click.option("--open", "look", is_flag=True, help=_("Open the file when done."))
def show(
    talk: Talk,
    workspace: Path | None,
    scam: str,
    template: str,
    paper: str | None,
    palette: str,
    text_lang: str,
    day: datetime.date | None,
    output: Path | None,
    dpi: int,
    look: bool,
) -> None:
    """Make one piece."""
    from ulotki import press
    from ulotki.content.typography import HOME
    from ulotki.look import PALETTES
    from ulotki.templates import templates

    library = options.read(workspace, *([HOME] if text_lang == HOME else []))
    told = library.scam(scam, text_lang)
    chosen = pick("template", templates(), template)
    sheet = pick("format", {item.name: item for item in chosen.formats}, paper or chosen.formats[0].name)
    inks = pick("palette", PALETTES, palette)
    output = output or Path(
        f"{scam}-{template}-{sheet.name}-{palette}{'' if text_lang == 'pl' else f'-{text_lang}'}.pdf"
    )
    if output.suffix.lower() not in SUFFIXES:
        raise Misused(
            [
                Finding(
                    "use",
                    say('"{path}" does not say what kind of file it is', path=output.name),
                    say("known are: {ids}", ids=", ".join(SUFFIXES)),
                )
            ]
        )
    options.writable(output)
    proof = press.proof(library, told, chosen, sheet, inks, day or options.today())
    data = press.printed(proof)
    writing.write(output, _picture(data, dpi) if output.suffix.lower() == ".png" else data)
    talk.complain(proof.findings)
    talk.result(near(output))
    talk.data(
        "show",
        file=str(output),
        code=proof.code,
        pages=len(proof.pages),
        mark=proof.mark,
        findings=[as_data(finding) for finding in proof.findings],
    )
    if look:
        click.launch(str(output))
    if proof.mark:
        raise click.exceptions.Exit(1)


command(show, name="show", help=_("Make one piece now: a PDF or a picture."))


def _picture(data: bytes, dpi: int) -> bytes:
    from ulotki.drawing.preview import png
    from ulotki.readback import Readback

    with Readback(data) as back:
        return png(back.pictures(dpi))
