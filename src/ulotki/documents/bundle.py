"""All papers and pieces of a pack in the order in which they come out of the printer, and each job as PDF."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ulotki.content.text import Words
from ulotki.content.typography import HOME, LANGUAGES
from ulotki.documents._words import worded
from ulotki.documents.host_page import host_page
from ulotki.documents.letter import letter
from ulotki.documents.page_layout import pages
from ulotki.documents.receipt import receipts
from ulotki.drawing.about import About
from ulotki.handout.letterhead import Office
from ulotki.handout.pack import Pack
from ulotki.handout.print_job import PrintJob
from ulotki.handout.print_part import PrintPart
from ulotki.handout.sheets import blank_back, print_jobs
from ulotki.look.faces import Family
from ulotki.look.inks import BLACK
from ulotki.look.styles import Style
from ulotki.page.blocks import Text
from ulotki.page.gist import headings
from ulotki.page.heard import once
from ulotki.page.items import Box, Page
from ulotki.page.purposes import PAPER
from ulotki.page.setting import Setting
from ulotki.paper import A4, IMPRINT
from ulotki.press import finished
from ulotki.stock import family


def pack_parts(pack: Pack, office: Office) -> tuple[PrintPart, ...]:
    """All of a pack, in order. Raises Refused or Overflow when a paper cannot be set."""
    ahead = (host_page(pack, office), *(() if pack.alone else (letter(pack, office),)))
    signed = receipts(pack, office) if pack.pieces else ()
    return (
        *(PrintPart(pages(paper)) for paper in ahead),
        *(PrintPart.of(piece, copies) for piece, copies in pack.pieces),
        *(PrintPart((sheet,)) for sheet in signed),
    )


def pack_jobs(found: Sequence[PrintPart], office: Office, *, counted: bool = True) -> tuple[PrintJob, ...]:
    """Print jobs of parts of packs. counted: False when what belongs together must stay together, so nothing is apart."""
    printer = office.printer if counted else replace(office.printer, counts=False)
    words = worded(office.words.distribution.blank)
    return print_jobs(found, printer, (lambda page: _blank_back(page, words)) if printer.skips_blank else blank_back)


def _blank_back(page: Page, words: Words) -> Page:
    """A back that says that it is blank, for a printer that would leave a blank one out and mix up all that follow."""
    text = Text(words, BLANK, BLACK, align="centre")
    room = Box(0.0, 0.0, page.width, page.height).inset(A4.margin, A4.margin)
    high = text.height(room.width, Setting(family(HOME), cut=True))
    items = text.place(Box(room.x, room.bottom - high - DROP, room.width, high), Setting(family(HOME), cut=True))
    return replace(page, items=items)


BLANK = Style("Regular", 9.5, 12, IMPRINT)

DROP = 1.0
"""mm below its line, where letters hang down."""


def draw_job(job: PrintJob, title: str, office: Office) -> bytes:
    """A job as PDF, read back. Raises Refused when it does not say what was ordered."""
    subject, simplex = headings(job.pages), job.duplex is None
    about = About(title, office.author, HOME, office.day, job.duplex, simplex=simplex, subject=subject)
    return finished(tuple(once(job.pages)), about, _faces(), PAPER)


def _faces() -> Family:
    """The faces of all languages: a pack may hold pieces in several."""
    others = (
        face
        for lang in LANGUAGES
        if LANGUAGES[lang].family != LANGUAGES[HOME].family
        for face in family(lang).weights.values()
    )
    return replace(family(HOME), more=tuple({face.name: face for face in others}.values()))
