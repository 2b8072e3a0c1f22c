"""How PDF writes values down (ISO 32000-1, 7.3)."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Mapping
from functools import lru_cache

from ulotki.page.items import Box
from ulotki.paper import POINT


def listed(parts: Iterable[bytes]) -> bytes:
    """An array."""
    return b"[%b]" % b" ".join(parts)


def table(entries: Mapping[str, bytes]) -> bytes:
    """A dictionary, without the entries that are empty."""
    return b"<< %b >>" % b" ".join([b"/%b %b" % (name.encode(), value) for name, value in entries.items() if value])


def packed(data: bytes, more: bytes = b"", level: int = 9) -> bytes:
    """A compressed stream, with an end of line before `endstream` (ISO 19005-2, 6.1.7.1). level: of zlib.

    The end of line has two bytes. A reader removes one end of line, and the last byte of the data may look like half of
    one.
    """
    small = zlib.compress(data, level)
    return b"<< /Filter /FlateDecode /Length %d%s >>\nstream\n%s\r\nendstream" % (len(small), more, small)


def string(text: str) -> bytes:
    """*text* as a literal string: in ASCII where that will do, else in UTF-16 (7.9.2.2)."""
    data = text.encode() if text.isascii() else b"\xfe\xff" + text.encode("utf-16-be")
    for sign in (b"\\", b"(", b")"):
        data = data.replace(sign, b"\\" + sign)
    return b"(" + data.replace(b"\r", b"\\r") + b")"


def corners(box: Box, height: float, places: int = 3) -> bytes:
    """*box* on a page of that *height* in points from the bottom-left: left, bottom, right, top."""
    sides = (box.x, height - box.bottom, box.right, height - box.y)
    return b" ".join([number(side / POINT, places).encode() for side in sides])


@lru_cache(maxsize=8_000)
def number(value: float, places: int = 3) -> str:
    """A number in PDF syntax, without an exponent. A thousandth of a mm or pt is finer than any printer."""
    text = f"{value:.{places}f}".rstrip("0").rstrip(".")
    return "0" if text in ("-0", "") else text
