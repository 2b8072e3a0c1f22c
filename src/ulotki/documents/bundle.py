"""All papers and pieces of a pack in the order in which they come out of the printer, and each job as PDF."""

from __future__ import annotations

from dataclasses import replace

from ulotki import readback
from ulotki.content.typography import HOME, LANGUAGES
from ulotki.documents.host_page import host_page
from ulotki.documents.letter import letter
from ulotki.documents.paper import pages
from ulotki.documents.receipt import receipts
from ulotki.drawing.metadata import About
from ulotki.drawing.pdf import draw
from ulotki.handout.pack import Office, Pack
from ulotki.handout.sheets import Job, Part
from ulotki.look.faces import Family
from ulotki.stock import family


def parts(pack: Pack, office: Office) -> tuple[Part, ...]:
    """All of a pack, in order. Raises Refused or Overflow when a paper cannot be set."""
    first = host_page(pack, office, office.author)
    ahead = (first,) if pack.alone else (first, letter(pack, office, office.author))
    signed = [(sheet,) for sheet in receipts(pack, office, office.author)] if pack.pieces else []
    return (
        *(Part(pages(paper)) for paper in ahead),
        *(Part(piece.pages, piece.duplex, piece.times(copies), piece.stock) for piece, copies in pack.pieces),
        *(Part(sides) for sides in signed),
    )


def drawn(job: Job, title: str, office: Office) -> bytes:
    """A job as PDF, read back. Raises Refused when it does not say what was ordered."""
    about = About(title, office.author, HOME, office.day, job.duplex, simplex=job.duplex is None)
    data = draw(job.pages, about, _faces())
    return readback.verify(data, job.pages)


def _faces() -> Family:
    """The faces of all languages: a pack may hold pieces in several."""
    others = (
        face
        for lang in LANGUAGES
        if LANGUAGES[lang].family != LANGUAGES[HOME].family
        for face in family(lang).weights.values()
    )
    return replace(family(HOME), more=tuple({face.name: face for face in others}.values()))
