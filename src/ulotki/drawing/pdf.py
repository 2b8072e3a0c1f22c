"""Pages into PDF. Points of 1/72 inch from the bottom-left exist in this module alone."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO
from typing import assert_never

from ulotki.drawing.engine import Canvas
from ulotki.drawing.fonts import NO_FONT, Subset, subset
from ulotki.look.faces import Family
from ulotki.look.icons import Path
from ulotki.look.inks import Ink
from ulotki.page.items import Code, Fill, Group, Item, Line, Page, Picture, Stroke, walk
from ulotki.paper import POINT, Edge


@dataclass(frozen=True, slots=True)
class About:
    """What a file says of itself. dated: day of the newest review or check of what it prints. lang: as in BCP 47.

    duplex: the edge that a two-sided print turns over, None for one side.
    """

    title: str
    author: str
    lang: str
    dated: datetime.date
    duplex: Edge | None = None


Fonts = dict[str, tuple[str, Subset]]
"""By the name of a face: what it is called in the file, and its letters."""

TIGHT = 0.0005
"""Thousandths of the em that a letter may stand off."""

HAIR = 0.9
"""pt of the outline of hollow letters."""


def draw(pages: tuple[Page, ...], about: About, family: Family) -> bytes:
    """*pages* as a PDF: fonts embedded once, black as gray 0, printed at its own size; equal pages give equal bytes."""
    size = (pages[0].width / POINT, pages[0].height / POINT)
    out = BytesIO()
    canvas = Canvas(out, pagesize=size, pageCompression=1, invariant=1, initialFontName=NO_FONT, lang=about.lang)
    _date(canvas, about.dated)
    canvas.setTitle(about.title)
    canvas.setAuthor(about.author)
    canvas.setSubject(about.title)
    canvas.setCreator("ulotki")
    canvas.setKeywords("")
    canvas.setViewerPreference("PrintScaling", "None")
    canvas.setViewerPreference("DisplayDocTitle", "true")
    if about.duplex and len(pages) > 1:
        canvas.setViewerPreference("Duplex", f"DuplexFlip{about.duplex.capitalize()}Edge")
    fonts = _fonts(pages, family, canvas)
    for page in pages:
        canvas.setPageSize((page.width / POINT, page.height / POINT))
        canvas._code += _operators(page, fonts)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def _fonts(pages: tuple[Page, ...], family: Family, canvas: Canvas) -> dict[str, tuple[str, Subset]]:
    """The faces that *pages* use, by name, embedded: (name in the file, the subset)."""
    used: dict[str, set[str]] = {}
    for page in pages:
        for item, _ in walk(page.items):
            if isinstance(item, Line):
                used.setdefault(item.face, set()).update(item.text)
    subsets = {name: subset(family.named(name), frozenset(signs)) for name, signs in sorted(used.items())}
    return {name: (found.embed(canvas._doc), found) for name, found in subsets.items()}


def _date(canvas: Canvas, day: datetime.date) -> None:
    """Date the file by *day*: the clock and SOURCE_DATE_EPOCH have no say."""
    moment = datetime.datetime(day.year, day.month, day.day, tzinfo=datetime.UTC)
    stamp = canvas._doc._timeStamp
    stamp.t = moment.timestamp()
    stamp.lt = moment.timetuple()
    stamp.YMDhms = (day.year, day.month, day.day, 0, 0, 0)
    stamp.dhh = stamp.dmm = 0
    stamp.tzname = "UTC"


def _operators(page: Page, fonts: Fonts) -> Iterator[str]:
    """The content stream of *page*, in points, with y turned over."""
    yield f"q {_n(1 / POINT)} 0 0 {_n(-1 / POINT)} 0 {_n(page.height / POINT)} cm"
    yield from _items(page.items, fonts)
    yield "Q"


def _items(items: Iterable[Item], fonts: Fonts) -> Iterator[str]:
    for item in items:
        match item:
            case Group():
                yield from _items(item.items, fonts)
            case Line():
                yield from _line(item, *fonts[item.face])
            case Fill():
                yield f"{_ink(item.ink, False)} {_path(item.path)} f"
            case Stroke():
                dash = " ".join(_n(part) for part in item.dash)
                yield (f"{_ink(item.ink, True)} {_n(item.weight * POINT)} w [{dash}] 0 d {_path(item.path)} S")
            case Picture():
                box = item.box
                move = f"{_n(box.width)} 0 0 {_n(box.height)} {_n(box.x)} {_n(box.y)} cm"
                yield f"q {move} {_ink(item.ink, False)} {_path(item.commands)} f Q"
            case Code():
                yield f"q {_n(item.module)} 0 0 {_n(item.module)} {_n(item.x)} {_n(item.y)} cm 0 g"
                yield " ".join(f"{x} {y} {w} {h} re" for x, y, w, h in rectangles(item.rows)) + " f Q"
            case _:
                assert_never(item)


def _line(line: Line, name: str, font: Subset) -> Iterator[str]:
    """One text object: the letters, with what each advances beyond its own width (ISO 32000-1, 9.4.3, TJ)."""
    parts = ["("]
    for sign, advance in zip(line.text, line.advances, strict=True):
        parts.append(font.literals[ord(sign)])
        slack = font.widths[sign] - advance
        if slack > TIGHT or slack < -TIGHT:
            parts.append(f") {_n(slack)} (")
    letters = (
        f"/{name} {_n(line.size * POINT)} Tf 1 0 0 -1 {_n(line.x)} {_n(line.baseline)} Tm [{''.join(parts)})] TJ ET"
    )
    if line.outline:
        yield f"q BT 1 Tr {_ink(line.ink, True)} {_n(HAIR * POINT)} w [] 0 d {letters} Q"
    else:
        yield f"BT {_ink(line.ink, False)} {letters}"


@lru_cache(maxsize=64)
def rectangles(rows: tuple[tuple[bool, ...], ...]) -> list[tuple[int, int, int, int]]:
    """The dark modules as few disjoint rectangles (x, y, width, height): runs of a row, grown down while they match."""
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
def _path(commands: Path) -> str:
    return " ".join(" ".join((*map(_n, numbers), OPERATORS[letter])) for letter, numbers in commands)


def _ink(ink: Ink, stroke: bool) -> str:
    """The colour operator; pure greys are DeviceGray, so black toner alone prints them."""
    red, green, blue = ink.rgb
    if red == green == blue:
        return f"{_n(red / 255)} {'G' if stroke else 'g'}"
    return f"{_n(red / 255)} {_n(green / 255)} {_n(blue / 255)} {'RG' if stroke else 'rg'}"


def _n(value: float) -> str:
    """A number as PDF writes it: at most five decimals, no exponent."""
    text = f"{value:.5f}".rstrip("0").rstrip(".")
    return "0" if text in ("-0", "") else text
