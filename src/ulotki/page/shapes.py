"""Paths in mm: rounded boxes, discs, speech bubbles, straight lines."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from ulotki.look.paths import Path, PathCommand
from ulotki.page.items import Box

ARC = 0.5522847498307936
"""Handle length with which a cubic Bézier curve is a quarter circle, as a share of the radius: 4/3·(√2−1)."""


@lru_cache(maxsize=2_000)
def rounded(box: Box, radius: float, below: tuple[PathCommand, ...] = ()) -> Path:
    """A box with round corners, and a tail *below* it: the same in every palette."""
    x, y, right, bottom, r, k = box.x, box.y, box.right, box.bottom, radius, radius * (1 - ARC)
    commands = (
        ("M", (x + r, y)),
        ("L", (right - r, y)),
        ("C", (right - k, y, right, y + k, right, y + r)),
        ("L", (right, bottom - r)),
        ("C", (right, bottom - k, right - k, bottom, right - r, bottom)),
        *below,
        ("L", (x + r, bottom)),
        ("C", (x + k, bottom, x, bottom - k, x, bottom - r)),
        ("L", (x, y + r)),
        ("C", (x, y + k, x + k, y, x + r, y)),
        ("Z", ()),
    )
    return Path(_moving(commands))


def tab(box: Box, radius: float) -> Path:
    """A box whose upper corners alone are round: the head of a card."""
    x, y, right, bottom, k = box.x, box.y, box.right, box.bottom, radius * (1 - ARC)
    commands = (
        ("M", (x, bottom)),
        ("L", (x, y + radius)),
        ("C", (x, y + k, x + k, y, x + radius, y)),
        ("L", (right - radius, y)),
        ("C", (right - k, y, right, y + k, right, y + radius)),
        ("L", (right, bottom)),
        ("Z", ()),
    )
    return Path(commands)


def bubble(box: Box, radius: float, tail: float, start: float) -> Path:
    """A speech bubble: a rounded box with a tail below it that points to the left.

    tail: height of the tail, mm.  start: mm from the left side to the tail; a negative start mirrors the tail and counts
    from the right side. The base of the tail is 1.45 times its height; its tip lies 0.55 of the height from its outer edge.
    """
    near, tip, far = (start, start + 0.55 * tail, start + 1.45 * tail)
    if start < 0:
        near, tip, far = (box.width + start - share * tail for share in (1.45, 0.55, 0.0))
    points = ((far, box.bottom), (tip, box.bottom + tail), (near, box.bottom))
    return rounded(box, radius, tuple(("L", (box.x + x, y)) for x, y in points))


def disc(box: Box) -> Path:
    """The circle in a square box."""
    return rounded(box, box.width / 2)


def segment(x1: float, y1: float, x2: float, y2: float) -> Path:
    """A straight line."""
    return Path((("M", (x1, y1)), ("L", (x2, y2))))


def _moving(commands: tuple[PathCommand, ...]) -> Iterator[PathCommand]:
    """*commands* without lines of length zero, up to rounding: a disc has such sides, and viewers would draw them as dots."""
    place: tuple[float, ...] = ()
    for letter, numbers in commands:
        if letter == "L" and all(abs(a - b) < 1e-6 for a, b in zip(place, numbers, strict=True)):
            continue
        yield letter, numbers
        place = numbers[-2:]
