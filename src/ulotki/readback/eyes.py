"""Compares two pictures of a page: the finished page as pdfium shows it, and the ordered page drawn a second time.

Other modules compare what a file says of its letters; this one compares shapes. It finds two digits exchanged in an
embedded font, a replaced pictogram, another corner, a mirrored or damaged code, words that were made white. The
thresholds were measured (docs/decisions/0031).
"""

from __future__ import annotations

import ctypes
import math
from collections.abc import Collection, Iterable, Iterator
from typing import Any

import pypdfium2
from PIL import Image, ImageChops
from pypdfium2 import raw

from ulotki.errors import Say, say
from ulotki.page.items import Box, Line, Page, Stroke, Trace, named
from ulotki.page.purpose import Purpose
from ulotki.page.structure import rasters, traces
from ulotki.page.walking import walk
from ulotki.readback.redrawn import blanked, redrawn

DPI = 75
"""Resolution of both pictures, pixels to the inch."""

FINE = 40.0
"""Largest mean difference of 2 × 2 pixels, of 255; correct pages stay under 19."""

WIDE = 12.0
"""Largest mean difference of 8 × 8 pixels, of 255; correct pages stay under 8."""

DOTS_AN_EM = 50.5
"""Below 50 pixels to the em pdfium places letters at whole pixels, unless they are outlined too."""

MOST = 5
"""How many times wider than high a page is drawn for its lines, at most."""

ASKEW = 1e-4
"""Slight rotation of the page: without it pdfium moves upright rectangles to whole pixels."""


def unlike(number: int, page: Page, shown: Any, purpose: Purpose, settled: Collection[int] = ()) -> Iterator[Say]:
    """The largest visible difference on *page*, if any. shown: the page of pdfium.  number: of the page, from 1.

    settled: the places, in drawing order, of items that are left out of both pictures. Nobody looks at what is left of a page
    of which every item is settled: `painted` has found before that it paints no more than these.
    """
    if len(settled) == len(traces(page)):
        return
    size = math.ceil(page.width * DPI / 25.4), math.ceil(page.height * DPI / 25.4)
    part = _part(page, size, settled)
    drawn = redrawn(page, purpose, size, settled).crop(part)
    place = _worst(ImageChops.difference(drawn, _shown(page, shown, size, settled, part)), FINE)
    if place is None:
        return
    x, y = (part[0] + place[0]) * page.width / size[0], (part[1] + place[1]) * page.height / size[1]
    spot = Box(x - SPOT / 2, y - SPOT / 2, SPOT, SPOT)
    near = [item for item, _ in walk(page.items) if item.box.meets(spot)]
    item = min(near, key=lambda one: one.box.width * one.box.height, default=None)  # rather a letter than its panel
    if item is None:
        yield say("page {page} shows more than was ordered", page=number)
    else:
        yield say("page {page}: {what} does not look as ordered", page=number, what=named(item))


SPOT = 1.0
"""Radius around the worst pixel in which the wrong item is searched, mm."""


def _worst(difference: Image.Image, fine: float) -> tuple[float, float] | None:
    """(x, y) in pixels of the largest difference above a limit, None when there is none."""
    above = ImageChops.subtract(difference, Image.new("L", difference.size, int(fine))).getbbox()
    if above:  # the mean of four pixels is above the limit only where one of them is
        left, top = above[0] - 1, above[1] - 1
        part = difference.crop((left, top, above[2] + 1, above[3] + 1))
        pairs = ImageChops.add(part, ImageChops.offset(part, -1, 0), 2)
        fours = ImageChops.add(pairs, ImageChops.offset(pairs, 0, -1), 2)
        if (most := _greatest(fours)) > fine:
            x, y = _place(fours, most, 1)
            return left + x, top + y
    blocks = difference.reduce(8)
    return _place(blocks, most, 8) if (most := _greatest(blocks)) > WIDE else None


def _greatest(image: Image.Image) -> int:
    """The value of the lightest pixel of a grey image, 0 to 255."""
    most = image.getextrema()[1]
    assert isinstance(most, int)
    return most


def _place(image: Image.Image, value: int, side: int) -> tuple[float, float]:
    """The centre of the first pixel of *image* with *value*, in pixels that are *side* times as small."""
    box = image.point(lambda dot: 255 if dot >= value else 0).getbbox() or (0, 0, 0, 0)
    row = image.crop((0, box[1], image.width, box[1] + 1)).point(lambda dot: 255 if dot >= value else 0).getbbox()
    return ((row or box)[0] + 0.5) * side, (box[1] + 0.5) * side


