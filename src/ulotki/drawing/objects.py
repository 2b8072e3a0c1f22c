"""PDF objects that this program formats itself: arrays, streams, strings, numbers (ISO 32000-1, 7.3)."""

from __future__ import annotations

import zlib
from collections.abc import Iterable
from functools import lru_cache
from typing import Any

from ulotki.drawing.engine import pdfdoc

Part = bytes | Any
"""Bytes that are written unchanged, or a reference that `Document.Reference` returned."""


class Raw(pdfdoc.PDFObject):  # type: ignore[misc]
    """An object written part by part: bytes, and references whose numbers are known when the file is saved."""

    __RefOnly__ = 1

    def __init__(self, *parts: Part) -> None:
        self.parts = parts

    def format(self, document: Any) -> bytes:
        """The bytes of the object in the file."""
        return b"".join(part if isinstance(part, bytes) else part.format(document) for part in self.parts)


def listed(parts: Iterable[Part]) -> tuple[Part, ...]:
    """An array of *parts*, to be put into a `Raw`."""
    inner = [piece for part in parts for piece in (b" ", part)][1:]
    return (b"[", *inner, b"]")


def packed(data: bytes, more: bytes = b"") -> bytes:
    """A compressed stream, with an end of line before `endstream` (ISO 19005-2, 6.1.7.1).

    The end of line has two bytes. A reader removes one end of line, and the last byte of the data may look like half of
    one.
    """
    small = zlib.compress(data, 9)
    return b"<< /Filter /FlateDecode /Length %d%s >>\nstream\n%s\r\nendstream" % (len(small), more, small)


def string(text: str) -> bytes:
    """*text* as a literal string: in ASCII where that will do, else in UTF-16 (7.9.2.2)."""
    data = text.encode() if text.isascii() else b"\xfe\xff" + text.encode("utf-16-be")
    for sign in (b"\\", b"(", b")"):
        data = data.replace(sign, b"\\" + sign)
    return b"(" + data.replace(b"\r", b"\\r") + b")"


@lru_cache(maxsize=8_000)
def number(value: float, places: int = 3) -> str:
    """A number in PDF syntax, without an exponent. A thousandth of a mm or pt is finer than any printer."""
    text = f"{value:.{places}f}".rstrip("0").rstrip(".")
    return "0" if text in ("-0", "") else text
