"""Items of a page that nobody needs to look at: their like was seen in this run, and was right."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from operator import sub

from ulotki.content.text import NBSP
from ulotki.page.items import Box, Code, Fill, Line, Page, Picture, Raster, Stroke, Trace
from ulotki.page.structure import traces
from ulotki.readback.fonts import WrittenLetters
from ulotki.readback.looks import Piece
from ulotki.readback.pieces import PaintedPart
from ulotki.recent import Recent

NEAR = 1.0
"""mm beside an item that count as on it: letters, and corners of lines, may reach out of their boxes."""

CLOSE = 0.01
"""Largest difference between the ordered advance of a letter and the one in the file, in thousandths of the em."""

GROWN = 1.25
"""How many times as large as it was seen a letter, a pictogram or a code may be."""


class Sights:
    """What was seen, and how large at most. letters: by face, pt.  fonts: in which of them.  shapes: mm, as `still` tells them."""

    def __init__(self) -> None:
        self.letters: Recent[str, dict[str, float]] = Recent(100)
        self.fonts: Recent[bytes, bool] = Recent(100)
        self.shapes: Recent[tuple[bytes, object], float] = Recent(5_000)

    def knows(self, item: Trace, piece: Piece) -> bool:
        """Whether *item*, painted as *piece*, looks as ordered.

        It may stand elsewhere, and letters in other words at the ordered distances, but be hardly larger: small faults show in what
        is large. `faces` has compared the letters of each font with its face; of a font nobody has seen, pdfium may make others.
        """
        if isinstance(piece, WrittenLetters):
            return isinstance(item, Line) and _says(piece, item) and self._has_seen(item, piece)
        numbers = coordinates(item)
        if not _near(piece.where, numbers, PLACED):
            return False
        return _size(item) <= GROWN * (self.shapes.get((piece.shape, still(item, numbers))) or 0.0)

    def _has_seen(self, line: Line, piece: WrittenLetters) -> bool:
        known, least = self.letters.get(piece.face) or {}, line.size / GROWN
        return bool(self.fonts.get(piece.font)) and all(known.get(one, 0.0) >= least for one in signs(line.text))

    def learn(self, item: Trace, piece: Piece) -> None:
        """Note that *item*, painted as *piece*, was seen and is right."""
        if not isinstance(piece, WrittenLetters):
            key = piece.shape, still(item, coordinates(item))
            self.shapes[key] = max(_size(item), self.shapes.get(key) or 0.0)
        elif isinstance(item, Line):
            self.fonts[piece.font] = True
            known = self.letters.made(piece.face, dict)
            known |= {sign: item.size for sign in signs(item.text) if known.get(sign, 0.0) < item.size}


@lru_cache(maxsize=2_000)
def signs(text: str) -> frozenset[str]:
    """The letters of a text that paint anything."""
    return frozenset("".join(text.split()))


def _says(piece: WrittenLetters, line: Line) -> bool:
    """Whether letters of a file are those of *line*, one as far from the next as ordered."""
    words = line.text.replace(NBSP, " ")
    return (piece.face, piece.text) == (line.face, words) and _near(piece.advances, line.advances, CLOSE)


def coordinates(item: Trace) -> tuple[float, ...]:
    """The numbers of an item that say where it is, as in `PaintedPart.where`, mm; none for a raster image."""
    match item:
        case Fill() | Stroke():
            return tuple([number for _, numbers in item.path for number in numbers])
        case Picture():
            return item.box.width, item.box.height, item.box.x, item.box.y
        case Code():
            return item.module, item.module, item.x, item.y
        case _:
            return ()


def _size(item: Trace) -> float:
    """How large it is beside others that are `still` the same, mm."""
    match item:
        case Picture():
            return max(item.box.width, item.box.height)
        case Code():
            return item.module
        case _:
            return 1.0


def still(item: Trace, numbers: tuple[float, ...]) -> object:
    """What an item with these `coordinates` is, wherever it stands, and in what size but for areas and lines."""
    match item:
        case Fill() | Stroke():
            (x, y), letters = numbers[:2] or (0.0, 0.0), "".join([letter for letter, _ in item.path])
            path = [round(number - (y if place % 2 else x), 3) for place, number in enumerate(numbers)]
            return item.ink, letters, *path, *((item.weight, item.dash) if isinstance(item, Stroke) else ())
        case Picture():
            return item.ink, item.commands
        case Code():
            return item.rows
        case _:
            return item


def _near(found: Sequence[float], wanted: Sequence[float], most: float) -> bool:
    """Whether two lists of numbers are alike: no two differ by *most*."""
    return len(found) == len(wanted) and all(map(most.__gt__, map(abs, map(sub, found, wanted))))


PLACED = 0.001
"""Largest difference between an ordered coordinate of a shape and the one in the file, mm."""

SIGHTS = Sights()
"""What was seen in this run."""


class PaintedItems:
    """The items of *page*, and how each of them is painted, as *found*. known: the places of those that need not be seen.

    Of the letters of one face it is enough to look at the largest.
    """

    def __init__(self, page: Page, found: Sequence[Piece]) -> None:
        self.order = traces(page)
        self.pairs = [*_paired(page, found)]
        self.images = [_around(item) for item in self.order if isinstance(item, Raster)]
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
            elif self._is_seen(place):
                seen.learn(self.order[place], painted[place])

    def _is_seen(self, place: int) -> bool:
        """Whether nothing covers an item: words in part, a shape as a whole, of which the path is compared number by number.

        What is near a raster image is not seen, for that is left white.
        """
        item = self.order[place]
        covers = [other.box for other in self.order[place + 1 :] if not isinstance(other, Line | Stroke)]
        hidden = map(item.box.meets, covers) if isinstance(item, Line) else (cover.holds(item.box) for cover in covers)
        return not any(hidden) and not any(map(item.box.meets, self.images))

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
            if place not in self.known and self._is_seen(place):
                SIGHTS.learn(item, piece)


def _around(item: Trace) -> Box:
    return item.box.inset(-NEAR, -NEAR)


def _paired(page: Page, found: Sequence[Piece]) -> Iterator[tuple[int, Trace, Piece]]:
    """Each item but images with its place in drawing order and how it is painted; none when these do not belong together."""
    order = traces(page)
    kinds = [isinstance(item, Line) for item in order]
    depths = {piece.depth for piece in found if isinstance(piece, PaintedPart) and piece.shape}
    if kinds != [isinstance(piece, WrittenLetters) for piece in found] or any(
        abs(page.height - one) > PLACED for one in depths
    ):
        return
    for place, (item, piece) in enumerate(zip(order, found, strict=True)):
        if not isinstance(item, Raster):
            yield place, item, piece
