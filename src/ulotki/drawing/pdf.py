"""Pages as PDF. Only `drawing` uses points of 1/72 inch from the bottom-left."""

from __future__ import annotations

import datetime
import hashlib
from collections.abc import Iterator
from functools import lru_cache, partial
from io import BytesIO
from itertools import count
from typing import Any, assert_never

from ulotki.drawing import engine
from ulotki.drawing.engine import NO_FONT, Canvas
from ulotki.drawing.fonts import Subset, subset
from ulotki.drawing.metadata import PROGRAM, About, packet
from ulotki.drawing.objects import Raw, number, packed, string
from ulotki.drawing.tags import tag
from ulotki.frozen import dataclass
from ulotki.look.faces import Family
from ulotki.look.icons import Path
from ulotki.look.inks import BLACK, Ink
from ulotki.page.items import Box, Code, Fill, Line, Page, Picture, Raster, Stroke, Trace, walk
from ulotki.page.purpose import ALL, OFFICE, X1A, K, Purpose
from ulotki.page.structure import Element, Kids, elements, structure
from ulotki.paper import POINT
from ulotki.recent import Kept

Fonts = dict[str, tuple[str, Subset]]
"""(name in the file, subset) by the name of the face."""

TIGHT = 0.0005
"""Tolerance for the position of a letter, in thousandths of the em."""

FINE = 6
"""Decimal places of numbers that are factors of many others."""


def draw(
    pages: tuple[Page, ...], about: About, family: Family, purpose: Purpose = OFFICE, profile: bytes | None = None
) -> bytes:
    """*pages* as a PDF for *purpose*. Fonts are embedded once, pages print at their own size, same input gives same bytes.

    A repeated page reuses its content stream, so a hundred copies are hardly larger than one.
    profile: the ICC profile that the purpose names, None when it names none.
    """
    size = (pages[0].width / POINT, pages[0].height / POINT)
    out = BytesIO()
    canvas = Canvas(
        out,
        pagesize=size,
        pageCompression=1,
        invariant=1,
        initialFontName=NO_FONT,
        lang=about.lang,
        pdfVersion=purpose.version,
    )
    _describe(canvas, about, purpose, len(pages), profile)
    if purpose.overprint:
        engine.document(canvas).Reference(Raw(EVERY_INK), "registration")
    pen = _Pen(_fonts(pages, family, canvas), purpose)
    known = {id(page): structure(page) for page in pages}
    trees = [known[id(page)] for page in pages]
    streams: dict[int, Any] = {}
    for page, tree in zip(pages, trees, strict=True):
        canvas.setPageSize((page.width / POINT, page.height / POINT))
        canvas.setTrimBox(_corners(page, page.trim or Box(0, 0, page.width, page.height)))
        if page.trim:
            canvas.setBleedBox(_corners(page, page.trim.inset(-purpose.bleed, -purpose.bleed)))
        if purpose.tagged and len(pages) > 1:
            _bookmark(canvas, page, tree)
        _pictures(canvas, page)
        canvas.setPageRotation(180 if page.turned else 0)
        canvas.showPage()
        _dress(canvas, page, purpose)
        if id(page) not in streams:
            content = Raw(_content(page, tree, pen))
            streams[id(page)] = engine.document(canvas).Reference(content, f"content {len(streams)}")
        engine.last_page(canvas).Contents = streams[id(page)]
    if purpose.tagged:
        tag(canvas, pages, trees, about.links)
    _repeat(canvas, pages)
    canvas.save()
    return out.getvalue()


def _repeat(canvas: Canvas, pages: tuple[Page, ...]) -> None:
    """Write copies of a page as that page is written, but those that have a place of their own in the structure."""
    copies: dict[int, list[Any]] = {}
    for page, drawn in zip(pages, engine.document(canvas).Pages.pages, strict=True):
        if getattr(drawn, "StructParents", None) is None:
            copies.setdefault(id(page), []).append(drawn)
    for alike in copies.values():
        engine.alike(alike)


