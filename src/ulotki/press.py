"""The whole way of one piece: read this first.

Words are told, composed into blocks, fitted onto pages, sealed with their code, checked, imposed onto sheets, drawn and
read back. Everything here is a value in and a value out; files, clock and terminal are left to other rooms.
"""

from __future__ import annotations

import datetime
from collections.abc import Collection, Iterable
from dataclasses import replace

from ulotki.checks import CheckedPiece, findings
from ulotki.content.leaflet import tell
from ulotki.content.publisher import Printer, PrintShop
from ulotki.content.scam import EMERGENCY, Scam
from ulotki.content.telling import Occasion
from ulotki.content.told import Leaflet
from ulotki.content.value import SECOND, Value
from ulotki.drawing.about import About
from ulotki.drawing.described import turning
from ulotki.drawing.metadata import packet
from ulotki.drawing.pdf import draw
from ulotki.errors import Finding, Refused, refused, say
from ulotki.frozen import dataclass
from ulotki.installed import altered, shipped
from ulotki.layout import laid_out
from ulotki.library import Library
from ulotki.library.blame import told_short
from ulotki.look import Family, Look, Palette
from ulotki.look.pattern import PATTERN
from ulotki.look.vendored import genuine
from ulotki.page.blocks import AtLast
from ulotki.page.duplex import backs_turned, passes, shifted
from ulotki.page.fit import stretched
from ulotki.page.flow import Flow, flow
from ulotki.page.gist import opening
from ulotki.page.impose import n_up
from ulotki.page.inked import inked
from ulotki.page.items import Line, Page
from ulotki.page.marks import Mark, marked
from ulotki.page.purpose import Purpose
from ulotki.page.purposes import OFFICE
from ulotki.page.seal import seal
from ulotki.page.separations import on_paper
from ulotki.page.structure import elements, structure, titles
from ulotki.page.walking import refs, walk
from ulotki.paper import Edge, Format
from ulotki.stock import family, icons
from ulotki.templates import Template


@dataclass(frozen=True, slots=True)
class Proof:
    """A piece before it is drawn. pages: sealed, and marked where they must be. mark: None when all values are good.

    until: the last day on which it may hang, None when that is not said.
    """

    leaflet: Leaflet
    template: Template
    paper: Format
    palette: Palette
    pages: tuple[Page, ...]
    code: str
    mark: Mark | None
    findings: tuple[Finding, ...]
    until: datetime.date | None = None

    @property
    def heading(self) -> str:
        """The title of the file: its first heading with the words above it, so nothing that is not printed."""
        said: list[str] = []
        for element in elements(structure(self.pages[0])):
            said.append(element.text)
            if element.type == "H1":
                break
        return " ".join(" ".join(said).split()).removesuffix(":")

    @property
    def subject(self) -> str:
        """What the file says it is about: what is said after its first heading, up to its first list."""
        return opening(self.pages[0], self.code) or self.heading

    @property
    def title(self) -> str:
        """What people call it: its scam, or the first heading of a piece about several."""
        if not self.template.whole:
            return self.leaflet.name
        headings = (one.text for page in self.pages for one in titles(page) if one.type == "H1")
        return " ".join(next(headings, self.leaflet.name).split()).removesuffix(":")

    @property
    def values(self) -> dict[str, Value]:
        """The values that stand on it, by ref."""
        printed = _printed(self.pages)
        return {ref: value for ref, value in sorted(self.leaflet.values.items()) if ref in printed}

    @property
    def doubtful(self) -> tuple[str, ...]:
        """The refs of those that are not good."""
        return tuple(ref for ref in self.values if ref in self.leaflet.doubtful)

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
    occasion: Occasion,
    approved: Collection[str] | None = None,
) -> Proof:
    """*scam* in *template*, laid out, sealed and checked. Raises Refused when it cannot be told or does not fit.

    It hangs as long as the occasion says, but no longer than any value on it holds, and an invitation no longer than its
    meeting. approved: the codes of pieces that somebody has approved, None when nobody need.
    """
    if why := template.refuses(scam):
        raise refused("template", why, say("take another template"), scam.at)
    look = Look(family(scam.lang), icons(), palette)
    occasion = _whole(library, scam, template, occasion)
    if occasion.meeting:
        occasion = _no_later(occasion, occasion.meeting.day)
    try:
        leaflet, pages, short = laid_out(library, scam, template, paper, look, occasion)
        ends = _ends(leaflet, pages, occasion.day)
        if ends and _no_later(occasion, ends) != occasion:
            occasion = _no_later(occasion, ends)
            leaflet, pages, short = laid_out(library, scam, template, paper, look, occasion)
    except Refused as trouble:
        trouble.findings = on(trouble.findings, template, paper, palette)
        raise
    pages, code = seal(pages, look.family)
    found = (
        *findings(CheckedPiece(leaflet, pages, template.words, look.family)),
        *(told_short(scam, short) if library.own(scam) else ()),
    )
    changed = library.altered_in((scam, *occasion.topics), scam.lang)
    found += tuple(replace(altered(file), grave=False) for file in changed)
    doubtful = _printed(pages).intersection(leaflet.doubtful) if leaflet.doubtful else frozenset[str]()
    draft = bool(changed) or (approved is not None and code not in approved)
    mark = Mark.SPECIMEN if doubtful else Mark.DRAFT if draft else None
    if mark:
        pages = tuple(marked(page, mark, look.family, doubtful, hangs=template.hangs) for page in pages)
    found = on(found, template, paper, palette)
    return Proof(leaflet, template, paper, palette, pages, code, mark, found, occasion.until)


