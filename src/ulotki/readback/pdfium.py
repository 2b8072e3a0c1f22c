"""Reads from pdfium what a page has besides its picture and its text layer: fonts, links, objects, structure."""

from __future__ import annotations

import ctypes
import math
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

from pypdfium2 import raw

from ulotki.frozen import dataclass
from ulotki.page.items import Box
from ulotki.paper import POINT

UsedFont = tuple[str, bool]
"""The name of a font, and whether it is embedded."""


@dataclass(frozen=True, slots=True)
class LinkArea:
    """A link. target: its address, "?" when it has none.  box: mm.  says: its words for a screen reader."""

    target: str
    box: Box
    says: str


@dataclass(frozen=True, slots=True)
class PaintedObject:
    """An object that a page paints. kind: "text", "path", or "?" for a kind that we never paint.  box: of its ink, mm.

    ink: red, green and blue of its fill, else of its stroke.  hollow: it is only stroked.  unseen: it is neither filled
    nor stroked.  weight: pt, of the line along a path, 0 for none.  x, baseline: mm.  size: pt.  turned: it is not upright.
    face: of its letters.
    dots: width, height and bytes of a raster image.
    """

    kind: str
    box: Box
    ink: tuple[int, ...]
    hollow: bool
    unseen: bool
    weight: float = 0.0
    x: float = 0.0
    baseline: float = 0.0
    size: float = 0.0
    turned: bool = False
    face: str = ""
    dots: tuple[int, int, bytes] = (0, 0, b"")


def areas(document: Any, page: Any) -> tuple[LinkArea, ...]:
    """The links of *page*, in its order."""
    found = []
    place, link = ctypes.c_int(0), raw.FPDF_LINK()
    while raw.FPDFLink_Enumerate(page, place, link):
        action, rectangle = raw.FPDFLink_GetAction(link), raw.FS_RECTF()
        raw.FPDFLink_GetAnnotRect(link, rectangle)
        corners = (rectangle.left, rectangle.bottom, rectangle.right, rectangle.top)
        annotation = raw.FPDFLink_GetAnnot(page, link)
        says = string(wide(partial(raw.FPDFAnnot_GetStringValue, annotation, b"Contents")), "utf-16-le")
        raw.FPDFPage_CloseAnnot(annotation)
        target = string(partial(raw.FPDFAction_GetURIPath, document, action), "utf-8") or "?"
        found.append(LinkArea(target, _box(page.get_height(), *corners), says))
    return tuple(found)


def annotation_count(page: Any) -> int:
    """The number of annotations of *page*, including links."""
    return int(raw.FPDFPage_GetAnnotCount(page))


def drawn(page: Any) -> tuple[tuple[PaintedObject, ...], frozenset[UsedFont]]:
    """The objects that *page* paints, in painting order, and the fonts of its letters."""
    fonts: dict[int | None, UsedFont] = {}
    height = page.get_height()
    return tuple([_drawn(item, height, fonts) for item in _objects(page)]), frozenset(fonts.values())


def _drawn(item: Any, height: float, fonts: dict[int | None, UsedFont]) -> PaintedObject:
    """An object that a page paints. height: of the page, pt.  fonts: of the page by their places in memory, which are added to."""
    a, b, c, d = FLOATS
    raw.FPDFPageObj_GetBounds(item, a, b, c, d)
    box = _box(height, a.value, b.value, c.value, d.value)
    kind = raw.FPDFPageObj_GetType(item)
    if kind == raw.FPDF_PAGEOBJ_TEXT:
        mode = raw.FPDFTextObj_GetTextRenderMode(item)
        filled, stroked = mode == raw.FPDF_TEXTRENDERMODE_FILL, mode == raw.FPDF_TEXTRENDERMODE_STROKE
    elif kind == raw.FPDF_PAGEOBJ_PATH:
        fill, stroke = ctypes.c_int(), ctypes.c_int()
        raw.FPDFPath_GetDrawMode(item, fill, stroke)
        filled, stroked = bool(fill.value), bool(stroke.value)
    else:
        return _image(item, box) if kind == raw.FPDF_PAGEOBJ_IMAGE else PaintedObject("?", box, (), False, False)
    ask = raw.FPDFPageObj_GetFillColor if filled else raw.FPDFPageObj_GetStrokeColor
    red, green, blue, alpha = NUMBERS
    ask(item, red, green, blue, alpha)
    ink = red.value, green.value, blue.value
    unseen = filled == stroked or alpha.value < OPAQUE
    if kind == raw.FPDF_PAGEOBJ_PATH:
        return PaintedObject("path", box, ink, stroked, unseen, _weight(item) if stroked else 0.0)
    matrix, size = raw.FS_MATRIX(), ctypes.c_float()
    raw.FPDFPageObj_GetMatrix(item, matrix)
    raw.FPDFTextObj_GetFontSize(item, size)
    return PaintedObject(
        *("text", box, ink, stroked, unseen),
        x=matrix.e * POINT,
        baseline=(height - matrix.f) * POINT,
        size=matrix.a * size.value,
        turned=abs(matrix.a - matrix.d) > STRAIGHT or abs(matrix.b) > STRAIGHT or abs(matrix.c) > STRAIGHT,
        face=_font(item, fonts)[0],
    )


