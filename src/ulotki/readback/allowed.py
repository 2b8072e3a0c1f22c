"""Lists of what a file may contain for its purpose. Whatever is not on these lists is refused."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from typing import Any

from ulotki.errors import Say, say
from ulotki.page.purpose import X1A, K, Purpose
from ulotki.readback.file import File, Step

COMMON = frozenset(
    "Ascent Author BaseFont CapHeight Catalog Contents Count CreationDate Creator Descent DisplayDocTitle Duplex "
    "DuplexFlipLongEdge DuplexFlipShortEdge False Filter FirstChar Flags FlateDecode Font FontBBox FontDescriptor FontFile2 "
    "FontName ID ImageB ImageC ImageI Info ItalicAngle Keywords Kids Lang LastChar Length Length1 MediaBox Metadata "
    "MissingWidth ModDate None Outlines PDF Page PageMode Pages Parent PickTrayByPDFSize PrintScaling ProcSet Producer "
    "Resources Root Rotate Simplex Size StemV Subject Subtype Text Title ToUnicode Trapped TrimBox TrueType Type UseNone "
    "ViewerPreferences Widths XML".split()
)
"""Every PDF name that a file of ours may contain; a leaflet needs no other."""

CONDITIONED = COMMON | frozenset(
    "DestOutputProfile N OutputConditionIdentifier OutputIntent OutputIntents RegistryName S".split()
)

STRUCTURED = frozenset(
    "A Alt Annots BBox Block Border Column Decimal Dest Document F Figure First H1 H2 H3 K L LBody LI Last Layout Lbl Link "
    "List ListNumbering MarkInfo Marked Next Nums O OBJR Obj P ParentTree ParentTreeNextKey Pg Placement Prev Rect S Scope "
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

IMAGE = re.compile(r"FormXob\.[0-9a-f]{12}")
FONT = re.compile(r"F\d+|[A-Z]{6}\+[A-Za-z0-9-]+")

OPERATORS = frozenset("q Q cm BT ET Tf Tm Tr TJ w d m l c h f S re".split())
"""Operators that draw our pages, except those of colours and marked content."""

LIGHT = frozenset("g G rg RG".split())
INKS = frozenset("k K".split())
OVERS = frozenset("gs CS SCN".split())
MARKS = frozenset("BDC BMC EMC".split())

MOST_INK = 3.0
"""Largest sum of the four inks on one spot, 1 for each full ink: total area coverage of FOGRA39, 300 %."""

COLOURS = LIGHT | INKS


def unlike(file: File, purpose: Purpose) -> Iterator[Say]:
    """Differences between the file as a whole and a file for *purpose*: header, updates, claims, structure."""
    if not file.data.startswith(b"%%PDF-%d.%d" % purpose.version):
        yield say("the file does not begin as it must")
    if not file.is_whole:
        yield say("the file was added to after it was finished")
    metadata = file.pdf.Root.Metadata.read_bytes() if "/Metadata" in file.pdf.Root else b""
    for name, value in purpose.claims:
        told = str(file.pdf.docinfo.get(f"/{name.partition(':')[2]}", "")) if (name, value) in X1A else value
        if f"<{name}>{value}</{name}>".encode() not in metadata or told != value:
            yield say("the file does not claim {claim}", claim=f"{name} {value}")
    yield from _conditions(file, purpose)
    preferred: Any = file.pdf.Root.get("/ViewerPreferences", {})
    for key, value in {"DisplayDocTitle": "true", **dict(purpose.preferences)}.items():
        have = preferred.get(f"/{key}")
        if str(have).lower() != value.lower():
            yield _lacks(key, purpose)
    if purpose.tagged and not file.is_owned:
        yield say("the structure tree and the marked content do not match")
    marked: Any = file.pdf.Root.get("/MarkInfo", {})
    if purpose.tagged and marked.get("/Marked") is not True:
        yield say("the file does not say that it is tagged")


def _conditions(file: File, purpose: Purpose) -> Iterator[Say]:
    """A difference when the output intent of the file is not the one of *purpose*."""
    if purpose.condition is None:
        return
    intents: Any = file.pdf.Root.get("/OutputIntents", [{}])
    for intent in intents:
        profile: Any = intent.get("/DestOutputProfile", {})
        named = str(intent.get("/OutputConditionIdentifier", "")) == purpose.condition.name
        if not named or int(profile.get("/N", 0)) != (purpose.condition.channels if purpose.condition.profile else 0):
            yield say("the file is not made for {condition}", condition=purpose.condition.name)


def foreign_names(file: File, purpose: Purpose, images: Collection[bytes]) -> Iterator[Say]:
    """Names that the file contains but must not, or must contain but does not. images: the ordered raster images."""
    known = (
        NAMES[purpose.name] | (IMAGES if images else frozenset()) | (OVERPRINTED if purpose.overprint else frozenset())
    )
    known |= LABELS if len(file.pdf.pages) > 1 else frozenset()
    for name in sorted(file.names - known):
        if not FONT.fullmatch(name) and not (images and IMAGE.fullmatch(name)):
            yield say("the file holds {key}, which no leaflet needs", key=f"/{name}")
    for name in sorted(NEEDED[purpose.name] - file.names):
        yield _lacks(name, purpose)


def _lacks(name: str, purpose: Purpose) -> Say:
    return say("the file lacks {key}, which it needs for the purpose {purpose}", key=f"/{name}", purpose=purpose.name)


def foreign_operators(file: File, purpose: Purpose, images: Collection[bytes]) -> Iterator[Say]:
    """Operators that we never use, and inks that *purpose* forbids."""
    known = OPERATORS | (INKS if purpose.inked else LIGHT) | (MARKS if purpose.tagged else frozenset())
    known |= ({"Do"} if images else set()) | (OVERS if purpose.overprint else set())
    for steps in file.painting:
        for operator in sorted({step.operator for step in steps} - known):
            yield say("the pages draw with {operator}, which no leaflet needs", operator=operator)
        if purpose.inked:
            yield from _too_much(steps)
        if purpose.overprint:
            yield from _lost(steps)


def _too_much(steps: tuple[Step, ...]) -> Iterator[Say]:
    """Too much ink for the paper, and words in more than black: shifted printing plates would blur them."""
    taken = [step for step in steps if step.operator in COLOURS]
    if any(sum(step.numbers) > MOST_INK for step in taken):
        yield say("there is more ink on one spot than the paper can take")
    inside = False
    for step in steps:
        inside = step.operator == "BT" or (inside and step.operator != "ET")
        if inside and step.operator in INKS and any(step.numbers[:3]):
            yield say("words are printed with more inks than black")
            return


PAINTS = frozenset("f S TJ".split())
"""Operators that put ink on paper."""


def _lost(steps: tuple[Step, ...]) -> Iterator[Say]:
    """Anything but black words that is printed over other inks: white words would not be there at all."""
    over, inside = False, False
    ink: tuple[float, ...] = ()
    for step in steps:
        if step.operator == "gs":
            name = str(step.operands[0])
            if name not in ("/Over", "/Knock"):
                yield say("the pages draw with {operator}, which no leaflet needs", operator=f"gs {name}")
            over = name == "/Over"
        elif step.operator in INKS:
            ink = step.numbers
        inside = step.operator == "BT" or (inside and step.operator != "ET")
        if over and step.operator in PAINTS and not (inside and ink == K):
            yield say("something else than black words is printed over other inks")
            return