def _whole(library: Library, scam: Scam, template: Template, occasion: Occasion) -> Occasion:
    """*occasion*, with scams like *scam* for a piece about several when no campaign says which."""
    unsaid = template.whole and not occasion.topics
    return replace(occasion, topics=alike(library, scam)) if unsaid else occasion


def _no_later(occasion: Occasion, day: datetime.date) -> Occasion:
    """*occasion*, ending on *day* at the latest."""
    return replace(occasion, until=min(occasion.until or day, day))


def _ends(leaflet: Leaflet, pages: Iterable[Page], day: datetime.date) -> datetime.date | None:
    """The last day on which all that stands on *pages* holds, None for no bound.

    An old number beside the new one says itself until when it holds; what does not hold on *day* is marked WZÓR anyway.
    """
    values = leaflet.values.items()
    ends = {ref: last for ref, one in values if (last := one.valid_until) and last >= day and not ref.endswith(SECOND)}
    printed = _printed(pages) if ends else frozenset()
    return min((last for ref, last in ends.items() if ref in printed), default=None)


def on(found: Iterable[Finding], *piece: Template | Format | Palette) -> tuple[Finding, ...]:
    """*found*, each with the template, format and palette of the piece that it was found on."""
    name = " ".join(part.id if isinstance(part, Template) else part.name for part in piece)
    return tuple(finding if finding.check == "read" else replace(finding, pieces=(name,)) for finding in found)


def _printed(pages: Iterable[Page]) -> frozenset[str]:
    return frozenset[str]().union(*(refs(page.items) for page in pages))


def overfull(
    library: Library, scam: Scam, template: Template, occasion: Occasion, palette: Palette
) -> tuple[Page, ...]:
    """The pages of a piece that does not fit, each as large as its words need: for a screen alone, unchecked.

    They begin at the same corner as the paper, so what lies beyond it is what is too much. Raises Refused when no larger
    page helps.
    """
    look = Look(family(scam.lang), icons(), PATTERN)
    occasion = _whole(library, scam, template, occasion)
    leaflet = tell(scam, library.telling(scam.lang, occasion), frozenset())
    own = template.formats[0]
    pages: list[Page] = []
    for block in template.compose(leaflet, look, own):
        part = block.block if isinstance(block, AtLast) else block
        pages += flow(part, own, look.family) if isinstance(part, Flow) else [stretched(part, own, look.family)]
    return seal(tuple(inked(page, palette) for page in pages), look.family)[0]


def printed(proof: Proof, purpose: Purpose = OFFICE) -> bytes:
    """The piece page by page, as PDF, read back. Raises Refused when a check or the read-back says no."""
    return _drawn(proof, proof.pages, proof.template.duplex, purpose)


@dataclass(frozen=True, slots=True)
class Imposition:
    """A piece on sheets. duplex: the edge they turn over, None for one side.  pieces: on one sheet."""

    pages: tuple[Page, ...]
    duplex: Edge | None
    pieces: int


AS_TOLD = Printer()
"""A printer that needs nothing: it is in its place and turns sheets over the edge that it is told."""


