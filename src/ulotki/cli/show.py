"""`ulotki show`: one piece now, as a PDF or a picture."""

from __future__ import annotations

import datetime
from gettext import gettext as _
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ulotki.cli import options
from ulotki.cli.talk import Talk, as_data, near
from ulotki.content.campaign import Printer
from ulotki.errors import Finding, Misused, pick, say
from ulotki.workspace import read, writing

if TYPE_CHECKING:
    from ulotki.page.purpose import Purpose
    from ulotki.press import Proof

SUFFIXES = (".pdf", ".png", ".txt", ".html")


@click.argument("scam", metavar=_("SCAM"))
@click.option("--template", default="poster", show_default=True, help=_("poster, leaflet …: list templates shows all."))
@click.option("--format", "paper", metavar=_("FORMAT"), help=_("Paper; else the first that the template is drawn for."))
@click.option("--palette", default="colour", show_default=True, help=_("colour, mono or eco."))
@click.option("--for", "purpose", default="office", show_default=True, help=_("office, web or press."))
@click.option("--sheet", is_flag=True, help=_("On the sheet that goes through the printer, with cut marks."))
@click.option("--text-lang", default="pl", show_default=True, help=_("The language of the piece."))
@options.on
@click.option(
    "-o",
    "--output",
    type=click.Path(dir_okay=False, path_type=Path),
    help=_("FILE.pdf, .png, .txt or .html; else its own name."),
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
    purpose: str,
    sheet: bool,
    text_lang: str,
    day: datetime.date | None,
    output: Path | None,
    dpi: int,
    look: bool,
) -> None:
    """Make one piece."""
    from ulotki import press
    from ulotki.content.telling import Occasion
    from ulotki.content.typography import HOME
    from ulotki.look import PALETTES
    from ulotki.page.purpose import OFFICE, PURPOSES
    from ulotki.templates import templates

    library = read(workspace, *([HOME] if text_lang == HOME else []))
    told = library.scam(scam, text_lang)
    chosen = pick("template", templates(), template)
    size = pick("format", {item.name: item for item in chosen.formats}, paper or chosen.formats[0].name)
    inks = pick("palette", PALETTES, palette)
    goal = pick("purpose", PURPOSES, purpose)
    output = output or Path(
        f"{scam}-{template}-{size.name}-{palette}{'' if text_lang == 'pl' else f'-{text_lang}'}.pdf"
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
    proof = press.proof(library, told, chosen, size, inks, Occasion(day or options.today()))
    printer = library.publisher.printer if library.publisher and goal == OFFICE else Printer()
    data = _imposed(proof, goal, printer) if sheet else press.printed(proof, goal)
    writing.write(output, _as(output.suffix.lower(), data, proof, dpi))
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


def _imposed(proof: Proof, purpose: Purpose, printer: Printer) -> bytes:
    """The piece on its sheet as PDF, read back. Raises Misused when it has none."""
    from ulotki import press

    if purpose.tagged:
        what = say("a sheet is for a printer, and {purpose} is not", purpose=purpose.name)
        raise Misused([Finding("use", what, say("leave --sheet out"))])
    laid = press.imposition(proof, printer.right, printer.down)
    if laid is None:
        what = say(
            "{template} in {format} has no sheet: it prints as it is",
            template=proof.template.id,
            format=proof.paper.name,
        )
        raise Misused([Finding("use", what, say("leave --sheet out"))])
    return press.imposed(proof, laid, purpose)


def _as(suffix: str, data: bytes, proof: Proof, dpi: int) -> bytes:
    """The piece as the kind of file that *suffix* says; *data* is its PDF, and has been read back."""
    from ulotki.drawing.preview import png
    from ulotki.page import twin
    from ulotki.readback import Readback

    leaflet = proof.leaflet
    match suffix:
        case ".png":
            with Readback(data) as back:
                return png(back.pictures(dpi))
        case ".txt":
            return twin.text(proof.pages).encode()
        case ".html":
            return twin.markup(proof.pages, proof.title, leaflet.lang, leaflet.links).encode()
        case _:
            return data
