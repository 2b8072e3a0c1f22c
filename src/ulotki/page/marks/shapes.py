"""Shapes that a mark is made of: polygons and letters as areas, and stripes."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator

from ulotki.look.faces import Face
from ulotki.look.inks import BLACK, Ink
from ulotki.look.paths import Command, Path
from ulotki.page.items import Box, Fill, Line
from ulotki.paper import POINT, added

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


ACCENT = 0.05
"""Of the em by which a word with an accent on a capital stands lower."""


def letter_path(text: str, face: Face, size: float, x: float, y: float) -> Path:
    """The letters of *text* as a path, from *x* on the baseline *y*."""
    em = size * POINT
    return Path(
        (letter, tuple((y if place % 2 else x) + one * em for place, one in enumerate(numbers)))
        for letter, numbers in face.outline(text)
    )


def line_of(text: str, face: Face, size: float, x: float, baseline: float) -> Line:
    """Black words from *x* on. x, baseline: mm.  size: pt."""
    advances = tuple(advance * 1000 / face.units for advance in face.advances(text))
    return Line(x, baseline, text, face.name, size, BLACK, advances, 0.0, *face.reach(text))


def width_of(text: str, face: Face, size: float) -> float:
    """The width of a text, mm. size: pt."""
    return added(face.advances(text)) / face.units * size * POINT


def corners_of(box: Box) -> tuple[Position, ...]:
    """The four corners, clockwise from the top-left one."""
    return ((box.x, box.y), (box.right, box.y), (box.right, box.bottom), (box.x, box.bottom))


def rectangle(box: Box, ink: Ink) -> Fill:
    """The area of *box*."""
    return polygons([corners_of(box)], ink)


def polygons(shapes: Iterable[tuple[Position, ...]], ink: Ink, turn: tuple[float, Position] | None = None) -> Fill:
    """Polygons as one area."""
    commands: list[Command] = []
    for first, *rest in shapes:
        commands += [("M", first), *(("L", point) for point in rest), ("Z", ())]
    return area(Path(commands), ink, turn)


def area(path: Path, ink: Ink, turn: tuple[float, Position] | None = None) -> Fill:
    """A path as an area, with the box around its points; turned by an angle around a point."""
    if turn:
        path = Path((letter, _rotated(numbers, *turn)) for letter, numbers in path)
    return Fill(box_around([pair for _, numbers in path for pair in _pairs(numbers)]), path, ink)


def _rotated(numbers: tuple[float, ...], angle: float, around: Position) -> tuple[float, ...]:
    cos, sin, (cx, cy) = math.cos(angle), math.sin(angle), around
    return tuple(
        one
        for x, y in _pairs(numbers)
        for one in (cx + (x - cx) * cos - (y - cy) * sin, cy + (x - cx) * sin + (y - cy) * cos)
    )


def _pairs(numbers: tuple[float, ...]) -> Iterator[Position]:
    yield from zip(numbers[::2], numbers[1::2], strict=True)


def box_around(points: Iterable[Position]) -> Box:
    """The smallest box that holds *points*."""
    xs, ys = zip(*points, strict=True)
    return Box(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))