Pixels = tuple[int, int, int, int]
"""Left, top, right and lower side of a part of a picture."""


def _part(page: Page, size: tuple[int, int], settled: Collection[int]) -> Pixels:
    """The part of a page, in whole blocks of 8 pixels, with all that is not *settled*: `painted` has found that it reaches no
    further. All of a page of which nothing is settled, that is turned, or has raster images.
    """
    if not settled or page.turned or rasters(page):
        return 0, 0, *size
    boxes = [item.box.inset(-BESIDE, -BESIDE) for place, item in enumerate(traces(page)) if place not in settled]
    across, down = size[0] / page.width / 8, size[1] / page.height / 8
    left, top = int(min(box.x for box in boxes) * across) * 8, int(min(box.y for box in boxes) * down) * 8
    right, bottom = max(box.right for box in boxes) * across, max(box.bottom for box in boxes) * down
    return max(left, 0), max(top, 0), min(math.ceil(right) * 8, size[0]), min(math.ceil(bottom) * 8, size[1])


BESIDE = 2.0
"""mm around an item that are looked at with it: letters and corners of lines reach out of their boxes."""


def _shown(page: Page, shown: Any, size: tuple[int, int], settled: Collection[int], part: Pixels) -> Image.Image:
    """A part of a page as pdfium shows it, in grey. size: of the page, pixels. Raster images are left white; their bytes are
    compared elsewhere.

    Nobody asks *shown* afterwards: what is *settled* is gone from it, and letters may be outlined.
    """
    for place in settled:
        raw.FPDFPageObj_SetIsActive(raw.FPDFPage_GetObject(shown, place), False)
    wider, outlined = _wider(item for place, item in enumerate(traces(page)) if place not in settled)
    if outlined:
        _outline_letters(shown)
    left, top, right, bottom = part
    width, height = (right - left) * wider, bottom - top
    bitmap = pypdfium2.PdfBitmap.new_native(width, height, raw.FPDFBitmap_Gray)
    bitmap.fill_rect((255, 255, 255, 255), 0, 0, width, height)
    points = shown.get_size()
    scale = size[0] * wider / points[0], size[1] / points[1]
    matrix = raw.FS_MATRIX(scale[0], ASKEW, 0.0, scale[1], -left * wider, -top - ASKEW * points[0] / 2)
    clip = raw.FS_RECTF(0.0, 0.0, float(width), float(height))
    raw.FPDF_RenderPageBitmapWithMatrix(bitmap, shown, ctypes.byref(matrix), ctypes.byref(clip), raw.FPDF_GRAYSCALE)
    image: Image.Image = bitmap.to_pil()
    if wider > 1:
        image = image.reduce((wider, 1))
    if page.turned:
        image = image.transpose(Image.Transpose.ROTATE_180)
    return blanked(image, page)


def _wider(drawn: Iterable[Trace]) -> tuple[int, bool]:
    """How many times wider than high a page of these items is drawn, and whether its letters are outlined.

    pdfium draws no line thinner than a pixel, across and down taken together: 2 / (times + 1) of ours. Letters are
    outlined where they ask for much more than lines.
    """
    items = [*drawn]
    thinnest = min((item.weight for item in items if isinstance(item, Stroke)), default=math.inf) * DPI / 72
    lines = min(MOST, max(1, math.ceil(2 / thinnest - 1)))
    least = min((item.size for item in items if isinstance(item, Line)), default=DOTS_AN_EM)
    letters = math.ceil(DOTS_AN_EM * 72 / (DPI * least))
    return (lines, True) if letters > lines + 1 else (max(lines, letters), False)


def _outline_letters(shown: Any) -> None:
    """Have pdfium draw the letters of a page as shapes where they stand: filled, and outlined in an ink that covers nothing.

    `painted` has compared before how each of them is drawn.
    """
    for place in range(raw.FPDFPage_CountObjects(shown)):
        item = raw.FPDFPage_GetObject(shown, place)
        kind = raw.FPDFPageObj_GetType(item)
        if kind == raw.FPDF_PAGEOBJ_TEXT and raw.FPDFTextObj_GetTextRenderMode(item) == raw.FPDF_TEXTRENDERMODE_FILL:
            raw.FPDFPageObj_SetStrokeColor(item, 0, 0, 0, 0)
            raw.FPDFTextObj_SetTextRenderMode(item, raw.FPDF_TEXTRENDERMODE_FILL_STROKE)
