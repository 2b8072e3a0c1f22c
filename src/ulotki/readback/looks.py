"""What decides how a page of a PDF looks, as one digest, and which such pages were found to be as ordered.

Packs of many places hold the same pages again and again. A page whose object, streams, fonts and boxes are byte for byte
those of one that was compared with the same ordered page, in this run, is not compared a second time. What lies outside
of the page is compared for every file: structure, metadata, bookmarks, the file as a whole.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from ulotki.page.items import Page
from ulotki.page.purpose import Purpose
from ulotki.readback.recent import Recent

if TYPE_CHECKING:
    import pikepdf

INHERITED = ("/Resources", "/MediaBox", "/CropBox", "/Rotate")
"""Entries that a page takes from the tree of pages when it has none of its own (ISO 32000-1, table 30)."""

ELSEWHERE = ("/Parent", "/StructParents")
"""Entries of a page that lead out of it: the tree of pages, and its place among what is read aloud."""


def digest(page: pikepdf.Object, known: dict[tuple[int, int], bytes] | None = None) -> bytes:
    """The SHA-256 of a page object and of all that it refers to; numbers of objects do not count.

    known: digests of other objects of the same file, which is added to.
    """
    entries = {name: value for name, value in page.items() if name not in ELSEWHERE}
    parent = page.get("/Parent")
    while parent is not None:
        for name in INHERITED:
            if name in parent:
                entries.setdefault(name, parent[name])
        parent = parent.get("/Parent")
    return _Digests({} if known is None else known, page.objgen).table(entries)


class _Digests:
    """Digests of objects, each worked out once. An object that leads back to itself is named by its distance."""

    def __init__(self, known: dict[tuple[int, int], bytes], page: tuple[int, int]) -> None:
        self.known, self.path, self.highest = known, [page], 1

    def table(self, entries: Mapping[str, Any]) -> bytes:
        """The digest of a dictionary."""
        whole = hashlib.sha256(b"<<")
        for name in sorted(entries):
            part = self._of(entries[name])
            whole.update(b"%s %d %s" % (name.encode(), len(part), part))
        return whole.digest()

    def _of(self, value: Any) -> bytes:
        import pikepdf

        if not isinstance(value, pikepdf.Object):
            return repr(value).encode()
        if not value.is_indirect:
            return self._direct(value)
        name = value.objgen
        if name in self.known:
            return self.known[name]
        if name in self.path:
            place = self.path.index(name)
            self.highest = min(self.highest, place)
            return b"back %d" % (len(self.path) - place)
        self.path.append(name)
        above, self.highest = self.highest, len(self.path)
        found = self._direct(value)
        self.path.pop()
        if self.highest >= len(self.path):  # it leads to nothing above itself
            self.known[name] = found
        self.highest = min(above, self.highest)
        return found

    def _direct(self, value: Any) -> bytes:
        import pikepdf

        match value:
            case pikepdf.Stream():
                table, data = self.table(dict(value.stream_dict.items())), value.read_raw_bytes()
                return hashlib.sha256(b"stream %s %s" % (table, data)).digest()
            case pikepdf.Dictionary():
                return self.table(dict(value.items()))
            case pikepdf.Array():
                written = value.unparse()
                if b" R" not in written:
                    return hashlib.sha256(written).digest()
                parts = [self._of(part) for part in value]
                return hashlib.sha256(b"[" + b"".join(b"%d %s" % (len(part), part) for part in parts)).digest()
            case _:
                return bytes(value.unparse())


class Known:
    """Pages that are as ordered. Only the last are kept."""

    MOST = 200

    def __init__(self) -> None:
        self._found: Recent[object, Page] = Recent(self.MOST)

    def holds(self, look: bytes, page: Page, purpose: Purpose, links: Mapping[str, str]) -> bool:
        """Whether a page of this digest was found to be as this ordered page, drawn for this purpose with these links."""
        known = self._found.get(_key(look, purpose, links))
        return known is page or (known is not None and known == page)

    def add(self, look: bytes, page: Page, purpose: Purpose, links: Mapping[str, str]) -> None:
        """Remember it."""
        self._found[_key(look, purpose, links)] = page


def _key(look: bytes, purpose: Purpose, links: Mapping[str, str]) -> object:
    return look, purpose, frozenset(links.items()) if purpose.tagged else None
