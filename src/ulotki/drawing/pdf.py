"""Pages as PDF. Only `drawing` uses points of 1/72 inch from the bottom-left."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import count
from typing import Any, assert_never

from ulotki.drawing.fonts import Subset, subset
from ulotki.drawing.metadata import PROGRAM, About, packet
from ulotki.drawing.objects import File, Reference, listed, number, packed, string, table
from ulotki.drawing.tags import Structure
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
    file = File(purpose.version)
    fonts, named = _fonts(pages, family, file)
    once = {id(page): (page, structure(page)) for page in pages}
    trees = [once[id(page)][1] for page in pages]
    whole, places = file.ahead(), [file.ahead() for _ in pages]
    entries = {"Pages": whole, **_described(file, about, purpose, len(pages), profile)}
    tags = Structure(file, pages, places, about.links)
    if purpose.tagged:
        entries |= {"StructTreeRoot": tags.root(trees), "MarkInfo": b"<< /Marked true >>"}
        entries |= {"Outlines": _bookmarks(file, pages, trees, places) if len(pages) > 1 else b""}
    pen = _Pen(fonts, purpose)
    drawn = {
        key: _drawn(page, file.add(_content(page, tree, pen)), file, named, purpose)
        for key, (page, tree) in once.items()
    }
    for index, (page, place) in enumerate(zip(pages, places, strict=True)):
        file.put(place, b"<< /Type /Page /Parent %b %b%b >>" % (whole, drawn[id(page)], tags.entries(index)))
    file.put(whole, b"<< /Type /Pages /Count %d /Kids %b >>" % (len(pages), listed(places)))
    return file.saved(file.add(table({"Type": b"/Catalog", **entries})), file.add(_information(about, purpose)))


def _drawn(page: Page, content: Reference, file: File, fonts: Reference, purpose: Purpose) -> bytes:
    """The entries of *page* that its copies have too: boxes, resources, *content*."""
    paper = Box(0, 0, page.width, page.height)
    resources = {
        "Font": fonts,
        "XObject": _pictures(page, file),
        "ExtGState": STATES if purpose.overprint else b"",
        "ColorSpace": b"<< /All %b >>" % file.once(EVERY_INK) if purpose.overprint else b"",
    }
    entries = {
        "MediaBox": _corners(page, paper),
        "TrimBox": _corners(page, page.trim or paper),
        "BleedBox": _corners(page, page.trim.inset(-purpose.bleed, -purpose.bleed)) if page.trim else b"",
        "Resources": table(resources),
        "Rotate": b"180" if page.turned else b"",
        "Contents": content,
    }
    return table(entries)[3:-3]


def _described(file: File, about: About, purpose: Purpose, pages: int, profile: bytes | None) -> dict[str, bytes]:
    """The entries of the catalog that are no pages: language, metadata, output intent, viewer preferences."""
    preferences = {"DisplayDocTitle": "true", **dict(purpose.preferences)}
    if turned := turning(about, purpose, pages):
        preferences["Duplex"] = f"/{turned}"
    xmp = packet(about, purpose)
    stream = b"<< /Type /Metadata /Subtype /XML /Length %d >>\nstream\n%b\nendstream" % (len(xmp), xmp)
    return {
        "Lang": string(about.lang),
        "PageMode": b"/UseNone",
        "PageLabels": b"<< /Nums [0 << /S /D >>] >>" if pages > 1 else b"",
        "ViewerPreferences": table({key: value.encode() for key, value in preferences.items()}),
        "Metadata": file.add(stream),
        "OutputIntents": _intent(file, purpose, profile) if purpose.condition else b"",
    }


def _intent(file: File, purpose: Purpose, profile: bytes | None) -> bytes:
    """The printing condition of the file, with its *profile*."""
    condition = purpose.condition
    assert condition is not None
    if condition.profile and profile is None:
        raise ValueError(f"{purpose.name} needs the profile {condition.profile}")
    entries = {
        "Type": b"/OutputIntent",
        "S": b"/" + condition.subtype.encode(),
        "RegistryName": b"(http://www.color.org)",
        "OutputConditionIdentifier": string(condition.name),
        "Info": string(condition.info),
        "DestOutputProfile": file.add(_profile(profile, condition.channels)) if profile else b"",
    }
    return listed([table(entries)])


def turning(about: About, purpose: Purpose, pages: int) -> str:
    """How a file of so many pages tells the printer to turn its sheets (ISO 32000-1, table 150), "" for nothing."""
    if about.duplex and pages > 1 and purpose.prints:
        return f"DuplexFlip{about.duplex.capitalize()}Edge"
    return "Simplex" if about.simplex and purpose.prints and not purpose.inked else ""


def _information(about: About, purpose: Purpose) -> bytes:
    """The information dictionary, with what PDF/X-1a claims there (ISO 15930-4, 6.2)."""
    date = f"D:{about.dated:%Y%m%d}000000+00'00'"
    said = {
        "Title": about.title,
        "Subject": about.subject or about.title,
        "Author": about.author,
        "Keywords": about.code,
        "Creator": PROGRAM,
        "Producer": PROGRAM,
        "CreationDate": date,
        "ModDate": date,
        **{name.partition(":")[2]: value for name, value in purpose.claims if (name, value) in X1A},
    }
    return table({name: string(words) for name, words in said.items()} | {"Trapped": b"/False"})


@lru_cache(maxsize=2)
def _profile(data: bytes, channels: int) -> bytes:
    return packed(data, b" /N %d" % channels)


def _corners(page: Page, box: Box) -> bytes:
    """*box* in points: left, bottom, right, top."""
    corners = (box.x, page.height - box.bottom, box.right, page.height - box.y)
    return listed([number(corner / POINT, 4).encode() for corner in corners])


OVER, KNOCK = "Over", "Knock"
"""Graphics states: what is painted leaves the inks under it as they are, or knocks them out (ISO 32000-1, 8.6.7)."""

STATES = (
    f"<< /{OVER} << /Type /ExtGState /OP true /op true /OPM 1 >> "
    f"/{KNOCK} << /Type /ExtGState /OP false /op false /OPM 0 >> >>"
).encode()

EVERY_INK = b"[/Separation /All /DeviceCMYK << /FunctionType 2 /Domain [0 1] /C0 [0 0 0 0] /C1 [1 1 1 1] /N 1 >>]"
"""The registration colour (ISO 32000-1, 8.6.6.4)."""


def _bookmarks(file: File, pages: Sequence[Page], trees: Sequence[Kids], places: Sequence[Reference]) -> Reference:
    """The bookmarks: one for each heading of the first level, and inside it those of the second that follow; b"" for none."""
    marks: list[Mark] = []
    for page, tree, place in zip(pages, trees, places, strict=True):
        for element in elements(tree):
            if element.type in ("H1", "H2"):
                top = number((page.height - element.box.y) / POINT, 4).encode()
                title = string(element.text.replace("\N{NO-BREAK SPACE}", " "))
                mark: Mark = (b"/Title %b /Dest [%b /XYZ 0 %b 0]" % (title, place, top), [])
                (marks[-1][1] if marks and element.type == "H2" else marks).append(mark)
    if not marks:
        return b""
    root = file.ahead()
    file.put(root, b"<< /Type /Outlines%b >>" % _inside(file, root, marks))
    return root


Mark = tuple[bytes, list[Any]]
"""What a bookmark says and where it leads, and the marks inside it."""


def _inside(file: File, parent: Reference, marks: Sequence[Mark]) -> bytes:
    """The entries of a bookmark about the *marks* inside it, which are put into the file (ISO 32000-1, 12.3.3)."""
    if not marks:
        return b""
    places = [file.ahead() for _ in marks]
    for (said, inner), place, before, after in zip(marks, places, [b"", *places], [*places[1:], b""], strict=False):
        beside = (b" /Prev " + before if before else b"") + (b" /Next " + after if after else b"")
        file.put(place, b"<< %b /Parent %b%b%b >>" % (said, parent, beside, _inside(file, place, inner)))
    return b" /First %b /Last %b /Count %d" % (places[0], places[-1], sum(1 + len(inner) for _, inner in marks))


def _fonts(pages: tuple[Page, ...], family: Family, file: File) -> tuple[Fonts, Reference]:
    """Embed the faces that *pages* use; what the pen knows of them, and the table that names them."""
    used: dict[str, set[str]] = {}
    for page in {id(page): page for page in pages}.values():
        for face, signs in _letters(page):
            used.setdefault(face, set()).update(signs)
    subsets = {name: subset(family.named(name), frozenset(signs)) for name, signs in sorted(used.items())}
    fonts = {name: (f"F{place}", found) for place, (name, found) in enumerate(subsets.items(), 1)}
    return fonts, file.add(table({name: found.embed(file) for name, found in fonts.values()}))


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


def _pictures(page: Page, file: File) -> bytes:
    """The raster images of *page* by name, each embedded once (ISO 32000-1, 8.9.5); b"" for none."""
    images: dict[str, bytes] = {}
    for item in dict.fromkeys(item for item, _ in walk(page.items) if isinstance(item, Raster)):
        more = f" /Type /XObject /Subtype /Image /Width {item.width} /Height {item.height}"
        more += " /ColorSpace /DeviceGray /BitsPerComponent 8"
        images[IMAGE + _named(item)] = file.once(packed(item.data, more.encode()))
    return table(images) if images else b""


IMAGE = "Image."
"""Prefix of the names of raster images, which pages paint with the operator Do."""


def _named(item: Raster) -> str:
    """The name of a raster image in the file: the same pixels have the same name."""
    return hashlib.sha256(f"{item.width} ".encode() + item.data).hexdigest()[:12]


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


OPERATORS = {"M": ("m", 2), "L": ("l", 2), "C": ("c", 6), "Z": ("h", 0)}
"""The operator of a path command, and how many numbers it takes."""


@lru_cache(maxsize=4096)
def _path(commands: Path, places: int) -> str:
    """The operators of a path. places: decimal places of its numbers."""
    one = f"%.{places}f"
    forms = {letter: " ".join([one] * count + [operator]) for letter, (operator, count) in OPERATORS.items()}
    text = " ".join([forms[letter] % numbers for letter, numbers in commands]).replace(f"-0.{'0' * places}", "0.0")
    return " ".join([part.rstrip("0").rstrip(".") if "." in part else part for part in text.split(" ")])