def imposition(proof: Proof, printer: Printer = AS_TOLD) -> Imposition | None:
    """The piece on sheets as *printer* needs them, checked; None when it prints as it is.

    Raises Refused when a check says no.
    """
    how = proof.template.sheets.get(proof.paper.name)
    made = how.duplex if how else proof.template.duplex
    edge = printer.edge(made)
    two_sided = edge is not None and len(proof.pages) > 1
    apart = two_sided and (edge != made or printer.turns == "by hand")
    if how is None and not (printer.right or printer.down or apart):
        return None
    pages = n_up(proof.pages, how, icons()) if how else proof.pages
    # Checked where they land on the paper: the printer undoes the correction.
    faulty = findings(CheckedPiece(proof.leaflet, pages, proof.template.words, family(proof.leaflet.lang)), sheets=True)
    if faulty:
        raise Refused(faulty)
    if two_sided and edge != made:
        pages = backs_turned(pages)
    if printer.right or printer.down:
        pages = tuple(shifted(sheet, printer.right, printer.down) for sheet in pages)
    return Imposition(pages, edge, how.columns * how.rows if how else 1)


def passed(laid: Imposition, printer: Printer) -> tuple[tuple[str, Imposition], ...]:
    """(name, sheets) of each file to print: one without a name, or fronts and backs apart when sheets are turned by hand."""
    if printer.turns != "by hand" or laid.duplex is None or len(laid.pages) == 1:
        return (("", laid),)
    return tuple((name, Imposition(pages, None, laid.pieces)) for name, pages in passes(laid.pages))


def imposed(proof: Proof, laid: Imposition, purpose: Purpose = OFFICE) -> bytes:
    """The piece as it is *laid* on sheets, as PDF, read back."""
    return _drawn(proof, laid.pages, laid.duplex, purpose)


def for_shop(purpose: Purpose, shop: PrintShop) -> Purpose:
    """*purpose* with the bleed and the marks that *shop* asks for, if it is for a print shop."""
    return replace(purpose, bleed=shop.bleed, marks=shop.marks) if purpose.inked else purpose


def _drawn(proof: Proof, pages: tuple[Page, ...], duplex: Edge | None, purpose: Purpose) -> bytes:
    if proof.grave:
        raise Refused(proof.grave)
    leaflet = proof.leaflet
    purpose, pages = on_paper(purpose, pages)
    about = About(
        proof.heading,
        _author(proof),
        leaflet.lang,
        DRAWN,
        duplex,
        proof.code,
        leaflet.links,
        simplex=duplex is None or len(pages) == 1,
        subject=proof.subject,
    )
    return finished(pages, about, family(leaflet.lang), purpose)


def finished(pages: tuple[Page, ...], about: About, faces: Family, purpose: Purpose = OFFICE) -> bytes:
    """*pages* as PDF, read back: the one way on which pages become a file. Raises Refused when the file is not as ordered."""
    from ulotki import readback  # what is only laid out, as by a plan, is read back by nobody

    condition = purpose.condition
    profile = genuine(condition.profile, shipped(condition.profile)) if condition and condition.profile else None
    data = draw(pages, about, faces, purpose, profile)
    told = {
        **about.statements,
        "Lang": about.lang,
        "Duplex": turning(about, purpose, len(pages)),
        "XMP": packet(about, purpose).decode(),
    }
    return readback.verify(data, pages, purpose, about.links, told)


def _author(proof: Proof) -> str:
    """Who the file says has made it: the publisher where the pages say so, else the program."""
    letters = "".join(item.text for page in proof.pages for item, _ in walk(page.items) if isinstance(item, Line))
    author = proof.leaflet.imprint.author
    return author if "".join(author.split()) in "".join(letters.split()) else "ulotki"


DRAWN = datetime.date(2024, 8, 1)
"""The day that every piece bears: it changes with the way of drawing alone.

Bytes follow from what stands on the pages. The day on which somebody read a number again stands on none of them, so a
file that bore it would be another file under the same code.
"""


def alike(library: Library, scam: Scam) -> tuple[Scam, ...]:
    """*scam* and others for the same people and with the same help: what a piece about several shows when no campaign says."""
    others = [
        one
        for one in library.editions
        if one.lang == scam.lang and one.id != scam.id and (one.helps or EMERGENCY) == (scam.helps or EMERGENCY)
    ]
    return (scam, *[one for one in others if set(one.audiences) & set(scam.audiences)])[:SEVERAL]


SEVERAL = 9
"""As many swindles as one piece about several shows."""
