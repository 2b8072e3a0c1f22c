"""Draws an ordered page a second time, with HarfBuzz's rasteriser, to compare it with the picture that pdfium makes.

It does not use `drawing`: letters come from the vendored faces at the ordered advances, shapes come from the items.
"""

from __future__ import annotations

from collections.abc import Collection
from functools import cache, lru_cache
from typing import assert_never

import uharfbuzz as hb
from PIL import Image

from ulotki.frozen import dataclass
from ulotki.installed import shipped
from ulotki.look.inks import BLACK, Ink
from ulotki.look.paths import Path
from ulotki.look.vendored import genuine
from ulotki.page.items import Code, Fill, Line, Page, Picture, Raster, Stroke, Trace
from ulotki.page.purpose import Purpose
from ulotki.page.structure import rasters, traces
from ulotki.paper import POINT
from ulotki.readback.shapes import Outline, filled, lined

WHITE, FULL = 255, 255


@dataclass(frozen=True, slots=True)
class Canvas:
    """A picture that is being drawn. across, down: pixels to the mm.  image: grey, white where nothing is drawn yet."""

    image: Image.Image
    across: float
    down: float

    def paint(self, shape: Shape | None, grey: int) -> None:
        """Paint a shape in *grey*."""
        if shape is not None:
            self.image.paste(grey, (shape.x, self.image.height - shape.top), shape.mask)

    def outline(self, found: Outline, grey: int, x: float = 0.0, y: float = 0.0) -> None:
        """Paint an outline with its origin at x, y mm."""
        across, down = self.across, self.down
        matrix = (found.scale * across, found.scale * down, (x + found.left) * across, self.image.height - y * down)
        self.paint(_placed(found, *matrix), grey)


@dataclass(frozen=True, slots=True, eq=False)
class Shape:
    """The pixels that something covers, 0 to 255. x: of the left side.  top: of the upper side, from the bottom."""

    mask: Image.Image
    x: int
    top: int


def covered(raster: hb.RasterDraw) -> Shape | None:
    """What the glyphs that *raster* collected cover, None for nothing."""
    found = raster.render()
    if found is None or not found.extents.width or not found.extents.height:
        return None
    box = found.extents
    mask = Image.frombytes("L", (box.width, box.height), found.buffer, "raw", "L", box.stride, -1)
    return Shape(mask, box.x_origin, box.y_origin + box.height)


@lru_cache(maxsize=256)
def _placed(found: Outline, wide: float, high: float, x: float, y: float) -> Shape | None:
    """What an outline covers. wide, high: pixels of one unit.  x, y: of its origin, pixels from the bottom-left."""
    raster = hb.RasterDraw()
    raster.transform = (wide, 0.0, 0.0, high, x, y)
    raster.draw_glyph(found.font, 0)
    return covered(raster)


def redrawn(page: Page, purpose: Purpose, size: tuple[int, int], without: Collection[int] = ()) -> Image.Image:
    """*page* as a grey picture. size: width and height in pixels.  without: places of items that are left out."""
    canvas = Canvas(Image.new("L", size, WHITE), size[0] / page.width, size[1] / page.height)
    for place, trace in enumerate(traces(page)):
        if place not in without:
            _draw(canvas, trace, purpose)
    return blanked(canvas.image, page)


def _draw(canvas: Canvas, item: Trace, purpose: Purpose) -> None:
    match item:
        case Line():
            shape = _written(item, canvas.across, canvas.down, canvas.image.height)
            canvas.paint(shape, grey(item.ink, purpose, words=True))
        case Fill():
            canvas.outline(filled(item.path), grey(item.ink, purpose))
        case Stroke():
            canvas.outline(lined(item.path, item.weight * POINT, item.dash), grey(item.ink, purpose))
        case Picture():
            box = item.box
            canvas.outline(filled(item.commands, box.width, box.height), grey(item.ink, purpose), box.x, box.y)
        case Code():
            side = item.module * len(item.rows)
            canvas.outline(filled(_modules(item.rows), side, side), grey(BLACK, purpose), item.x, item.y)
        case Raster():
            pass  # a picture is left white here: its bytes are compared elsewhere
        case _:
            assert_never(item)


