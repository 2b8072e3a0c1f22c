"""Imposition: the same page several times on a sheet for an office printer.

A sheet is a `Page` too, so it is drawn, checked and previewed like one.
"""

from __future__ import annotations

from itertools import product

from ulotki.frozen import dataclass
from ulotki.look.icons import Icons
from ulotki.page.items import Page
from ulotki.page.strokes import EDGE, cut_marks, scissors
from ulotki.page.walking import moved
from ulotki.paper import Edge, Format


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
        *cut_marks(left, page.width, sheet.width, sheet.height, upright=True),
        *cut_marks(top, page.height, sheet.height, sheet.width, upright=False),
    )
    return Page(sheet.width, sheet.height, EDGE, (*marks, *scissors(marks, icons), *placed))


def _start(room: float, count: int, size: float, gap: float, number: int) -> float:
    """mm from the edge to piece *number*. Without a gap, each piece is centred in its share of the sheet."""
    if gap == 0:
        return room / count * number + (room / count - size) / 2
    return (room - count * size - (count - 1) * gap) / 2 + number * (size + gap)
