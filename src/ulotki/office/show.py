"""One piece now, as a file: a PDF, a picture, or its words."""

from __future__ import annotations

import datetime
from pathlib import Path

from ulotki import press
from ulotki.content.publisher import Printer, PrintShop
from ulotki.content.telling import Occasion
from ulotki.content.typography import HOME
from ulotki.drawing.preview import png
from ulotki.errors import misused, pick, say
from ulotki.frozen import dataclass
from ulotki.library import Library
from ulotki.look import PALETTES
from ulotki.office import Outcome
from ulotki.page import twin
from ulotki.page.marks import Mark
from ulotki.page.purpose import Purpose
from ulotki.page.purposes import OFFICE, PURPOSES
from ulotki.readback import Readback
from ulotki.templates import templates
from ulotki.workspace import Workspace, read_kind, writing

SUFFIXES = (".pdf", ".png", ".txt", ".html")


@dataclass(frozen=True, slots=True)
class ShowRequest:
    """Which piece, by id. paper: None for the first format of the template.  sheet: on the sheet that goes through the printer.

    day: None for today.  output: None for the piece's own name.  dpi: dots per inch of a picture.
    """

    scam: str
    template: str = "poster"
    paper: str | None = None
    palette: str = "colour"
    purpose: str = OFFICE.name
    sheet: bool = False
    text_lang: str = HOME
    day: datetime.date | None = None
    output: Path | None = None
    dpi: int = 150


@dataclass(frozen=True, slots=True)
class ShownPiece:
    """The file, the code of the piece in it, how many pages it has, and what is written across them."""

    file: Path
    code: str
    pages: int
    mark: Mark | None


def show(workspace: Workspace | None, request: ShowRequest, today: datetime.date) -> Outcome[ShownPiece]:
    """Write the piece. Not final while a mark is on it. Raises Misused for what there is not, Refused by the checks."""
    languages = [HOME] if request.text_lang == HOME else []
    template = templates().get(request.template)
    scam = "" if template and template.whole else request.scam  # a piece about several shows others too
    folder = workspace.folder if workspace else None
    library = read_kind(folder, "piece", *languages, scam=scam).believed(today)
    proof = lay_out(library, request, today)
    shop = library.publisher.print_shop if library.publisher else PrintShop()
    purpose = press.for_shop(pick("purpose", PURPOSES, request.purpose), shop)
    output = _output(request, proof.paper.name)
    data = _imposed(proof, purpose, library) if request.sheet else press.printed(proof, purpose)
    writing.write(output, _as(output.suffix.lower(), data, proof, request.dpi))
    shown = ShownPiece(output, proof.code, len(proof.pages), proof.mark)
    return Outcome(shown, proof.findings, final=not proof.mark)


def lay_out(library: Library, request: ShowRequest, today: datetime.date) -> press.Proof:
    """The piece before it is drawn, checked. Raises Misused for what there is not, Refused when it cannot be made."""
    scam = library.scam(request.scam, request.text_lang)
    template = pick("template", templates(), request.template, lambda: _called(library))
    paper = pick("format", {item.name: item for item in template.formats}, request.paper or template.formats[0].name)
    inks = pick("palette", PALETTES, request.palette)
    return press.proof(library, scam, template, paper, inks, Occasion(request.day or today))


def _called(library: Library) -> dict[str, str]:
    """What people call the templates."""
    home = library.readings.get(HOME)
    return {id: name.source for id, name in home.desk.template.items()} if home else {}


def _output(request: ShowRequest, paper: str) -> Path:
    """Where to. Raises Misused for a kind of file that we do not write, Broken when the folder is not there."""
    lang = "" if request.text_lang == HOME else f"-{request.text_lang}"
    output = request.output or Path(f"{request.scam}-{request.template}-{paper}-{request.palette}{lang}.pdf")
    if output.suffix.lower() not in SUFFIXES:
        what = say('"{path}" does not say what kind of file it is', path=output.name)
        raise misused(what, say("known are: {ids}", ids=", ".join(SUFFIXES)))
    writing.writable(output)
    return output


def _imposed(proof: press.Proof, purpose: Purpose, library: Library) -> bytes:
    """The piece on its sheet as PDF, read back. Raises Misused when it has none."""
    if purpose.tagged:
        what = say("a sheet is for a printer, and {purpose} is not", purpose=purpose.name)
        raise misused(what, say("leave --sheet out"))
    printer = library.publisher.printer if library.publisher and purpose == OFFICE else Printer()
    laid = press.imposition(proof, printer)
    if laid is None:
        piece = {"template": proof.template.id, "format": proof.paper.name}
        what = say("{template} in {format} has no sheet: it prints as it is", **piece)
        raise misused(what, say("leave --sheet out"))
    return press.imposed(proof, laid, purpose)


def _as(suffix: str, data: bytes, proof: press.Proof, dpi: int) -> bytes:
    """The piece as the kind of file that *suffix* says; *data* is its PDF, and has been read back."""
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