def _describe(canvas: Canvas, about: About, purpose: Purpose, pages: int, profile: bytes | None) -> None:
    """Write the parts of the file that are not pages: metadata, output intent, viewer preferences."""
    document = engine.document(canvas)
    catalog = document.Catalog
    _date(canvas, about.dated)
    canvas.setTitle(about.title)
    canvas.setAuthor(about.author)
    canvas.setSubject(about.subject or about.title)
    canvas.setCreator(PROGRAM)
    canvas.setKeywords(about.code)
    document.info.format = partial(_info, document.info, [claim for claim in purpose.claims if claim in X1A])
    if pages > 1:
        catalog.PageLabels = Raw(b"<< /Nums [0 << /S /D >>] >>")
    preferences = {"DisplayDocTitle": "true", **dict(purpose.preferences)}
    if turned := turning(about, purpose, pages):
        preferences["Duplex"] = f"/{turned}"
    catalog.ViewerPreferences = Raw(
        f"<< {' '.join(f'/{key} {value}' for key, value in preferences.items())} >>".encode()
    )
    xmp = packet(about, purpose)
    catalog.Metadata = Raw(b"<< /Type /Metadata /Subtype /XML /Length %d >>\nstream\n%s\nendstream" % (len(xmp), xmp))
    if purpose.condition is None:
        return
    condition = purpose.condition
    if condition.profile and profile is None:
        raise ValueError(f"{purpose.name} needs the profile {condition.profile}")
    intent = f"<< /Type /OutputIntent /S /{condition.subtype} /RegistryName (http://www.color.org)".encode()
    intent += b" /OutputConditionIdentifier " + string(condition.name) + b" /Info " + string(condition.info)
    engine.permit(catalog, "OutputIntents")
    end: tuple[Any, ...] = (b" >>]",)
    if profile:
        end = (b" /DestOutputProfile ", document.Reference(Raw(_profile(profile, condition.channels)), "profile"), *end)
    catalog.OutputIntents = Raw(b"[", intent, *end)


def turning(about: About, purpose: Purpose, pages: int) -> str:
    """How a file of so many pages tells the printer to turn its sheets (ISO 32000-1, table 150), "" for nothing."""
    if about.duplex and pages > 1 and purpose.prints:
        return f"DuplexFlip{about.duplex.capitalize()}Edge"
    return "Simplex" if about.simplex and purpose.prints and not purpose.inked else ""


def _info(info: Any, claims: list[tuple[str, str]], document: Any) -> bytes:
    """The information dictionary, with what PDF/X-1a claims there (ISO 15930-4, 6.2)."""
    whole: bytes = type(info).format(info, document)
    more = b"".join(b" /%s %s" % (name.partition(":")[2].encode(), string(value)) for name, value in claims)
    return whole.rstrip().removesuffix(b">>") + more + b" >>"


@lru_cache(maxsize=2)
def _profile(data: bytes, channels: int) -> bytes:
    return packed(data, b" /N %d" % channels)


def _corners(page: Page, box: Box) -> tuple[float, float, float, float]:
    """*box* in points: left, bottom, right, top."""
    left, bottom, right, top = box.x, page.height - box.bottom, box.right, page.height - box.y
    return left / POINT, bottom / POINT, right / POINT, top / POINT


OVER, KNOCK = "Over", "Knock"
"""Graphics states: what is painted leaves the inks under it as they are, or knocks them out (ISO 32000-1, 8.6.7)."""

STATES = (
    f"<< /{OVER} << /Type /ExtGState /OP true /op true /OPM 1 >> "
    f"/{KNOCK} << /Type /ExtGState /OP false /op false /OPM 0 >> >>"
)

EVERY_INK = b"[/Separation /All /DeviceCMYK << /FunctionType 2 /Domain [0 1] /C0 [0 0 0 0] /C1 [1 1 1 1] /N 1 >>]"
"""The registration colour (ISO 32000-1, 8.6.6.4)."""


def _dress(canvas: Canvas, page: Page, purpose: Purpose) -> None:
    """Give the page that was shown last the resources that its stream names, and no transition."""
    shown = engine.last_page(canvas)
    shown.Trans = None
    if purpose.overprint:
        shown.ExtGState = Raw(STATES.encode())
        engine.name_inks(shown, {"registration": "All"})


def _bookmark(canvas: Canvas, page: Page, tree: Kids) -> None:
    """Add a bookmark for each heading of *page*, at its height and with its level."""
    for place, element in enumerate(elements(tree)):
        if element.type in ("H1", "H2"):
            key = f"{canvas.getPageNumber()}.{place}"
            canvas.bookmarkPage(key, fit="XYZ", left=0, top=_corners(page, element.box)[3], zoom=0)
            canvas.addOutlineEntry(element.text.replace("\N{NO-BREAK SPACE}", " "), key, int(element.type[1]) - 1)


