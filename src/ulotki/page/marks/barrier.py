"""The barrier of a mark along the edges of a page, and the stripes of which it is made."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import replace

from ulotki.look.inks import BLACK
from ulotki.page.items import Box, Code, Fill, Page
from ulotki.page.marks.shapes import Corner, box_around, polygons
from ulotki.page.walking import walk


def quiet_zones(page: Page) -> list[Box]:
    """The quiet zones of the codes on *page*."""
    return [item.quiet for item, _ in walk(page.items) if isinstance(item, Code)]


INSET, LEAST_INSET, WIDE, STEP = 0.4, 3.6, 0.25, 2.0
"""Distance from the edge, as a share of the margin; the least, mm; width, of the margin; from stripe to stripe, in widths."""


def draw_barrier(page: Page) -> tuple[Fill, ...]:
    """Stripes along the four edges, in the margin, with a gap beside a code."""
    inset, wide = place_of_barrier(page)
    across = Box(inset, inset, page.width - 2 * inset, wide)
    upright = Box(inset, inset + wide, wide, page.height - 2 * (inset + wide))
    sides = (
        across,
        replace(across, y=page.height - inset - wide),
        upright,
        replace(upright, x=page.width - inset - wide),
    )
    codes = quiet_zones(page)
    shapes = [shape for side in sides for shape in stripes_of(side, wide * STEP)]
    clear = [shape for shape in shapes if not any(box_around(shape).meets(code) for code in codes)]
    return (polygons(clear, BLACK),)


def place_of_barrier(page: Page) -> tuple[float, float]:
    """(mm from the edge to the barrier, its width)."""
    inset = page.margin * INSET if page.margin * INSET > LEAST_INSET or page.margin < SMALL else LEAST_INSET
    return inset, max(page.margin, inset / INSET) * WIDE if page.margin < SMALL else page.margin * WIDE


SMALL = 5.0
"""mm of margin of a piece that is cut out of a sheet, so that its edges are not those of the paper."""

STRIPE = 0.5
"""Share of a step that is black."""


def stripes_of(side: Box, step: float) -> Iterator[tuple[Corner, ...]]:
    """Stripes that lean by 45° and fill half of *side*, cut off at its ends."""
    level = side.width > side.height
    along, thick = (side.width, side.height) if level else (side.height, side.width)
    step = along / max(1, round(along / step))
    for number in range(-math.ceil(thick / step), round(along / step)):
        start, end = number * step, (number + STRIPE) * step
        shape = _cut(((start + thick, 0.0), (end + thick, 0.0), (end, thick), (start, thick)), along)
        if shape:
            yield tuple((side.x + a, side.y + b) if level else (side.x + b, side.y + a) for a, b in shape)


def _cut(shape: tuple[Corner, ...], along: float) -> tuple[Corner, ...]:
    """What of a polygon lies between 0 and *along* of its first axis (Sutherland and Hodgman, 1974)."""
    for edge, sign in ((0.0, 1), (along, -1)):
        kept: list[Corner] = []
        for (a, b), (c, d) in zip(shape, (*shape[1:], *shape[:1]), strict=True):
            if sign * (a - edge) >= 0:
                kept.append((a, b))
            if (a - edge) * (c - edge) < 0:
                kept.append((edge, b + (d - b) * (edge - a) / (c - a)))
        shape = tuple(kept)
    return shape if len(shape) > 2 else ()
