"""Pictures of pages as PNG, made of what the read-back saw: who looks at the picture sees what prints."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL.Image import Image

GAP = 0.04
"""Of a page's width, between pages that stand side by side."""

DESK = (200, 200, 200)


def ink(pages: Sequence[Image]) -> float:
    """The share of the paper that black toner covers when *pages* are printed, 0 to 1: their mean darkness in grey."""
    from PIL import ImageStat

    means = [ImageStat.Stat(page.convert("L")).mean[0] for page in pages]
    return 1 - sum(means) / len(means) / 255


def grey(page: Image, dots: int) -> tuple[int, int, bytes]:
    """(width, height, a byte for each dot) of *page* in grey, no wider than *dots* and no higher than half as much again."""
    from PIL import Image as images

    share = min(dots / page.width, dots * 1.5 / page.height)
    size = max(1, round(page.width * share)), max(1, round(page.height * share))
    small = page.convert("L").resize(size, images.Resampling.LANCZOS)
    return *size, small.tobytes()


def png(pages: Sequence[Image]) -> bytes:
    """The pages side by side on a grey desk, one page alone."""
    from PIL import Image as images

    sheet = pages[0]
    if len(pages) > 1:
        gap = round(pages[0].width * GAP)
        width = sum(page.width for page in pages) + gap * (len(pages) + 1)
        sheet = images.new("RGB", (width, max(page.height for page in pages) + 2 * gap), DESK)
        x = gap
        for page in pages:
            sheet.paste(page, (x, gap))
            x += page.width + gap
    out = BytesIO()
    sheet.save(out, "PNG", optimize=False)
    return out.getvalue()