FLOATS = tuple(ctypes.c_float() for _ in range(4))
NUMBERS = tuple(ctypes.c_uint() for _ in range(4))
"""Where pdfium writes what it is asked; one thread at a time may ask."""


def _weight(item: Any) -> float:
    """The weight in pt in which a path is stroked: that of the graphics state, as large as its matrix makes it."""
    matrix, width = raw.FS_MATRIX(), ctypes.c_float()
    raw.FPDFPageObj_GetMatrix(item, matrix)
    raw.FPDFPageObj_GetStrokeWidth(item, width)
    return float(width.value) * math.sqrt(abs(matrix.a * matrix.d - matrix.b * matrix.c))


def _font(item: Any, fonts: dict[int | None, UsedFont]) -> UsedFont:
    font = raw.FPDFTextObj_GetFont(item)
    key = ctypes.cast(font, ctypes.c_void_p).value
    if key not in fonts:
        name = string(partial(raw.FPDFFont_GetBaseFontName, font), "utf-8")
        fonts[key] = name, raw.FPDFFont_GetIsEmbedded(font) == 1
    return fonts[key]


OPAQUE, STRAIGHT = 255, 0.001


def _image(item: Any, box: Box) -> PaintedObject:
    """A raster image. It is turned when it is mirrored, too."""
    matrix, width, height = raw.FS_MATRIX(), ctypes.c_uint(), ctypes.c_uint()
    raw.FPDFPageObj_GetMatrix(item, matrix)
    raw.FPDFImageObj_GetImagePixelSize(item, width, height)
    size = raw.FPDFImageObj_GetImageDataDecoded(item, None, 0)
    room = ctypes.create_string_buffer(size)
    raw.FPDFImageObj_GetImageDataDecoded(item, room, size)
    upright = min(matrix.a, matrix.d) > 0 and max(abs(matrix.b), abs(matrix.c)) < STRAIGHT
    return PaintedObject("image", box, (), False, False, turned=not upright, dots=(width.value, height.value, room.raw))


def _box(height: float, left: float, bottom: float, right: float, top: float) -> Box:
    """A box in points from the bottom-left of a page of this height, converted to mm from the top-left."""
    return Box(left * POINT, (height - top) * POINT, (right - left) * POINT, (top - bottom) * POINT)


def _objects(page: Any) -> Iterator[Any]:
    return (raw.FPDFPage_GetObject(page, place) for place in range(raw.FPDFPage_CountObjects(page)))


def language(document: Any) -> str:
    """The language that the file names."""
    return string(wide(partial(raw.FPDFCatalog_GetLanguage, document)), "utf-16-le")


def wide(ask: Callable[[Any, int], int]) -> Callable[[Any, int], int]:
    """*ask* with a buffer of characters of two bytes."""
    return lambda room, size: ask(room and ctypes.cast(room, ctypes.POINTER(ctypes.c_ushort)), size)


ROOM = 256
"""Bytes that most strings need at most."""

BUFFER = ctypes.create_string_buffer(ROOM)
"""Where pdfium writes them: one thread reads at a time, see `Readback`."""


def string(ask: Callable[[Any, int], int], encoding: str) -> str:
    """The string that *ask* writes into a buffer, without the terminator. *ask* gives the size that it needs."""
    room = BUFFER
    size = ask(room, ROOM)
    if size > ROOM:
        room = ctypes.create_string_buffer(size)
        ask(room, size)
    return room.raw[:size].decode(encoding, "replace").rstrip("\0")
