"""Imposition, pages on sheets: several on a sheet for an office printer, one with crop marks for a print shop.

A sheet is a `Page` too, so it is drawn, checked and previewed like one.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import product

from ulotki.frozen import dataclass
from ulotki.look.icons import Icons
from ulotki.look.inks import BLACK, Ink
from ulotki.page import shapes
from ulotki.page.items import Box, Group, Item, Page, Picture, Stroke
from ulotki.page.walking import moved, walk
from ulotki.paper import POINT, Edge, Format

MARK = 5.0
"""Length of a cut or fold mark, mm. It lies in the margin, where a printer may lose a part of it but never all of it."""

EDGE = 3.5
"""Distance of a mark from the edge of the sheet, mm."""

HAIRLINE = 0.7
"""Weight of marks, pt: an office printer breaks up thinner lines."""

APART = 1.0
"""Distance between the bleed and the crop marks beside it, and between them and the edge of the paper, mm."""

FINE = 0.25
"""Weight of marks for a print shop, pt."""

CUT_DASH = (1.2, 0.8)
FOLD_DASH = (0.5, 0.9)


@dataclass(frozen=True, slots=True)
class NUp:
    """How the same page is placed several times on a sheet, unscaled.

    sheet: in its orientation.  gap: mm between pieces, across and down.  duplex: the edge over which two-sided sheets are
    turned. All pieces on a sheet are the same, so those on the back keep their order.
    """

    sheet: Format
    columns: int
    rows: int
    gap: tuple[float, float] = (0.0, 0.0)
    duplex: Edge = "short"


def n_up(pages: tuple[Page, ...], how: NUp, icons: Icons) -> tuple[Page, ...]:
    """A sheet for each page, with cut marks. Raises ValueError when so many do not fit."""
    return tuple(_sheet(page, how, icons) for page in pages)


def _sheet(page: Page, how: NUp, icons: Icons) -> Page:
    sheet, (across, down) = how.sheet, how.gap
    width = how.columns * page.width + (how.columns - 1) * across
    height = how.rows * page.height + (how.rows - 1) * down
    if width > sheet.width + 0.01 or height > sheet.height + 0.01:
        raise ValueError(
            f"{how.columns} × {how.rows} pages of {page.width:g} × {page.height:g} mm are larger than {sheet.name}"
        )
    # Pieces without a gap share the free space, so that one cut in the middle separates them.
    left = [_start(sheet.width, how.columns, page.width, across, number) for number in range(how.columns)]
    top = [_start(sheet.height, how.rows, page.height, down, number) for number in range(how.rows)]
    placed = [item for y, x in product(top, left) for item in moved(page.items, x, y)]
    marks = (
        *_marks(_cuts(left, page.width, sheet.width), sheet.height, upright=True),
        *_marks(_cuts(top, page.height, sheet.height), sheet.width, upright=False),
    )
    scissors = _scissors([mark for mark in marks if isinstance(mark, Stroke)], icons)
    return Page(sheet.width, sheet.height, EDGE, (*marks, *scissors, *placed))


def backs_turned(pages: tuple[Page, ...]) -> tuple[Page, ...]:
    """*pages*, the second, fourth … upside down: for a printer that turns sheets over the other edge than they are made for."""
    return tuple(replace(page, turned=page.turned ^ bool(number % 2)) for number, page in enumerate(pages))


def shifted(page: Page, right: float, down: float) -> Page:
    """*page* with everything moved so many mm as the printer sees it; what is turned moves the other way on its page."""
    way = -1 if page.turned else 1
    return replace(page, items=moved(page.items, way * right, way * down))


def passes(pages: tuple[Page, ...]) -> tuple[tuple[str, tuple[Page, ...]], ...]:
    """(name, pages) of what is printed first and then on the other sides, for a printer that does not turn sheets.

    Both in the order of the sheets: the sheet that came out first goes in first again. A last back with nothing on it is
    left out, since no sheet comes after it.
    """
    return ((FRONTS, pages[::2]), (BACKS, pages[1::2]))


FRONTS, BACKS = "1-przody", "2-tyly"
"""What the files of the two passes are called after, whatever language the program speaks."""


def _start(room: float, count: int, size: float, gap: float, number: int) -> float:
    """mm from the edge to piece *number*. Without a gap, each piece is centred in its share of the sheet."""
    if gap == 0:
        return room / count * number + (room / count - size) / 2
    return (room - count * size - (count - 1) * gap) / 2 + number * (size + gap)


def _cuts(starts: list[float], size: float, room: float) -> list[float]:
    """Positions of cuts, mm from the edge: one between pieces without a gap, else one on both sides of each piece."""
    ends = [start + size for start in starts]
    inner = [
        cut
        for end, start in zip(ends, starts[1:], strict=False)
        for cut in ([(end + start) / 2] if start - end < MARK / 2 else [end, start])
    ]
    outer = [cut for cut in (starts[0], ends[-1]) if MARK < cut < room - MARK]
    return sorted({round(cut, 3) for cut in (*inner, *outer)})


def _marks(cuts: list[float], length: float, *, upright: bool) -> tuple[Item, ...]:
    """A dash at both ends of each cut."""
    return tuple(
        tick(cut, start, upright=upright, dash=CUT_DASH) for cut in cuts for start in (EDGE, length - EDGE - MARK)
    )


def cropped(page: Page, bleed: float, ink: Ink | None = BLACK) -> Page:
    """*page* in the middle of larger paper, with crop marks at its corners and its fold marks moved outside.

    bleed: mm around the page, in which nothing is printed.  ink: of the marks beyond it, None for no marks.
    """
    slug = bleed + (2 * APART + MARK if ink else 0.0)
    width, height = page.width + 2 * slug, page.height + 2 * slug
    marks = tuple(_around(page, slug, bleed, ink)) if ink else ()
    placed = moved(_unfolded(page.items) if ink else page.items, slug, slug)
    return Page(width, height, 0.0, (*marks, *placed), Box(slug, slug, page.width, page.height))


def _around(page: Page, slug: float, bleed: float, ink: Ink) -> Iterator[Item]:
    """The marks around a page that lies *slug* mm from the edges of its paper."""
    sides = {True: (slug, slug + page.width), False: (slug, slug + page.height)}
    lengths = {True: page.height + 2 * slug, False: page.width + 2 * slug}
    for upright, length in lengths.items():
        for start in (slug - bleed - APART - MARK, length - slug + bleed + APART):
            yield from (tick(cut, start, upright=upright, dash=(), ink=ink, weight=FINE) for cut in sides[upright])
            for fold in folds(page) if upright else ():
                yield tick(slug + fold, start, upright=True, dash=FOLD_DASH, ink=ink, weight=FINE)


def folds(page: Page) -> tuple[float, ...]:
    """Positions of the vertical folds marked on *page*, mm from its left side."""
    return tuple(sorted({round(item.box.x + item.box.width / 2, 3) for item, _ in walk(page.items) if _folds(item)}))


def _folds(item: Item) -> bool:
    return isinstance(item, Stroke) and item.dash == FOLD_DASH


def _unfolded(items: tuple[Item, ...]) -> tuple[Item, ...]:
    return tuple(
        replace(item, items=_unfolded(item.items)) if isinstance(item, Group) else item
        for item in items
        if not _folds(item)
    )


def tick(
    at: float, start: float, *, upright: bool, dash: tuple[float, ...], ink: Ink = BLACK, weight: float = HAIRLINE
) -> Stroke:
    """A mark of MARK mm at *at*, beginning at *start* mm: a cut or, with FOLD_DASH, a fold. weight: pt."""
    rim = weight * POINT / 2
    if upright:
        path, box = shapes.segment(at, start, at, start + MARK), Box(at - rim, start, 2 * rim, MARK)
    else:
        path, box = shapes.segment(start, at, start + MARK, at), Box(start, at - rim, MARK, 2 * rim)
    return Stroke(box, path, ink, weight, dash)


SCISSORS, BESIDE, DOWN = 3.6, 0.8, 0.4
"""mm side of the scissors, and where they stand beside their mark."""


def _scissors(marks: list[Stroke], icons: Icons) -> tuple[Picture, ...]:
    """Scissors at the right or left of the first mark where no other mark is, as a pictogram: our faces have no such sign."""
    for mark in marks:
        for x in (mark.box.right + BESIDE, mark.box.x - BESIDE - SCISSORS):
            box = Box(x, mark.box.y + DOWN, SCISSORS, SCISSORS)
            if not any(box.meets(other.box) for other in marks):
                return (Picture(box, "content_cut", icons["content_cut"].commands, BLACK),)
    return ()
