"""Items of a page that nobody needs to look at: they were seen in this run, painted in the same way, and were right."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ulotki.page.items import Box, Line, Page, Raster, Trace
from ulotki.page.structure import traces
from ulotki.readback.looks import Piece
from ulotki.readback.pieces import IMAGE
from ulotki.recent import Recent

SEEN: Recent[Piece, Trace] = Recent(10_000)
"""The item that a part of a stream was seen to be."""

NEAR = 1.0
"""mm beside an item that count as on it: letters, and corners of lines, may reach out of their boxes."""


def places(page: Page, found: Sequence[Piece]) -> frozenset[int]:
    """The places, in drawing order, of items of *page* that need not be looked at. found: how each of them is painted.

    Without an item nobody sees what covers it, so it is looked at when something that is looked at may lie on it.
    """
    order = traces(page)
    known = {place for place, item, piece in _paired(order, found) if _is_seen(item, SEEN.get(piece))}
    left, covers = set[int](), list[Box]()
    for place in reversed(range(len(order) if known else 0)):
        if place not in known:
            covers.append(order[place].box.inset(-NEAR, -NEAR))
        elif not any(map(order[place].box.meets, covers)):
            left.add(place)
    return frozenset(left)


def learn(page: Page, found: Sequence[Piece]) -> None:
    """Note that the items of *page*, painted as *found*, were seen and are right. On a raster image nothing is seen."""
    order = traces(page)
    unseen = [item.box.inset(-NEAR, -NEAR) for item in order if isinstance(item, Raster)]
    for _, item, piece in _paired(order, found):
        if not _is_seen(item, SEEN.get(piece)) and not any(map(item.box.meets, unseen)):
            SEEN[piece] = item


def _is_seen(item: Trace, seen: Trace | None) -> bool:
    """Whether *seen* is the same item. A line may stand elsewhere, but its letters are no larger: small faults show in large
    letters alone.
    """
    if isinstance(item, Line) and isinstance(seen, Line):
        letters = (seen.text, seen.face, seen.advances)
        return item.size <= seen.size and letters == (item.text, item.face, item.advances)
    return item == seen


def _paired(order: Sequence[Trace], found: Sequence[Piece]) -> Iterator[tuple[int, Trace, Piece]]:
    """Each item but images with its place in drawing order and how it is painted; none when these do not belong together."""
    kinds = [isinstance(item, Line) for item in order]
    if kinds != [not isinstance(piece, bytes) for piece in found]:
        return
    for place, (item, piece) in enumerate(zip(order, found, strict=True)):
        if piece != IMAGE and not isinstance(item, Raster):
            yield place, item, piece
