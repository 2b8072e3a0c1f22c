"""Previews: a picture of a piece at once, drawn from its pages; and the finished file, read back."""

from __future__ import annotations

import datetime
import math

from ulotki import press
from ulotki.content.publisher import Printer
from ulotki.content.scam import Scam
from ulotki.content.telling import Occasion
from ulotki.drawing.about import About
from ulotki.drawing.pdf import draw
from ulotki.drawing.preview import beyond, quick
from ulotki.frozen import dataclass
from ulotki.library import Library
from ulotki.look import PALETTES
from ulotki.office import Outcome
from ulotki.readback import Readback
from ulotki.stock import family
from ulotki.templates import templates


@dataclass(frozen=True, slots=True)
class FinishedPiece:
    """A finished file: read back, and marked while a value on it does not hold."""

    data: bytes
    code: str
    mark: str


def draw_pages(made: press.Proof, dpi: int, share: float = 1.0) -> bytes:
    """A picture of its pages as PNG. Nothing was read back: it is for a screen alone. share: see `quick`."""
    leaflet = made.leaflet
    about = About(made.heading, "ulotki", leaflet.lang, press.DRAWN, None, made.code, leaflet.links)
    pages = made.pages[:1] if share < 1 else made.pages
    with Readback(draw(pages, about, family(leaflet.lang))) as back:
        return quick(back.pictures(dpi, grey=made.palette.grey), share)


def draw_overfull(library: Library, scam: Scam, template: str, today: datetime.date, dpi: int) -> bytes:
    """A picture of a piece that does not fit; what lies beyond its paper is tinted, with its mm. Raises Refused."""
    chosen, palette = templates()[template], PALETTES["mono"]
    pages = press.overfull(library, scam, chosen, Occasion(today), palette)
    about = About(scam.name.source, "ulotki", scam.lang, press.DRAWN)
    paper = chosen.formats[0]
    size = round(paper.width / INCH * dpi), round(paper.height / INCH * dpi)
    with Readback(draw(pages, about, family(scam.lang))) as back:
        shown = back.pictures(dpi)
    much = [max(page.width - paper.width, page.height - paper.height) for page in pages]
    drawn = zip(shown, much, strict=True)
    return quick([beyond(one, *size, f"+{math.ceil(mm)} mm") if mm > 0.01 else one for one, mm in drawn])


INCH = 25.4
"""mm in an inch."""


def finish_piece(library: Library, made: press.Proof, *, sheet: bool = False) -> Outcome[FinishedPiece]:
    """The piece as PDF, read back. sheet: as it goes through the printer. Raises Refused when anything says no."""
    printer = library.publisher.printer if library.publisher else Printer()
    laid = press.imposition(made, printer) if sheet else None
    data = press.imposed(made, laid) if laid else press.printed(made)
    mark = made.mark.value if made.mark else ""
    return Outcome(FinishedPiece(data, made.code, mark), made.findings, final=not mark)
