"""Shapes that a mark is made of: polygons and letters as areas."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator

from ulotki.look.faces import Face
from ulotki.look.inks import BLACK, Ink
from ulotki.look.paths import Path, PathCommand
from ulotki.page.items import Box, Fill, Line
from ulotki.paper import POINT, added

Corner = tuple[float, float]

ACCENT = 0.05
"""Share of the em by which a word with an accent on a capital stands lower."""


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


def corners_of(box: Box) -> tuple[Corner, ...]:
    """The four corners, clockwise from the top-left one."""
    return ((box.x, box.y), (box.right, box.y), (box.right, box.bottom), (box.x, box.bottom))


def rectangle(box: Box, ink: Ink) -> Fill:
    """The area of *box*."""
    return polygons([corners_of(box)], ink)


def polygons(shapes: Iterable[tuple[Corner, ...]], ink: Ink, turn: tuple[float, Corner] | None = None) -> Fill:
    """Polygons as one area."""
    commands: list[PathCommand] = []
    for first, *rest in shapes:
        commands += [("M", first), *(("L", point) for point in rest), ("Z", ())]
    return area(Path(commands), ink, turn)


def area(path: Path, ink: Ink, turn: tuple[float, Corner] | None = None) -> Fill:
    """A path as an area, with the box around its points; turned by an angle around a point."""
    if turn:
        path = Path((letter, _rotated(numbers, *turn)) for letter, numbers in path)
    return Fill(box_around([pair for _, numbers in path for pair in _pairs(numbers)]), path, ink)


def _rotated(numbers: tuple[float, ...], angle: float, around: Corner) -> tuple[float, ...]:
    cos, sin, (cx, cy) = math.cos(angle), math.sin(angle), around
    return tuple(
        one
        for x, y in _pairs(numbers)
        for one in (cx + (x - cx) * cos - (y - cy) * sin, cy + (x - cx) * sin + (y - cy) * cos)
    )


def _pairs(numbers: tuple[float, ...]) -> Iterator[Corner]:
    yield from zip(numbers[::2], numbers[1::2], strict=True)


def box_around(points: Iterable[Corner]) -> Box:
    """The smallest box that holds *points*."""
    xs, ys = zip(*points, strict=True)
    return Box(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))
