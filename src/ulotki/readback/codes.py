"""Decodes an ordered QR code as a camera does. `eyes` checks that the file shows its modules in their places."""

from __future__ import annotations

from functools import lru_cache

from ulotki.errors import Refused
from ulotki.qr import QUIET, symbol

DOTS = 4
"""Side of a module in the picture that is decoded, pixels."""

MASKS = range(8)
"""ISO/IEC 18004, 7.8.2."""


@lru_cache(maxsize=256)
def reads(rows: tuple[tuple[bool, ...], ...], payload: str) -> bool:
    """Whether the modules *rows* hold *payload*, and every one of them is right.

    A second library decodes them, and they must equal, module for module, the code of that payload with one of the masks.
    So the whole error correction is left for folded or stained paper.
    """
    return _decoded(rows) == payload and any(rows == _rows(payload, mask) for mask in MASKS)


def _rows(payload: str, mask: int) -> tuple[tuple[bool, ...], ...]:
    try:
        return symbol(payload, mask).rows
    except Refused:
        return ()


def _decoded(rows: tuple[tuple[bool, ...], ...]) -> str | None:
    """The payload that a camera reads, None when it reads no code or more than one."""
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
