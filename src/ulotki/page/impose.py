"""Pages onto sheets. A sheet is a page too, so it is drawn, checked and previewed like one."""

from __future__ import annotations

from ulotki.look.icons import Icons
from ulotki.look.inks import BLACK
from ulotki.page import shapes
from ulotki.page.items import Box, Item, Page, Picture, Stroke, moved
from ulotki.paper import POINT, Format

MARK = 5.0
"""mm a cut mark is long. It lies in the margin, where a printer may lose a part of it but never all."""

EDGE = 3.5
"""mm a cut mark keeps from the edge of the sheet."""

HAIRLINE = 0.7
"""pt: thinner lines break up on an office printer."""


def two_up(pages: tuple[Page, ...], sheet: Format, icons: Icons) -> tuple[Page, ...]:
    """Each page twice, side by side unscaled on a landscape *sheet*, with a cut mark between.

    Both halves are the same leaflet, so the back needs no swap: turned over its short edge, each half carries its own
    second page. Raises ValueError when two pages do not fit side by side.
    """
    turned = sheet.landscape if sheet.width < sheet.height else sheet
    return tuple(_two_up(page, turned, icons) for page in pages)


def _two_up(page: Page, sheet: Format, icons: Icons) -> Page:
    half = sheet.width / 2
    if page.width > half + 0.01 or page.height > sheet.height + 0.01:
        raise ValueError(f"two pages of {page.width:g} mm do not fit side by side on {sheet.name}")
    aside = (half - page.width) / 2
    down = (sheet.height - page.height) / 2
    left = moved(page.items, aside, down)
    right = moved(page.items, half + aside, down)
    return Page(sheet.width, sheet.height, EDGE, (*_cut(half, sheet, icons), *left, *right))


def _cut(x: float, sheet: Format, icons: Icons) -> tuple[Item, ...]:
    """Where to cut: a dash at the top and one at the bottom, and scissors beside the upper one."""
    top = Box(x, EDGE, 0.0, MARK)
    bottom = Box(x, sheet.height - EDGE - MARK, 0.0, MARK)
    rim = HAIRLINE * POINT / 2
    dashes = tuple(
        Stroke(box.inset(-rim, 0), shapes.segment(x, box.y, x, box.bottom), BLACK, HAIRLINE, (1.2, 0.8))
        for box in (top, bottom)
    )
    scissors = Picture(Box(x + 0.8, EDGE + 0.4, 3.6, 3.6), "content_cut", icons["content_cut"].commands, BLACK)
    return (*dashes, scissors)
