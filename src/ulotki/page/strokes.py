"""Straight lines with the area that they cover, and the marks by which a sheet is cut and folded."""

from __future__ import annotations

from ulotki.look.icons import Icons
from ulotki.look.inks import BLACK, Ink
from ulotki.page import shapes
from ulotki.page.items import Box, Picture, Stroke
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


EDGE = 3.5
"""Distance of a mark from the edge of the sheet, mm."""


def cut_marks(starts: list[float], size: float, room: float, length: float, *, upright: bool) -> tuple[Stroke, ...]:
    """A dash at both ends of each cut: one between pieces without a gap, else one on both sides of each piece.

    starts, size: of the pieces.  room, length: of the sheet, across the cuts and along them, mm.
    """
    ends = [start + size for start in starts]
    inner = [
        cut
        for end, start in zip(ends, starts[1:], strict=False)
        for cut in ([(end + start) / 2] if start - end < MARK / 2 else [end, start])
    ]
    outer = [cut for cut in (starts[0], ends[-1]) if MARK < cut < room - MARK]
    cuts = sorted({round(cut, 3) for cut in (*inner, *outer)})
    return tuple(
        tick(cut, start, upright=upright, dash=CUT_DASH) for cut in cuts for start in (EDGE, length - EDGE - MARK)
    )


SCISSORS, BESIDE, DOWN = 3.6, 0.8, 0.4
"""mm side of the scissors, and where they stand beside their mark."""


def scissors(marks: tuple[Stroke, ...], icons: Icons) -> tuple[Picture, ...]:
    """Scissors at the right or left of the first mark where no other mark is, as a pictogram: our faces have no such character."""
    for mark in marks:
        for x in (mark.box.right + BESIDE, mark.box.x - BESIDE - SCISSORS):
            box = Box(x, mark.box.y + DOWN, SCISSORS, SCISSORS)
            if not any(box.meets(other.box) for other in marks):
                return (Picture(box, "content_cut", icons["content_cut"].commands, BLACK),)
    return ()
