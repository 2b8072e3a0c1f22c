"""What decides how a page of a PDF looks, as one digest, and which such pages were found to look as ordered.

Packs of many places hold the same pages again and again. A page whose object, streams, fonts and boxes are byte for byte
those of one that was compared with the same ordered page, in this run, is not drawn and compared a second time. All other
comparisons are made for every file.
"""

from __future__ import annotations

import hashlib
from collections import OrderedDict
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from ulotki.page.items import Page
from ulotki.page.purpose import Purpose

if TYPE_CHECKING:
    import pikepdf

INHERITED = ("/Resources", "/MediaBox", "/CropBox", "/Rotate")
"""Entries that a page takes from the tree of pages when it has none of its own (ISO 32000-1, table 30)."""

Key = tuple[bytes, int, Purpose]


def digest(page: pikepdf.Object) -> bytes:
    """The SHA-256 of a page object and of all that it refers to, the tree of pages apart; numbers of objects do not count."""
    whole = hashlib.sha256()
    numbers: dict[tuple[int, int], int] = {page.objgen: 0}
    for part in _entries(page, numbers, tree=True):
        whole.update(b"%d " % len(part))
        whole.update(part)
    return whole.digest()


def _entries(table: Any, numbers: dict[tuple[int, int], int], *, tree: bool = False) -> Iterator[bytes]:
    """The entries of a dictionary. tree: it is a page, so its parent only gives it what it inherits."""
    entries = dict(table.items())
    if tree:
        parent = entries.pop("/Parent", None)
        entries.pop("/StructParents", None)  # the key of the page in a table of what is read aloud
        while parent is not None:
            for name in INHERITED:
                if name in parent:
                    entries.setdefault(name, parent[name])
            parent = parent.get("/Parent")
    for name in sorted(entries):
        yield name.encode()
        yield from _parts(entries[name], numbers)
    yield b">>"


def _parts(value: Any, numbers: dict[tuple[int, int], int]) -> Iterator[bytes]:
    import pikepdf

    if isinstance(value, pikepdf.Object) and value.is_indirect:
        if value.objgen in numbers:
            yield b"again %d" % numbers[value.objgen]
            return
        numbers[value.objgen] = len(numbers)
    match value:
        case pikepdf.Stream():
            yield b"stream"
            yield from _entries(value.stream_dict, numbers)
            yield value.read_raw_bytes()
        case pikepdf.Dictionary():
            yield b"<<"
            yield from _entries(value, numbers)
        case pikepdf.Array():
            yield b"["
            for item in value:
                yield from _parts(item, numbers)
            yield b"]"
        case pikepdf.Object():
            yield value.unparse()
        case _:
            yield repr(value).encode()


class Known:
    """Pages that look as ordered. Only the last are kept, so a long run needs no more memory than a short one."""

    MOST = 200

    def __init__(self) -> None:
        self._found: OrderedDict[Key, Page] = OrderedDict()

    def __contains__(self, asked: tuple[bytes, Page, Purpose]) -> bool:
        """Whether a page of this digest was found to look as this ordered page does, drawn for this purpose."""
        look, page, purpose = asked
        return self._found.get((look, id(page), purpose)) is page

    def add(self, look: bytes, page: Page, purpose: Purpose) -> None:
        """Remember it. The ordered page is kept, so that no other one can get its id."""
        self._found[look, id(page), purpose] = page
        if len(self._found) > self.MOST:
            self._found.popitem(last=False)