def _fonts(pages: tuple[Page, ...], family: Family, canvas: Canvas) -> Fonts:
    """Embed the faces that *pages* use, and return them."""
    used: dict[str, set[str]] = {}
    for page in {id(page): page for page in pages}.values():
        for face, signs in _letters(page):
            used.setdefault(face, set()).update(signs)
    subsets = {name: subset(family.named(name), frozenset(signs)) for name, signs in sorted(used.items())}
    return {name: (found.embed(engine.document(canvas)), found) for name, found in subsets.items()}


def _letters(page: Page) -> Letters:
    return LETTERS.get((page,), (), lambda: _used(page))


def _used(page: Page) -> Letters:
    used: dict[str, set[str]] = {}
    for item, _ in walk(page.items):
        if isinstance(item, Line):
            used.setdefault(item.face, set()).update(item.text)
    return tuple((face, frozenset(signs)) for face, signs in sorted(used.items()))


def _content(page: Page, tree: Kids, pen: _Pen) -> bytes:
    """The content stream of *page*, compressed: packs of many places hold the same pages, and each is written once."""
    fonts = [(*pen.fonts[face], signs) for face, signs in _letters(page)]
    codes = tuple((name, *(font.glyphs[sign][0] for sign in sorted(signs))) for name, font, signs in fonts)
    return CONTENTS.get(
        (page,), (pen.purpose, codes), lambda: packed("\n".join(pen.page(page, tree)).encode("latin-1"))
    )


Letters = tuple[tuple[str, frozenset[str]], ...]
"""Faces by name, each with its letters on a page."""

LETTERS: Kept[Letters] = Kept(400)
CONTENTS: Kept[bytes] = Kept(400)
"""Letters of the last pages, and their content streams by purpose, names of fonts and codes of letters."""


def _pictures(canvas: Canvas, page: Page) -> None:
    """Embed the raster images of *page*, each once, and name them in its resources (ISO 32000-1, 8.9.5)."""
    for item in dict.fromkeys(item for item, _ in walk(page.items) if isinstance(item, Raster)):
        name = _named(item)
        if not canvas.hasForm(name):
            more = f" /Type /XObject /Subtype /Image /Width {item.width} /Height {item.height}"
            more += " /ColorSpace /DeviceGray /BitsPerComponent 8"
            engine.document(canvas).Reference(Raw(packed(item.data, more.encode())), IMAGE + name)
        engine.name_form(canvas, name)


IMAGE = "FormXob."
"""Prefix that reportlab gives to the names of XObjects, which pages paint with the operator Do."""


def _named(item: Raster) -> str:
    """The name of a raster image in the file: the same pixels have the same name."""
    return hashlib.sha256(f"{item.width} ".encode() + item.data).hexdigest()[:12]


def _date(canvas: Canvas, day: datetime.date) -> None:
    """Set the date of the file to *day*, whatever the clock and SOURCE_DATE_EPOCH say."""
    moment = datetime.datetime(day.year, day.month, day.day, tzinfo=datetime.UTC)
    stamp = engine.stamp(canvas)
    stamp.t = moment.timestamp()
    stamp.lt = moment.timetuple()
    stamp.YMDhms = (day.year, day.month, day.day, 0, 0, 0)
    stamp.dhh = stamp.dmm = 0
    stamp.tzname = "UTC"


