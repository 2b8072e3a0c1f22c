"""Lists of what a file may contain for its purpose. Whatever is not on these lists is refused."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from ulotki.errors import Say, say
from ulotki.page.purpose import Purpose
from ulotki.paper import added
from ulotki.readback.claims import lacks
from ulotki.readback.file import OpenPdf
from ulotki.readback.painting import INKS, LIGHT, OVER, Painting

COMMON = frozenset(
    "Ascent Author BaseFont CapHeight Catalog Contents Count CreationDate Creator Descent DisplayDocTitle Duplex "
    "DuplexFlipLongEdge DuplexFlipShortEdge False Filter FirstChar Flags FlateDecode Font FontBBox FontDescriptor FontFile2 "
    "FontName ID Info ItalicAngle Keywords Kids Lang LastChar Length Length1 MediaBox Metadata "
    "MissingWidth ModDate None Page PageMode Pages Parent PickTrayByPDFSize PrintScaling Producer "
    "Resources Root Rotate Simplex Size StemV Subject Subtype Title ToUnicode Trapped TrimBox TrueType Type UseNone "
    "ViewerPreferences Widths XML".split()
)
"""Every PDF name that a file of ours may contain; a leaflet needs no other."""

CONDITIONED = COMMON | frozenset(
    "DestOutputProfile N OutputConditionIdentifier OutputIntent OutputIntents RegistryName S".split()
)

STRUCTURED = frozenset(
    "A Alt Annots BBox Block Border Column Decimal Dest Document F Figure First H1 H2 H3 K L LBody LI Last Layout Lbl Link "
    "List ListNumbering MarkInfo Marked Next Nums O OBJR Obj Outlines P ParentTree ParentTreeNextKey Pg Placement Prev Rect S Scope "
    "Sect Span StructParent StructParents StructTreeRoot TD TH TR Table Tabs URI XYZ".split()
)
"""Names of structure, links and bookmarks."""

NAMES = {
    "office": COMMON,
    "paper": COMMON | STRUCTURED,
    "web": CONDITIONED | STRUCTURED | {"GTS_PDFA1"},
    "press": CONDITIONED | frozenset("BleedBox GTS_PDFX GTS_PDFXVersion".split()),
}

LABELS = frozenset("D Nums PageLabels S".split())
"""Names that only a file of several pages contains."""

OVERPRINTED = frozenset(
    "All C0 C1 ColorSpace DeviceCMYK Domain ExtGState FunctionType Knock N OP OPM Over Separation op".split()
)
"""Names that only a file contains in which black words are printed on other inks, with marks in all of them."""

NEEDED = {
    "office": frozenset("Metadata PrintScaling TrimBox".split()),
    "paper": frozenset("Lang MarkInfo Metadata ParentTree PrintScaling StructTreeRoot Tabs TrimBox".split()),
    "web": frozenset("DestOutputProfile GTS_PDFA1 Lang MarkInfo Metadata StructTreeRoot ParentTree Tabs".split()),
    "press": frozenset("BleedBox GTS_PDFX Metadata Trapped TrimBox".split()),
}
"""Names that a file for a purpose must contain."""

IMAGES = frozenset("BitsPerComponent ColorSpace DeviceGray Height Image Width XObject".split())
"""Names that a file may contain only when its pages ordered raster images."""

IMAGE = re.compile(r"Image\.[0-9a-f]{12}")
FONT = re.compile(r"F\d+|[A-Z]{6}\+[A-Za-z0-9-]+")

OPERATORS = frozenset("q Q cm BT ET Tf Tm Tr TJ w d m l c h f S re".split())
"""Operators that draw our pages, except those of colours and marked content."""

OVERS = frozenset("gs CS SCN".split())
MARKS = frozenset("BDC BMC EMC".split())

MOST_INK = 3.0
"""Largest sum of the four inks on one spot, 1 for each full ink: total area coverage of FOGRA39, 300 %."""


def foreign_names(file: OpenPdf, purpose: Purpose, images: Collection[bytes]) -> Iterator[Say]:
    """Names that the file contains but must not, or must contain but does not. images: the ordered raster images."""
    known = (
        NAMES[purpose.name] | (IMAGES if images else frozenset()) | (OVERPRINTED if purpose.overprint else frozenset())
    )
    known |= LABELS if len(file.pages) > 1 else frozenset()
    for name in sorted(file.names - known):
        if not FONT.fullmatch(name) and not (images and IMAGE.fullmatch(name)):
            yield say("the file holds {key}, which no leaflet needs", key=f"/{name}")
    for name in sorted(NEEDED[purpose.name] - file.names):
        yield lacks(name, purpose)


def foreign_operators(file: OpenPdf, purpose: Purpose, images: Collection[bytes]) -> Iterator[Say]:
    """Operators that we never use, and inks that *purpose* forbids."""
    known = OPERATORS | (INKS if purpose.inked else LIGHT) | (MARKS if purpose.tagged else frozenset())
    known |= ({"Do"} if images else set()) | (OVERS if purpose.overprint else set())
    for content in file.painting:
        for operator in sorted(content.operators - known):
            yield say("the pages draw with {operator}, which no leaflet needs", operator=operator)
        if purpose.tagged and content.foreign:
            yield say("marked content says something else than its number")
        if purpose.inked:
            yield from _too_much(content)
        if purpose.overprint:
            yield from _lost(content)


def _too_much(content: Painting) -> Iterator[Say]:
    """Too much ink for the paper, and words in more than black: shifted printing plates would blur them."""
    if any(added(ink) > MOST_INK for ink in content.inks):
        yield say("there is more ink on one spot than the paper can take")
    if any(len(ink) == 4 and any(ink[:3]) for ink in content.worded):
        yield say("words are printed with more inks than black")


def _lost(content: Painting) -> Iterator[Say]:
    """Anything but black words that is printed over other inks: white words would not be there at all."""
    for name in sorted(content.states - {OVER, KNOCK}):
        yield say("the pages draw with {operator}, which no leaflet needs", operator=f"gs {name}")
    if content.lost:
        yield say("something else than black words is printed over other inks")


KNOCK = "/Knock"
"""The graphics state in which whatever is painted knocks out the inks under it."""
