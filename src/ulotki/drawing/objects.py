"""PDF objects, and the file that they make (ISO 32000-1, 7.3 and 7.5)."""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Iterable, Mapping
from functools import lru_cache

Reference = bytes
"""What stands for an object in others, such as b"7 0 R"."""


class File:
    """A PDF in the making: its objects, by their references. version: of PDF."""

    def __init__(self, version: tuple[int, int]) -> None:
        self.version = version
        self._objects: dict[Reference, bytes] = {}
        self._known: dict[bytes, Reference] = {}

    def ahead(self) -> Reference:
        """A reference to an object that is put later."""
        return self.add(b"null")

    def put(self, reference: Reference, body: bytes) -> None:
        """The object of a reference that was given ahead."""
        self._objects[reference] = body

    def add(self, body: bytes) -> Reference:
        """A reference to a new object."""
        reference = b"%d 0 R" % (len(self._objects) + 1)
        self._objects[reference] = body
        return reference

    def once(self, body: bytes) -> Reference:
        """A reference to the object *body*, which the file has once however often it is asked for here."""
        known = self._known.get(body)
        if known is None:
            self._known[body] = known = self.add(body)
        return known

    def saved(self, catalog: Reference, information: Reference) -> bytes:
        """The bytes of the file: header, objects, cross-reference table, trailer. Its ID is a digest of the objects."""
        parts = [b"%%PDF-%d.%d\n%%\xe2\xe3\xcf\xd3\n" % self.version]
        places, end = [], len(parts[0])
        for number, body in enumerate(self._objects.values(), 1):
            places.append(end)
            parts.append(b"%d 0 obj\n%b\nendobj\n" % (number, body))
            end += len(parts[-1])
        whole, size = b"".join(parts), len(places) + 1
        name = hashlib.sha256(whole).hexdigest()[:32].encode()
        table = b"".join([b"%010d 00000 n \n" % place for place in places])
        trailer = b"<< /Size %d /Root %b /Info %b /ID [<%b> <%b>] >>" % (size, catalog, information, name, name)
        return b"%bxref\n0 %d\n0000000000 65535 f \n%btrailer\n%b\nstartxref\n%d\n%%%%EOF\n" % (
            *(whole, size, table, trailer),
            end,
        )


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


@lru_cache(maxsize=8_000)
def number(value: float, places: int = 3) -> str:
    """A number in PDF syntax, without an exponent. A thousandth of a mm or pt is finer than any printer."""
    text = f"{value:.{places}f}".rstrip("0").rstrip(".")
    return "0" if text in ("-0", "") else text
