"""The pieces of a gallery: each made, and a picture of it."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from pathlib import Path

from ulotki import press, stock
from ulotki.content.scam import Scam
from ulotki.content.telling import Occasion
from ulotki.content.typography import HOME
from ulotki.drawing.about import About
from ulotki.drawing.preview import small
from ulotki.edition.voice import PageVoice
from ulotki.errors import Finding, Refused
from ulotki.library import Library
from ulotki.look import PALETTES
from ulotki.office import Begin
from ulotki.page.gist import headings
from ulotki.paper import Format
from ulotki.readback import Readback
from ulotki.templates import Template
from ulotki.web.gallery import Card
from ulotki.workspace import writing

DPI = 36
"""Dots per inch of the pictures: a poster's large words can still be read."""


def make_pieces(
    library: Library, palette: str, voice: PageVoice, day: datetime.date, part: Path, begin: Begin
) -> Iterator[Card | tuple[Finding, ...]]:
    """Each piece in the folder *part* with its picture, or what was refused.

    What is another enlarged, or the same under another scam, is left out.
    """
    groups: dict[str, list[tuple[Scam, Template, Format]]] = {}
    for scam, template, paper, inks in stock.offered(library.scams.values()):
        if inks.name == palette and (paper == template.formats[0] or not paper.like(template.formats[0])):
            groups.setdefault(f"{template.id}-{paper.name}", []).append((scam, template, paper))
    codes: set[str] = set()
    with begin([f"{scam.id}-{kind}" for kind, those in groups.items() for scam, *_ in those]) as done:
        for kind, those in groups.items():
            pieces: list[tuple[Scam, press.Proof]] = []
            for scam, template, paper in those:
                try:
                    made = press.proof(library, scam, template, paper, PALETTES[palette], Occasion(day))
                    if made.grave:
                        raise Refused(made.grave)
                    if made.code not in codes:
                        codes.add(made.code)
                        pieces.append((scam, made))
                except Refused as trouble:
                    yield trouble.findings
                done(f"{scam.id}-{kind}")
            if pieces:
                yield from _write_pieces(kind, pieces, voice.tell(pieces[0][1].template.what), part)


def _write_pieces(kind: str, pieces: Sequence[tuple[Scam, press.Proof]], title: str, part: Path) -> Iterator[Card]:
    """Pieces of one template in one file, with a picture of each. In files of their own each would bring its fonts along."""
    template, paper = pieces[0][1].template, pieces[0][1].paper
    file = f"pieces/{kind}.pdf"
    pages = tuple(page for _, made in pieces for page in made.pages)
    about = About(
        title, "ulotki", HOME, press.DRAWN, template.duplex, simplex=template.duplex is None, subject=headings(pages)
    )
    data = press.finished(pages, about, stock.family())
    writing.put(part / file, data)
    number = 0
    with Readback(data) as back:
        for scam, made in pieces:
            picture = f"pictures/{scam.id}-{kind}.png"
            width, height, content = small(back.picture(number, DPI))
            writing.put(part / picture, content)
            yield Card(scam, template.id, paper.name, picture, f"{file}#page={number + 1}", width, height)
            number += len(made.pages)
