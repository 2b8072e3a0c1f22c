"""The stripes of a mark."""

from __future__ import annotations

import math
from collections.abc import Iterator

from ulotki.page.items import Box

Position = tuple[float, float]

STRIPE = 0.5
"""Share of a step that is black."""


def stripes_of(side: Box, step: float) -> Iterator[tuple[Position, ...]]:
    """Stripes that lean by 45° and fill half of *side*, cut off at its ends."""
    level = side.width > side.height
    along, thick = (side.width, side.height) if level else (side.height, side.width)
    step = along / max(1, round(along / step))
    for number in range(-math.ceil(thick / step), round(along / step)):
        start, end = number * step, (number + STRIPE) * step
        shape = _cut(((start + thick, 0.0), (end + thick, 0.0), (end, thick), (start, thick)), along)
        if shape:
            yield tuple((side.x + a, side.y + b) if level else (side.x + b, side.y + a) for a, b in shape)


def _cut(shape: tuple[Position, ...], along: float) -> tuple[Position, ...]:
    """What of a polygon lies between 0 and *along* of its first axis (Sutherland and Hodgman, 1974)."""
    for edge, sign in ((0.0, 1), (along, -1)):
        kept: list[Position] = []
        for (a, b), (c, d) in zip(shape, (*shape[1:], *shape[:1]), strict=True):
            if sign * (a - edge) >= 0:
                kept.append((a, b))
            if (a - edge) * (c - edge) < 0:
                kept.append((edge, b + (d - b) * (edge - a) / (c - a)))
        shape = tuple(kept)
    return shape if len(shape) > 2 else ()
