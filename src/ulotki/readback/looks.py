"""What decides how a page of a PDF looks, as one digest, and which such pages were found to be as ordered.

Packs of many places hold the same pages again and again. A page is not compared a second time in a run when it paints the
same, with letters of the same widths from the same faces, in the same boxes, as one that was compared with the same ordered
items. `faces` compares the outlines behind those letters in every file. What lies outside of the page is compared for
every file too: structure, metadata, bookmarks, the file as a whole.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from ulotki.page.items import Page
from ulotki.page.purpose import Purpose
from ulotki.page.structure import runs, structure
from ulotki.readback.file import inherited, letters_of
from ulotki.readback.painting import painting
from ulotki.readback.recent import Recent

if TYPE_CHECKING:
    import pikepdf

INHERITED = ("/MediaBox", "/CropBox", "/Rotate")
"""Entries that a page takes from the tree of pages when it has none of its own (ISO 32000-1, table 30), but its resources."""

ELSEWHERE = ("/Parent", "/StructParents", "/Tabs", "/Contents", "/Resources")
"""Entries of a page that lead out of it, and those that are taken apart."""


def digest(page: pikepdf.Object, known: dict[tuple[int, int], bytes] | None = None) -> bytes:
    """The SHA-256 of what a page paints and with what; numbers of objects and marks of structure do not count.

    known: digests of other objects of the same file, which is added to.
    """
    entries = {name: value for name, value in page.items() if name not in ELSEWHERE}
    for name in INHERITED:
        entries.setdefault(name, inherited(page, name))
    resources = {
        name: value for name, value in inherited(page, "/Resources").items() if name not in ("/Font", "/ProcSet")
    }
    digests = _Digests({} if known is None else known, page.objgen)
    parts = (digests.table(entries), digests.table(resources), *_painted(page))
    return hashlib.sha256(b"".join(b"%d %s" % (len(part), part) for part in parts)).digest()


def _painted(page: pikepdf.Object) -> tuple[bytes, bytes]:
    """The digest of the content stream, and each letter that is shown: its font, code, sign and width."""
    if "/Contents" not in page:
        return b"", b""
    content = painting(page.Contents)
    used: dict[str, set[int]] = {}
    for name, codes in (shown for marked in content.marked.values() for shown in marked):
        used.setdefault(name, set()).update(codes)
    fonts = inherited(page, "/Resources").get("/Font", {})
    shown = [(name, *_letters(fonts.get(name, {}), codes)) for name, codes in sorted(used.items())]
    return content.look, repr(shown).encode()


def _letters(font: Any, codes: set[int]) -> tuple[str, list[tuple[int, str, str]]]:
    """The face of a font, and (code, sign, width) of letters; "" for what it does not have."""
    signs, first = letters_of(font), int(font.get("/FirstChar", 0))
    widths = dict(enumerate(font.get("/Widths", ()), first))
    face = str(font.get("/BaseFont", "")).rpartition("+")[2]
    return face, [(code, signs.get(code, ""), str(widths.get(code, ""))) for code in sorted(codes)]


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
        self._found: Recent[tuple[bytes, Purpose], Page] = Recent(self.MOST)

    def holds(self, look: bytes, page: Page, purpose: Purpose) -> bool:
        """Whether a page of this digest was found to show what this one orders, drawn for this purpose."""
        known = self._found.get((look, purpose))
        return known is not None and (known is page or _ordered(known) == _ordered(page))

    def add(self, look: bytes, page: Page, purpose: Purpose) -> None:
        """Remember it."""
        self._found[look, purpose] = page


def _ordered(page: Page) -> tuple[object, ...]:
    """What a page shows, whatever of it is read aloud."""
    traces = [trace for run in runs(structure(page)) for trace in run.traces]
    return page.width, page.height, page.trim, page.turned, traces
