"""QR codes (ISO/IEC 18004). A library makes the matrix of modules; other rooms decide its size and place."""

from __future__ import annotations

from functools import lru_cache

from ulotki.errors import refused, say
from ulotki.frozen import dataclass

VERSION = 3
SIDE = 29
"""Modules along one side of a version 3 code."""

QUIET = 4
"""Light modules around the code: the quiet zone that ISO/IEC 18004 asks for."""

CAPACITY = {"H": 24, "Q": 32, "M": 42}
"""Bytes that a version 3 code holds at each error correction level, strongest level first (ISO/IEC 18004, table 7)."""


@dataclass(frozen=True, slots=True)
class Symbol:
    """The modules of a QR code. rows: from the top, True is dark; the quiet zone is not included."""

    payload: str
    rows: tuple[tuple[bool, ...], ...]


@lru_cache(maxsize=64)
def symbol(payload: str, mask: int | None) -> Symbol:
    """*payload* as a version 3 code at the strongest error correction level that holds it.

    mask: 0 to 7; None takes the mask with the lowest penalty (ISO/IEC 18004, 7.8).

    Raises Refused when it is too long.
    """
    import qrcode
    from qrcode.constants import ERROR_CORRECT_H, ERROR_CORRECT_M, ERROR_CORRECT_Q

    levels = {"H": ERROR_CORRECT_H, "Q": ERROR_CORRECT_Q, "M": ERROR_CORRECT_M}
    size = len(payload.encode("utf-8"))
    level = next((name for name, room in CAPACITY.items() if size <= room), None)
    if level is None:
        raise refused(
            "code",
            say('"{value}" is too long for a code that old telephones read', value=payload),
            say("a code holds {count} characters at most", count=CAPACITY["M"]),
        )
    code = qrcode.QRCode(version=VERSION, error_correction=levels[level], border=0, mask_pattern=mask)
    code.add_data(payload.encode("utf-8"), optimize=0)
    code.make(fit=False)
    return Symbol(payload, tuple(tuple(bool(dark) for dark in row) for row in code.modules))