def blanked(image: Image.Image, page: Page) -> Image.Image:
    """*image* of *page* with its raster images and the pixels beside them painted white."""
    across, down = image.width / page.width, image.height / page.height
    for item in rasters(page):
        box = item.box
        left, top = int(box.x * across) - 1, int(box.y * down) - 1
        image.paste(WHITE, (left, top, int(box.right * across) + 2, int(box.bottom * down) + 2))
    return image


@lru_cache(maxsize=64)
def _modules(rows: tuple[tuple[bool, ...], ...]) -> Path:
    """The dark modules of a code in the unit square, one rectangle for each run in a row."""
    side = len(rows)
    commands: list[tuple[str, tuple[float, ...]]] = []
    for y, row in enumerate(rows):
        x = 0
        while x < side:
            right = x
            while right < side and row[right]:
                right += 1
            if right > x:
                corners = ((x, y), (right, y), (right, y + 1), (x, y + 1))
                commands += [("ML"[place > 0], (a / side, b / side)) for place, (a, b) in enumerate(corners)]
                commands.append(("Z", ()))
            x = max(right, x + 1)
    return Path(commands)


@lru_cache(maxsize=500)
def _written(line: Line, across: float, down: float, height: int) -> Shape | None:
    """What the letters of a line cover, each at its ordered position. across, down: pixels to the mm.  height: of the page."""
    font, units, glyphs = _face(line.face)
    em = line.size * POINT
    wide, high, step = em / units * across, em / units * down, em / 1000 * across
    x, y = line.x * across, height - line.baseline * down
    raster = hb.RasterDraw()
    for sign, advance in zip(line.text, line.advances, strict=True):
        if not sign.isspace():
            raster.transform = (wide, 0.0, 0.0, high, x, y)
            raster.draw_glyph(font, glyphs.get(ord(sign), 0))
        x += advance * step
    return covered(raster)


@cache
def _face(name: str) -> tuple[hb.Font, int, dict[int, int]]:
    """(font, units per em, glyph of each letter) of a vendored face."""
    file = f"fonts/{name}.ttf"
    face = hb.Face(genuine(file, shipped(file)))
    font = hb.Font(face)
    return font, face.upem, {sign: font.get_nominal_glyph(sign) for sign in face.unicodes}


def grey(ink: Ink, purpose: Purpose, *, words: bool = False) -> int:
    """The grey value in which pdfium shows *ink*, 0 black to 255 white."""
    red, green, blue = shade(ink, purpose, words=words)
    return (30 * red + 59 * green + 11 * blue) // 100


def shade(ink: Ink, purpose: Purpose, *, words: bool = False) -> tuple[int, int, int]:
    """The red, green and blue, 0 to 255, in which pdfium shows *ink*. words: for a print shop letters are black alone."""
    colour = purpose.colour(ink, words=words)
    match len(colour):
        case 1:
            return (round(colour[0] * FULL),) * 3
        case 3:
            red, green, blue = (round(part * FULL) for part in colour)
            return red, green, blue
        case _:
            return PRESSED[colour]


PRESSED: dict[tuple[float, ...], tuple[int, int, int]] = {
    (0.0, 0.0, 0.0, 1.0): (35, 31, 32),
    (1.0, 1.0, 1.0, 1.0): (0, 0, 0),
    (0.0, 0.0, 0.0, 0.0): (255, 255, 255),
    (1.0, 0.85, 0.35, 0.35): (17, 45, 86),
    (0.0, 0.17, 1.0, 0.0): (254, 208, 6),
    (0.06, 0.03, 0.0, 0.0): (237, 242, 249),
}
"""The colours in which pdfium shows CMYK inks; a test compares each with pdfium."""
