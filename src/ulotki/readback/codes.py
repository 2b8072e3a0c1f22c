"""What a camera reads in an ordered code. That the file shows those modules, each where it belongs, is for `eyes`."""

from __future__ import annotations

from functools import lru_cache

from ulotki.errors import Refused
from ulotki.qr import QUIET, symbol

DOTS = 4
"""Of a module in the picture that is decoded."""

MASKS = range(8)
"""ISO/IEC 18004, 7.8.2."""


@lru_cache(maxsize=256)
def reads(rows: tuple[tuple[bool, ...], ...], payload: str) -> bool:
    """Whether the modules *rows* lead to *payload*, and none of them is spoilt.

    A second library decodes them; and they are, module for module, a code of that payload in one of the masks, so no
    error correction is used up before paper is folded or stained.
    """
    return _decoded(rows) == payload and any(rows == _rows(payload, mask) for mask in MASKS)


def _rows(payload: str, mask: int) -> tuple[tuple[bool, ...], ...]:
    try:
        return symbol(payload, mask).rows
    except Refused:
        return ()


def _decoded(rows: tuple[tuple[bool, ...], ...]) -> str | None:
    """What a camera reads, None when it reads nothing or more than one code."""
    import zxingcpp
    from PIL import Image

    side = len(rows)
    dots = bytes(0 if dark else 255 for row in rows for dark in row)
    rim = QUIET * DOTS
    picture = Image.new("L", (side * DOTS + 2 * rim, side * DOTS + 2 * rim), 255)
    scaled = Image.frombytes("L", (side, side), dots).resize((side * DOTS, side * DOTS), Image.Resampling.NEAREST)
    picture.paste(scaled, (rim, rim))
    found = zxingcpp.read_barcodes(picture, text_mode=zxingcpp.TextMode.Plain)
    return found[0].text if len(found) == 1 and found[0].format.name == "QRCode" else None
