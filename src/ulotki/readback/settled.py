"""Items of a page that nobody needs to look at: their like was seen in this run, and was right."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ulotki.content.text import NBSP
from ulotki.page.items import Box, Line, Page, Raster, Stroke, Trace
from ulotki.page.structure import traces
from ulotki.readback.looks import Piece, Written
from ulotki.readback.pieces import IMAGE
from ulotki.recent import Recent

NEAR = 1.0
"""mm beside an item that count as on it: letters, and corners of lines, may reach out of their boxes."""

CLOSE = 0.01
"""Largest difference between the ordered advance of a letter and the one in the file, in thousandths of the em."""


class Sights:
    """What was seen. letters: the largest size of each letter of a face, pt.  shapes: the item that a part of a stream is."""

    def __init__(self) -> None:
        self.letters: Recent[tuple[str, str], float] = Recent(5_000)
        self.shapes: Recent[bytes, Trace] = Recent(5_000)

    def knows(self, item: Trace, piece: Piece) -> bool:
        """Whether *item*, painted as *piece*, looks as ordered. Letters may stand elsewhere and in other words, at the
        ordered distances, but be no larger: small faults show in large letters alone.
        """
        if isinstance(item, Line):
            return isinstance(piece, Written) and _says(piece, item) and self._has_seen(item)
        return isinstance(piece, bytes) and self.shapes.get(piece) == item

    def _has_seen(self, line: Line) -> bool:
        return all((self.letters.get((line.face, sign)) or 0.0) >= line.size for sign in _signs(line))

    def learn(self, item: Trace, piece: Piece) -> None:
        """Note that *item*, painted as *piece*, was seen and is right."""
        if isinstance(item, Line):
            for sign in _signs(item):
                known = self.letters.get((item.face, sign)) or 0.0
                self.letters[item.face, sign] = max(known, item.size)
        elif isinstance(piece, bytes):
            self.shapes[piece] = item


def _signs(line: Line) -> set[str]:
    return {sign for sign in line.text if not sign.isspace()}


def _says(piece: Written, line: Line) -> bool:
    """Whether letters of a file are those of *line*, one as far from the next as ordered."""
    if (piece.face, piece.text) != (line.face, line.text.replace(NBSP, " ")):
        return False
    return all(map(_near, piece.advances, line.advances))


def _near(one: float, other: float) -> bool:
    return abs(one - other) < CLOSE


SIGHTS = Sights()
"""What was seen in this run."""


def places(page: Page, found: Sequence[Piece]) -> frozenset[int]:
    """The places, in drawing order, of items of *page* that need not be looked at. found: how each of them is painted.

    Without an item nobody sees what covers it, so it is looked at when something that is looked at may lie on it.
    """
    order = traces(page)
    known = {place for place, item, piece in _paired(order, found) if SIGHTS.knows(item, piece)}
    left, covers = set[int](), list[Box]()
    for place in reversed(range(len(order) if known else 0)):
        if place not in known:
            covers.append(_around(order[place]))
        elif not any(map(order[place].box.meets, covers)):
            left.add(place)
    return frozenset(left)


def learn(page: Page, found: Sequence[Piece]) -> None:
    """Note that the items of *page*, painted as *found*, were seen and are right: what nothing covers, and no raster image
    is near, for those are left white.
    """
    order = traces(page)
    covers = [_around(item) for item in order if isinstance(item, Raster)]
    for _, item, piece in reversed([*_paired(order, found)]):
        if not any(map(item.box.meets, covers)):
            SIGHTS.learn(item, piece)
        if not isinstance(item, Line | Stroke):
            covers.append(item.box)


def _around(item: Trace) -> Box:
    return item.box.inset(-NEAR, -NEAR)


def _paired(order: Sequence[Trace], found: Sequence[Piece]) -> Iterator[tuple[int, Trace, Piece]]:
    """Each item but images with its place in drawing order and how it is painted; none when these do not belong together."""
    kinds = [isinstance(item, Line) for item in order]
    if kinds != [isinstance(piece, Written) for piece in found]:
        return
    for place, (item, piece) in enumerate(zip(order, found, strict=True)):
        if piece != IMAGE and not isinstance(item, Raster):
            yield place, item, piece
