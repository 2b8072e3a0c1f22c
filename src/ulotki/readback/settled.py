"""Items of a page that nobody needs to look at: their like was seen in this run, and was right."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from ulotki.content.text import NBSP
from ulotki.page.items import Box, Line, Page, Raster, Stroke, Trace
from ulotki.page.structure import traces
from ulotki.readback.fonts import Written
from ulotki.readback.looks import Piece
from ulotki.recent import Recent

NEAR = 1.0
"""mm beside an item that count as on it: letters, and corners of lines, may reach out of their boxes."""

CLOSE = 0.01
"""Largest difference between the ordered advance of a letter and the one in the file, in thousandths of the em."""


class Sights:
    """What was seen. letters: by font, the largest size of each letter, pt.  shapes: the item that a part of a stream is."""

    def __init__(self) -> None:
        self.letters: Recent[bytes, dict[str, float]] = Recent(100)
        self.shapes: Recent[bytes, Trace] = Recent(5_000)

    def knows(self, item: Trace, piece: Piece) -> bool:
        """Whether *item*, painted as *piece*, looks as ordered. Letters may stand elsewhere and in other words, at the
        ordered distances, but be no larger: small faults show in large letters alone.
        """
        if isinstance(piece, Written):
            return isinstance(item, Line) and _says(piece, item) and self._has_seen(item, piece.font)
        return self.shapes.get(piece) == item

    def _has_seen(self, line: Line, font: bytes) -> bool:
        known = self.letters.get(font) or {}
        return not [sign for sign in signs(line.text) if known.get(sign, 0.0) < line.size]

    def learn(self, item: Trace, piece: Piece) -> None:
        """Note that *item*, painted as *piece*, was seen and is right."""
        if not isinstance(piece, Written):
            self.shapes[piece] = item
        elif isinstance(item, Line):
            known = self.letters.made(piece.font, dict)
            known |= {sign: item.size for sign in signs(item.text) if known.get(sign, 0.0) < item.size}


@lru_cache(maxsize=2_000)
def signs(text: str) -> frozenset[str]:
    """The letters of a text that paint anything."""
    return frozenset("".join(text.split()))


def _says(piece: Written, line: Line) -> bool:
    """Whether letters of a file are those of *line*, one as far from the next as ordered."""
    if (piece.face, piece.text) != (line.face, line.text.replace(NBSP, " ")):
        return False
    return all(abs(one - other) < CLOSE for one, other in zip(piece.advances, line.advances, strict=True))


SIGHTS = Sights()
"""What was seen in this run."""


class Parts:
    """The items of *page*, and how each of them is painted, as *found*. known: the places of those that need not be seen.

    Of the letters of one face it is enough to look at the largest.
    """

    def __init__(self, page: Page, found: Sequence[Piece]) -> None:
        self.order = traces(page)
        self.pairs = [*_paired(self.order, found)]
        self.under = frozenset(_under(self.order))
        self.known = {place for place, item, piece in self.pairs if SIGHTS.knows(item, piece)}
        self.known |= {*self._smaller()}

    def _smaller(self) -> Iterator[int]:
        """The lines whose letters stand in another line of the page too, no smaller, and are seen there."""
        seen = Sights()
        lines = [(-item.size, place) for place, item, _ in self.pairs if isinstance(item, Line)]
        painted = {place: piece for place, _, piece in self.pairs}
        for _, place in sorted(one for one in lines if one[1] not in self.known):
            if seen.knows(self.order[place], painted[place]):
                yield place
            elif place not in self.under:
                seen.learn(self.order[place], painted[place])

    @property
    def settled(self) -> frozenset[int]:
        """The places, in drawing order, of items that need not be looked at.

        Without an item nobody sees what covers it, so it is looked at when something that is looked at may lie on it.
        """
        left, covers = set[int](), list[Box]()
        for place in reversed(range(len(self.order) if self.known else 0)):
            if place not in self.known:
                covers.append(_around(self.order[place]))
            elif not any(map(self.order[place].box.meets, covers)):
                left.add(place)
        return frozenset(left)

    def learn(self) -> None:
        """Note that the page was seen and is right."""
        for place, item, piece in self.pairs:
            if place not in self.known and place not in self.under:
                SIGHTS.learn(item, piece)


def _under(order: Sequence[Trace]) -> Iterator[int]:
    """The places of items that something covers, or that are near a raster image, for those are left white."""
    covers = [_around(item) for item in order if isinstance(item, Raster)]
    for place in reversed(range(len(order))):
        if any(map(order[place].box.meets, covers)):
            yield place
        if not isinstance(order[place], Line | Stroke):
            covers.append(order[place].box)


def _around(item: Trace) -> Box:
    return item.box.inset(-NEAR, -NEAR)


def _paired(order: Sequence[Trace], found: Sequence[Piece]) -> Iterator[tuple[int, Trace, Piece]]:
    """Each item but images with its place in drawing order and how it is painted; none when these do not belong together."""
    kinds = [isinstance(item, Line) for item in order]
    if kinds != [isinstance(piece, Written) for piece in found]:
        return
    for place, (item, piece) in enumerate(zip(order, found, strict=True)):
        if not isinstance(item, Raster):
            yield place, item, piece
