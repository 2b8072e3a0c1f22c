"""Outlines of items as polygons, made from the vendored faces and the ordered paths and never from a PDF."""

from __future__ import annotations

import itertools
import struct
from collections.abc import Iterator
from functools import lru_cache
from math import ceil, hypot, sqrt

import uharfbuzz as hb

from ulotki.look.paths import Path, PathCommand

Corner = tuple[float, float]
Polygon = tuple[Corner, ...]

FLAT = 0.005
"""Largest distance between a straight piece and its curve, mm; coarser pieces are visible on an A3 poster."""


def polygons(commands: tuple[PathCommand, ...], scale: float = 1.0) -> Iterator[tuple[Polygon, bool]]:
    """(corners, whether closed) of each part of a path, its curves as straight pieces. scale: one unit in mm."""
    part: list[Corner] = []
    for letter, numbers in commands:
        match letter:
            case "M":
                if len(part) > 1:
                    yield tuple(part), False
                part = [(numbers[0], numbers[1])]
            case "L":
                part.append((numbers[0], numbers[1]))
            case "C":
                part += _curve(part[-1], numbers, FLAT / scale)
            case "Z":
                yield _without_double(part), True
                part = part[:1]
    if len(part) > 1:
        yield tuple(part), False


def _curve(start: Corner, numbers: tuple[float, ...], flat: float) -> list[Corner]:
    """Points of a cubic Bézier curve: the straight pieces between them are at most *flat* away from it."""
    (x0, y0), (x1, y1, x2, y2, x3, y3) = start, numbers
    bend = max(hypot(x0 - 2 * x1 + x2, y0 - 2 * y1 + y2), hypot(x1 - 2 * x2 + x3, y1 - 2 * y2 + y3))
    steps = max(1, ceil(sqrt(0.75 * bend / flat)))
    found = []
    for step in range(1, steps + 1):
        t = step / steps
        a, b, c, d = (1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3
        found.append((a * x0 + b * x1 + c * x2 + d * x3, a * y0 + b * y1 + c * y2 + d * y3))
    return found


def _without_double(points: list[Corner]) -> Polygon:
    """*points* without equal neighbours."""
    kept: list[Corner] = []
    for point in points:
        if not kept or hypot(point[0] - kept[-1][0], point[1] - kept[-1][1]) > 1e-6:
            kept.append(point)
    while len(kept) > 1 and hypot(kept[0][0] - kept[-1][0], kept[0][1] - kept[-1][1]) < 1e-6:
        kept.pop()
    return tuple(kept)


def stroked(commands: tuple[PathCommand, ...], weight: float, dash: tuple[float, ...] = ()) -> tuple[Polygon, ...]:
    """The area of a line along a path: butt ends, mitred corners. weight: mm.  dash: mm on and off, () for a solid line."""
    found: list[Polygon] = []
    for points, closed in polygons(commands):
        line = _without_double([*points])
        if dash:
            found += [_around(piece, weight) for piece in _dashes((*line, line[0]) if closed else line, dash)]
        elif closed:
            found += [_beside(line, weight / 2, closed=True), _beside(line[::-1], weight / 2, closed=True)]
        elif len(line) > 1:
            found.append(_around(line, weight))
    return tuple(found)


def _around(line: Polygon, weight: float) -> Polygon:
    """The outline of an open line: along one side, and back along the other."""
    return (*_beside(line, weight / 2, closed=False), *_beside(line[::-1], weight / 2, closed=False))


SHARP = 0.02
"""A corner is cut off when 1 plus the cosine of its turn is smaller: the mitre limit is 10."""


def _beside(line: Polygon, away: float, *, closed: bool) -> Polygon:
    """The parallel of *line* at a distance of *away* mm."""
    pairs = [*itertools.pairwise(line), *([(line[-1], line[0])] if closed else [])]
    normals = []
    for (x, y), (right, bottom) in pairs:
        length = hypot(right - x, bottom - y) or 1.0
        normals.append(((bottom - y) / length, (x - right) / length))
    found: list[Corner] = []
    for place, (x, y) in enumerate(line):
        after = normals[place] if place < len(normals) else normals[-1]
        before = normals[place - 1] if place or closed else after
        turn = 1 + before[0] * after[0] + before[1] * after[1]
        if turn < SHARP:
            found += [(x + away * nx, y + away * ny) for nx, ny in (before, after)]
        else:
            found.append((x + away * (before[0] + after[0]) / turn, y + away * (before[1] + after[1]) / turn))
    return tuple(found)


def _dashes(line: Polygon, dash: tuple[float, ...]) -> Iterator[Polygon]:
    """The parts of *line* that are drawn (ISO 32000-1, 8.4.3.6)."""
    lengths = dash if len(dash) % 2 == 0 else dash * 2
    place, left = 0, lengths[0]
    piece = [line[0]]
    for (x, y), (right, bottom) in itertools.pairwise(line):
        length, done = hypot(right - x, bottom - y), 0.0
        while length - done > left:
            done += left
            point = (x + (right - x) * done / length, y + (bottom - y) * done / length)
            if place % 2 == 0:
                yield (*piece, point)
            place = (place + 1) % len(lengths)
            left, piece = lengths[place], [point]
        left -= length - done
        piece.append((right, bottom))
    if place % 2 == 0 and len(piece) > 1:
        yield tuple(piece)


class Outline:
    """Polygons as a glyph that HarfBuzz can draw. scale: one unit in mm.  left: smallest x, mm; y counts downwards.

    HarfBuzz draws only glyphs, so the polygons become a font with one glyph: head, maxp, loca, glyf (OpenType 1.9).
    """

    def __init__(self, found: tuple[Polygon, ...]) -> None:
        reach = max((abs(value) for polygon in found for point in polygon for value in point), default=1.0)
        self.scale = max(reach, 0.001) / MOST
        whole = [[(round(x / self.scale), round(-y / self.scale)) for x, y in polygon] for polygon in found]
        self.left = min((x for polygon in whole for x, _ in polygon), default=0) * self.scale
        self.font = hb.Font(hb.Face(_sfnt(whole)))


MOST = 16_000
"""Largest coordinate in units: the distance between two points must fit the 16 bits of a glyph."""


def _sfnt(found: list[list[tuple[int, int]]]) -> bytes:
    points = [point for polygon in found for point in polygon]
    ends, last = [], -1
    for polygon in found:
        last += len(polygon)
        ends.append(last)
    xs, ys = [x for x, _ in points] or [0], [y for _, y in points] or [0]
    glyph = struct.pack(">5h", len(found), min(xs), min(ys), max(xs), max(ys))
    glyph += struct.pack(f">{len(ends)}HH", *ends, 0) + b"\1" * len(points)
    for values in (xs, ys):
        steps = [b - a for a, b in zip([0, *values], values, strict=False)] if points else []
        glyph += struct.pack(f">{len(steps)}h", *steps)
    glyph += b"\0" * (-len(glyph) % 4)
    head = struct.pack(
        ">IIIIHHQQ4hHHhhh", 0x10000, 0, 0, 0x5F0F3CF5, 0, 1000, 0, 0, min(xs), min(ys), max(xs), max(ys), 0, 1, 2, 1, 0
    )
    maxp = struct.pack(">IH13H", 0x10000, 1, len(points), len(found), *[0] * 11)
    loca = struct.pack(">II", 0, len(glyph))
    tables = {b"glyf": glyph, b"head": head, b"loca": loca, b"maxp": maxp}
    place, directory, body = 12 + 16 * len(tables), b"", b""
    for tag, data in sorted(tables.items()):
        directory += struct.pack(">4sIII", tag, 0, place + len(body), len(data))
        body += data + b"\0" * (-len(data) % 4)
    return struct.pack(">IHHHH", 0x10000, len(tables), 64, 2, 0) + directory + body


@lru_cache(maxsize=4096)
def filled(path: Path, width: float = 1.0, height: float = 1.0) -> Outline:
    """The area of a path, stretched by *width* and *height*: mm for one unit of the path."""
    scale = max(width, height)
    return Outline(tuple(tuple((x * width, y * height) for x, y in points) for points, _ in polygons(path, scale)))


@lru_cache(maxsize=4096)
def lined(path: Path, weight: float, dash: tuple[float, ...]) -> Outline:
    """The area of a stroke of *weight* mm."""
    return Outline(stroked(path, weight, dash))
