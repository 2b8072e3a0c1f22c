"""Straight lines with the area that they cover, and the marks to cut and fold by."""

from __future__ import annotations

from ulotki.look.inks import BLACK, Ink
from ulotki.page import shapes
from ulotki.page.items import Box, Stroke
from ulotki.paper import POINT

MARK = 5.0
"""Length of a cut or fold mark, mm. It lies in the margin, where a printer may lose a part of it but never all of it."""

HAIRLINE = 0.7
"""Weight of marks, pt: an office printer breaks up thinner lines."""

CUT_DASH = (1.2, 0.8)
FOLD_DASH = (0.5, 0.9)


def straight(
    x: float, y: float, length: float, *, upright: bool, ink: Ink, weight: float, dash: tuple[float, ...] = ()
) -> Stroke:
    """A line from a point to the right, or *upright* down. weight: pt."""
    rim = weight * POINT / 2
    if upright:
        path, box = shapes.segment(x, y, x, y + length), Box(x - rim, y, 2 * rim, length)
    else:
        path, box = shapes.segment(x, y, x + length, y), Box(x, y - rim, length, 2 * rim)
    return Stroke(box, path, ink, weight, dash)


def tick(
    at: float, start: float, *, upright: bool, dash: tuple[float, ...], ink: Ink = BLACK, weight: float = HAIRLINE
) -> Stroke:
    """A mark of MARK mm at *at*, beginning at *start* mm: a cut or, with FOLD_DASH, a fold. weight: pt."""
    x, y = (at, start) if upright else (start, at)
    return straight(x, y, MARK, upright=upright, ink=ink, weight=weight, dash=dash)
