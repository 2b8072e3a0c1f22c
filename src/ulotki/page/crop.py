"""A page on larger paper for a print shop, with crop marks and fold marks around it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ulotki.look.inks import BLACK, Ink
from ulotki.page.items import Box, Group, Item, Page, Stroke
from ulotki.page.strokes import FOLD_DASH, MARK, tick
from ulotki.page.walking import moved, walk

APART = 1.0
"""Distance between the bleed and the crop marks beside it, and between them and the edge of the paper, mm."""

FINE = 0.25
"""Weight of marks for a print shop, pt."""


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
    """The positions of the vertical folds marked on *page*, mm from its left side."""
    return tuple(sorted({round(item.box.x + item.box.width / 2, 3) for item, _ in walk(page.items) if _folds(item)}))


def _folds(item: Item) -> bool:
    return isinstance(item, Stroke) and item.dash == FOLD_DASH


def _unfolded(items: tuple[Item, ...]) -> tuple[Item, ...]:
    return tuple(
        replace(item, items=_unfolded(item.items)) if isinstance(item, Group) else item
        for item in items
        if not _folds(item)
    )