@dataclass(frozen=True, slots=True)
class _Pen:
    """Writes content streams, with the fonts of the file and the inks of its purpose."""

    fonts: Fonts
    purpose: Purpose

    def page(self, page: Page, tree: Kids) -> Iterator[str]:
        """The content stream of *page*. Its first operator converts mm from the top-left to points from the bottom-left."""
        scale = number(1 / POINT, FINE)
        yield f"q {scale} 0 0 -{scale} 0 {number(page.height / POINT, FINE)} cm"
        yield from self._kids(tree, "Artifact", count())
        yield "Q"

    def _kids(self, kids: Kids, outer: str, counter: Iterator[int]) -> Iterator[str]:
        """The operators of *kids* in an element *outer*. Each run that is read is one marked content, in order."""
        for kid in kids:
            if isinstance(kid, Element):
                yield from self._kids(kid.kids, kid.type, counter)
                continue
            if self.purpose.tagged:
                yield f"/{outer} << /MCID {next(counter)} >> BDC" if kid.read else "/Artifact BMC"
            for trace in kid.traces:
                yield from self._trace(trace)
            if self.purpose.tagged:
                yield "EMC"

    def _trace(self, item: Trace) -> Iterator[str]:
        match item:
            case Line():
                yield from self._line(item, *self.fonts[item.face])
            case Fill():
                yield f"{self._ink(item.ink)} {_path(item.path, 3)} f"
            case Stroke():
                dash = " ".join(number(part) for part in item.dash)
                weight = number(item.weight * POINT)
                yield f"{self._ink(item.ink, stroke=True)} {weight} w [{dash}] 0 d {_path(item.path, 3)} S"
            case Picture():
                box = item.box
                move = f"{number(box.width)} 0 0 {number(box.height)} {number(box.x)} {number(box.y)} cm"
                yield f"q {move} {self._ink(item.ink)} {_path(item.commands, 4)} f Q"
            case Raster():
                box = item.box
                move = f"{number(box.width)} 0 0 {number(-box.height)} {number(box.x)} {number(box.bottom)} cm"
                yield f"q {move} /{IMAGE}{_named(item)} Do Q"
            case Code():
                side, ink = number(item.module, FINE), self._ink(BLACK)
                yield f"q {side} 0 0 {side} {number(item.x)} {number(item.y)} cm {ink}"
                yield " ".join(f"{x} {y} {w} {h} re" for x, y, w, h in rectangles(item.rows)) + " f Q"
            case _:
                assert_never(item)

    def _line(self, line: Line, name: str, font: Subset) -> Iterator[str]:
        """One text object."""
        size, place = number(line.size * POINT), f"{number(line.x)} {number(line.baseline)}"
        letters = f"/{name} {size} Tf 1 0 0 -1 {place} Tm [{_encoded(font, line.text, line.advances)}] TJ ET"
        over = self.purpose.overprint and self.purpose.colour(line.ink, words=True) == K
        yield (
            f"BT {self._ink(line.ink, words=True)} {letters}"
            if not over
            else (f"/{OVER} gs BT {self._ink(line.ink, words=True)} {letters} /{KNOCK} gs")
        )

    def _ink(self, ink: Ink, *, words: bool = False, stroke: bool = False) -> str:
        """The operator that sets the colour to an ink."""
        colour = self.purpose.colour(ink, words=words)
        if colour == ALL:
            return "/All CS 1 SCN" if stroke else "/All cs 1 scn"
        operator = {1: "g", 3: "rg", 4: "k"}[len(colour)]
        return f"{' '.join(map(number, colour))} {operator.upper() if stroke else operator}"


@lru_cache(maxsize=2_000)
def _encoded(font: Subset, text: str, advances: tuple[float, ...]) -> str:
    """The letters of a line, and what each advance adds to the width of its letter (ISO 32000-1, 9.4.3, TJ)."""
    parts, glyphs = ["("], font.glyphs
    for sign, advance in zip(text, advances, strict=True):
        code, width = glyphs[sign]
        parts.append(code)
        slack = width - advance
        if slack > TIGHT or slack < -TIGHT:
            parts.append(f") {number(slack)} (")
    return "".join(parts) + ")"


@lru_cache(maxsize=64)
def rectangles(rows: tuple[tuple[bool, ...], ...]) -> list[tuple[int, int, int, int]]:
    """The dark modules as few rectangles (x, y, width, height) that do not overlap.

    Each is a run of a row, extended down while the rows below have the same run.
    """
    taken = [[False] * len(row) for row in rows]
    found: list[tuple[int, int, int, int]] = []
    for y, row in enumerate(rows):
        x = 0
        while x < len(row):
            if not row[x] or taken[y][x]:
                x += 1
                continue
            right = x
            while right < len(row) and row[right] and not taken[y][right]:
                right += 1
            below = y
            while below < len(rows) and all(rows[below][x:right]) and not any(taken[below][x:right]):
                taken[below][x:right] = [True] * (right - x)
                below += 1
            found.append((x, y, right - x, below - y))
            x = right
    return found


OPERATORS = {"M": "m", "L": "l", "C": "c", "Z": "h"}


@lru_cache(maxsize=4096)
def _path(commands: Path, places: int) -> str:
    """The operators of a path. places: decimal places of its numbers."""
    return " ".join(
        " ".join((*(number(value, places) for value in numbers), OPERATORS[letter])) for letter, numbers in commands
    )
