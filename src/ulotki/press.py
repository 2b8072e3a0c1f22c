"""The whole way of one piece: read this first.

Words are told, composed into blocks, fitted onto pages, sealed with their code, checked, imposed onto sheets, drawn and
read back. Everything here is a value in and a value out; files, clock and terminal are `cli`'s.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from ulotki import readback
from ulotki.checks import Piece, findings
from ulotki.content.leaflet import Leaflet, tell
from ulotki.content.register import State
from ulotki.content.scam import Scam
from ulotki.content.typography import LANGUAGES
from ulotki.drawing.pdf import About, draw
from ulotki.errors import Finding, Refused
from ulotki.library import HOME, Known, Library
from ulotki.library.shipped import shipped
from ulotki.look import PALETTES, Family, Icons, Look, Palette, faces
from ulotki.look.icons import material
from ulotki.page.fit import fit
from ulotki.page.impose import two_up
from ulotki.page.items import Page, refs
from ulotki.page.marks import Mark, marked
from ulotki.page.seal import seal
from ulotki.page.setting import Overflow
from ulotki.paper import A4, Format
from ulotki.templates import Template, templates


@dataclass(frozen=True, slots=True)
class Proof:
    """A piece before it is drawn. pages: sealed, and marked where they must be. mark: None when all values are good."""

    leaflet: Leaflet
    template: Template
    paper: Format
    palette: Palette
    pages: tuple[Page, ...]
    code: str
    mark: Mark | None
    findings: tuple[Finding, ...]

    @property
    def grave(self) -> tuple[Finding, ...]:
        """What forbids to print it."""
        return tuple(finding for finding in self.findings if finding.grave)


def proof(
    library: Library,
    scam: Scam,
    template: Template,
    paper: Format,
    palette: Palette,
    day: datetime.date,
    until: datetime.date | None = None,
) -> Proof:
    """*scam* in *template*, laid out, sealed and checked. Raises Refused when it cannot be told or does not fit."""
    look = Look(family(scam.lang), icons(), palette)
    leaflet, pages = laid_out(library, scam, template, paper, look, day, until)
    pages, code = seal(pages, look.family)
    found = findings(Piece(leaflet, pages, template.words, look.family))
    doubtful = {ref for ref, state in leaflet.states.items() if state not in (State.GOOD, State.DUE)}
    pages = tuple(marked(page, Mark.SPECIMEN, look.family) if refs(page.items) & doubtful else page for page in pages)
    return Proof(leaflet, template, paper, palette, pages, code, Mark.SPECIMEN if doubtful else None, found)


def laid_out(
    library: Library,
    scam: Scam,
    template: Template,
    paper: Format,
    look: Look,
    day: datetime.date,
    until: datetime.date | None,
) -> tuple[Leaflet, tuple[Page, ...]]:
    """The leaflet and its pages: in the author's full words, and in the shorter ones where those do not fit.

    Raises Overflow when even those do not.
    """
    short: frozenset[str] = frozenset()
    while True:
        leaflet = tell(scam, library.phrases[scam.lang], library.register, library.publisher, day, until, short=short)
        try:
            blocks = template.compose(leaflet, look, paper)
            return leaflet, tuple(fit(block, paper, look.family) for block in blocks)
        except Overflow as overflow:
            field = overflow.field.split(".")[0]
            if field in short or getattr(scam.short, field, None) is None:
                raise
            short |= {field}


def printed(proof: Proof) -> bytes:
    """The piece page by page, as PDF, read back. Raises Refused when a check or the read-back says no."""
    return _drawn(proof, proof.pages, duplex=False)


def imposed(proof: Proof) -> bytes | None:
    """The piece on sheets for the office printer, as PDF, read back; None when it prints as it is."""
    match proof.template.printed:
        case "two up":
            return _drawn(proof, two_up(proof.pages, A4, icons()), duplex=True)
        case "as it is":
            return None


def _drawn(proof: Proof, pages: tuple[Page, ...], *, duplex: bool) -> bytes:
    if proof.grave:
        raise Refused(proof.grave)
    leaflet = proof.leaflet
    about = About(leaflet.name, author(proof), leaflet.lang, leaflet.dated, duplex)
    return readback.verify(draw(pages, about, family(leaflet.lang)), pages)


def author(proof: Proof) -> str:
    """Who a file says it is by: the issuer when there is one."""
    return str(proof.leaflet.issuer or "ulotki")


def offered(scams: Iterable[Scam]) -> Iterable[tuple[Scam, Template, Format, Palette]]:
    """Every combination that there is."""
    for scam in scams:
        for template in templates().values():
            for paper in template.formats:
                for palette in PALETTES.values():
                    yield scam, template, paper, palette


@cache
def family(lang: str = HOME) -> Family:
    """The shipped faces for a language."""
    return faces.family(LANGUAGES[lang].family, shipped)


@cache
def icons() -> Icons:
    """The shipped pictograms."""
    return material(shipped)


def known() -> Known:
    """What content may ask for by name."""
    return Known(
        formats={template.id: tuple(paper.name for paper in template.formats) for template in templates().values()},
        palettes=tuple(PALETTES),
        icons=icons().names,
    )
