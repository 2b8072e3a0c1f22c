"""Compares each object that a page paints with its item: position, size, ink, face."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import zip_longest
from operator import sub

from ulotki.errors import Say, say
from ulotki.page.items import Box, Line, Page, Picture, Raster, Stroke, Trace, named
from ulotki.page.purpose import Colour, Purpose
from ulotki.page.separations import ink_of, inks_on
from ulotki.page.structure import traces
from ulotki.paper import POINT
from ulotki.readback.file import OpenPdf
from ulotki.readback.pdfium import PaintedObject
from ulotki.readback.redrawn import shade

CLOSE = 0.1
"""Largest distance between an object and its item, mm: numbers are rounded. Nobody can see so little."""

ROUNDED = 0.01
"""Largest difference between the weights of lines, and between the sizes of letters, ordered and painted, pt."""


def misplaced(number: int, page: Page, got: tuple[PaintedObject, ...], purpose: Purpose) -> Iterator[Say]:
    """The first object on *page* that is not as ordered although its words are right: moved, hidden, covered."""
    for item, have in zip_longest(traces(page), got):
        if item is None:
            yield say("page {page} shows more than was ordered", page=number)
            return
        if have is None or not _is(item, have, purpose):
            yield say("page {page}: {what} is not painted as ordered", page=number, what=named(item))
            return


def foreign_inks(file: OpenPdf, pages: tuple[Page, ...], purpose: Purpose) -> Iterator[Say]:
    """Inks that the file uses and no item ordered."""
    inks = inks_on(pages, purpose)
    taken = {ink for content in file.painting for ink in content.inks}
    if not all(any(_near(ink, ordered) for ordered in inks) for ink in taken):
        yield say("the pages use an ink that was not ordered")


def _near(one: Colour, other: Colour) -> bool:
    return len(one) == len(other) and all(abs(a - b) < 0.001 for a, b in zip(one, other, strict=True))


def _is(item: Trace, got: PaintedObject, purpose: Purpose) -> bool:
    kind = "text" if isinstance(item, Line) else "image" if isinstance(item, Raster) else "path"
    if got.unseen or got.kind != kind:
        return False
    if isinstance(item, Raster):
        dots = (item.width, item.height, item.data)
        return apart(item.box, got.box) < CLOSE and not got.turned and got.dots == dots
    wanted = shade(ink_of(item), purpose, words=isinstance(item, Line))
    if max(map(abs, map(sub, wanted, got.ink))) > 1:
        return False
    match item:
        case Line():
            off = max(abs(item.x - got.x), abs(item.baseline - got.baseline))
            if item.text.strip() and abs(item.box.right - got.box.right) > BEARING * item.size * POINT:
                return False
            dressed = got.face.split("+")[-1] == item.face
            return off < CLOSE and abs(item.size - got.size) < ROUNDED and dressed and not got.hollow and not got.turned
        case Picture():
            return item.box.holds(got.box, CLOSE) and not got.hollow
        case Stroke():
            room = item.box.inset(-MITRE * item.weight * POINT, -MITRE * item.weight * POINT)
            heavy = abs(item.weight - got.weight) < ROUNDED
            return heavy and got.box.holds(item.box, CLOSE) and room.holds(got.box) and got.hollow
        case _:
            return apart(item.box, got.box) < CLOSE and not got.hollow


BEARING = 0.25
"""How far a letter may reach beyond its advance, as a share of the em."""

MITRE = 5
"""How far mitred corners may reach out, in widths of the line (ISO 32000-1, 8.4.3.5: the limit is 10 for both sides)."""


def apart(one: Box, other: Box) -> float:
    """The largest distance in mm between a side of one box and the same side of the other."""
    sides = ((one.x, other.x), (one.y, other.y), (one.right, other.right), (one.bottom, other.bottom))
    return max(abs(a - b) for a, b in sides)
