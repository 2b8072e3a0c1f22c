"""Pictures of pages as PNG, made from the read-back of the finished file: the picture shows what will be printed."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO
from typing import TYPE_CHECKING

from ulotki.look.inks import WHITE
from ulotki.look.palettes import PALETTES
from ulotki.paper import added

if TYPE_CHECKING:
    from PIL.Image import Image

GAP = 0.04
"""Gap between pages side by side, as a share of a page's width."""

DESK = (200, 200, 200)


def ink(pages: Sequence[Image]) -> float:
    """The toner coverage of *pages*, 0 to 1: their mean darkness in grey."""
    from PIL import ImageStat

    means = [ImageStat.Stat(page.convert("L")).mean[0] for page in pages]
    return 1 - added(means) / len(means) / 255


def grey(page: Image, dots: int) -> tuple[int, int, bytes]:
    """(width, height, one byte for each pixel) of *page* in grey, at most *dots* wide and one and a half times as high."""
    from PIL import Image as images

    share = min(dots / page.width, dots * 1.5 / page.height)
    size = max(1, round(page.width * share)), max(1, round(page.height * share))
    small = page.convert("L").resize(size, images.Resampling.LANCZOS)
    return *size, small.tobytes()


def small(page: Image) -> tuple[int, int, bytes]:
    """(width, height, PNG) of *page* in few colours: a page has five inks, and shades at the edges of letters."""
    from PIL import Image as images

    few = page.quantize(COLOURS, images.Quantize.FASTOCTREE, dither=images.Dither.NONE)
    shades = few.getpalette() or []
    few.putpalette([part for place in range(0, len(shades), 3) for part in _inked(shades[place : place + 3])])
    return page.width, page.height, _packed(few)


COLOURS = 32


def _inked(shade: Sequence[int]) -> Sequence[int]:
    """The ink that *shade* is except for rounding, or *shade*: a colour of an octree is the mean of several."""
    return next((ink for ink in INKS if all(abs(a - b) <= ROUNDED for a, b in zip(ink, shade, strict=True))), shade)


INKS = {WHITE.rgb, *(ink.rgb for palette in PALETTES.values() for ink in palette.inks)}

ROUNDED = 4
"""Of 255: what a mean of the shades of an ink may differ from it."""


def png(pages: Sequence[Image]) -> bytes:
    """A PNG of *pages*: several stand side by side on a grey ground, a single one fills the picture. Grey when they are."""
    return _packed(_plain(_beside(pages)))


def thumbnail(pages: Sequence[Image]) -> bytes:
    """`png` for a page of many pictures: grey pages in few shades, which the eye cannot tell apart at this size."""
    sheet = _plain(_beside(pages))
    return _packed(sheet.point(SHADES) if sheet.mode == "L" else sheet)


SHADES = [round(shade / 17) * 17 for shade in range(256)]
"""The nearest of sixteen shades."""


def _plain(picture: Image) -> Image:
    from PIL import ImageChops

    red, green, blue = picture.split()
    grey = not ImageChops.difference(red, green).getbbox() and not ImageChops.difference(green, blue).getbbox()
    return red if grey else picture


def _packed(picture: Image) -> bytes:
    out = BytesIO()
    picture.save(out, "PNG", optimize=False)
    return out.getvalue()


def quick(pages: Sequence[Image], share: float = 1.0) -> bytes:
    """`png` in a hurry, for a screen: a larger file. share: of the height that is shown, from the top."""
    sheet = _beside(pages)
    out = BytesIO()
    sheet.crop((0, 0, sheet.width, round(sheet.height * share))).save(out, "PNG", compress_level=1)
    return out.getvalue()


BEYOND = (150, 38, 13)
"""The colour of what is too much, as the page has it for faults."""


def beyond(page: Image, width: int, height: int, label: str) -> Image:
    """*page* with what lies beyond the first *width* × *height* dots tinted, and the edge of the paper drawn.

    label: how much that is, written into the corner beyond the paper.
    """
    from PIL import Image as images
    from PIL import ImageDraw, ImageFont

    page = page.convert("RGB")
    tinted = images.blend(page, images.new("RGB", page.size, BEYOND), 0.35)
    tinted.paste(page.crop((0, 0, width, height)), (0, 0))
    edge = (0, 0, min(width, page.width - 1), min(height, page.height - 1))
    pen = ImageDraw.Draw(tinted)
    pen.rectangle(edge, outline=BEYOND, width=3)
    corner, font = (page.width - 1, page.height - 1), ImageFont.load_default(page.width / 20)
    left, top, right, bottom = pen.textbbox(corner, label, font, anchor="rd")
    room = round(page.width / 80)
    pen.rectangle((left - 2 * room, top - 2 * room, right, bottom), fill=BEYOND)
    pen.text((corner[0] - room, corner[1] - room), label, (255, 255, 255), font, anchor="rd")
    return tinted


def _beside(pages: Sequence[Image]) -> Image:
    from PIL import Image as images

    sheet = pages[0]
    if len(pages) > 1:
        gap = round(pages[0].width * GAP)
        width = sum(page.width for page in pages) + gap * (len(pages) + 1)
        ground = DESK if sheet.mode == "RGB" else DESK[0]
        sheet = images.new(sheet.mode, (width, max(page.height for page in pages) + 2 * gap), ground)
        x = gap
        for page in pages:
            sheet.paste(page, (x, gap))
            x += page.width + gap
    return sheet
