"""What decides how a page of a PDF looks, as one digest, and which such pages were found to be as ordered.

Packs of many places hold the same pages again and again. A page is not compared a second time in a run when it paints the
same, with letters of the same widths from the same faces, in the same boxes, as one that was compared with the same ordered
items. `faces` compares the outlines behind those letters in every file. What lies outside of the page is compared for
every file too: structure, metadata, bookmarks, the file as a whole.
"""

from __future__ import annotations

import hashlib
import math
from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from ulotki.frozen import dataclass
from ulotki.page.items import Page
from ulotki.page.purpose import Purpose
from ulotki.page.structure import traces
from ulotki.readback.file import inherited, letters_of
from ulotki.readback.painting import Painting, packed_digest, painting
from ulotki.readback.pieces import WORDS
from ulotki.recent import Recent

if TYPE_CHECKING:
    import pikepdf

INHERITED = ("/MediaBox", "/CropBox", "/Rotate")
"""Entries that a page takes from the tree of pages when it has none of its own (ISO 32000-1, table 30), but its resources."""

ELSEWHERE = ("/Parent", "/StructParents", "/Tabs", "/Contents", "/Resources")
"""Entries of a page that lead out of it, and those that are taken apart."""


@dataclass(frozen=True, slots=True)
class Written:
    """Letters as a file shows them. font: the `Font.key` of theirs.  face: its name.

    advances: of each letter, in thousandths of the em, as in `Line`.
    """

    font: bytes
    face: str
    text: str
    advances: tuple[float, ...]


Piece = Written | bytes
"""How an item is painted: letters; of all else what `pieces` tells."""


class Looks:
    """Digests of the pages of one file."""

    def __init__(self) -> None:
        self._known: dict[tuple[int, int], bytes] = {}
        self._fonts: dict[tuple[int, int], dict[str, Font]] = {}

    def look(self, page: pikepdf.Object) -> bytes:
        """The SHA-256 of what a page paints and with what; numbers of objects, names of fonts, the codes that stand for
        letters and marks of structure do not count.
        """
        entries = {name: value for name, value in page.items() if name not in ELSEWHERE}
        for name in INHERITED:
            entries.setdefault(name, inherited(page, name))
        resources = {
            name: value for name, value in inherited(page, "/Resources").items() if name not in ("/Font", "/ProcSet")
        }
        digests = _Digests(self._known, page.objgen)
        return digest_of(digests.table(entries), digests.table(resources), self._digest(page, _letters))

    def marked(self, page: pikepdf.Object) -> bytes:
        """The SHA-256 of the letters of each marked content of a page, by number."""
        return self._digest(page, _marked)

    def pieces(self, page: pikepdf.Object) -> tuple[Piece, ...]:
        """How each item of a page is painted, in order; nothing when the page is not written as ours."""
        if "/Contents" not in page:
            return ()
        content, fonts = painting(page.Contents), self._table(inherited(page, "/Resources").get("/Font"))
        words = [
            _written(fonts.get(name, NO_FONT), parts, apart)
            for name, parts, apart in content.arrays
            if apart is not None
        ]
        texts = [one.startswith(WORDS) for one in content.pieces]
        if not sum(texts) == len(words) == len(content.arrays):
            return ()
        rest = iter(words)
        return tuple([next(rest) if text else one for text, one in zip(texts, content.pieces, strict=True)])

    def _digest(self, page: pikepdf.Object, read: Callable[[Painting, Mapping[str, Font]], Iterator[bytes]]) -> bytes:
        """What *read* tells of the content stream of a page and its fonts, worked out once in a run."""
        if "/Contents" not in page:
            return b""
        content, known = painting(page.Contents), self._table(inherited(page, "/Resources").get("/Font"))
        fonts = {name: known.get(name, NO_FONT) for name in content.fonts}
        key = (read.__name__.encode(), content.packed, *[font.key for font in fonts.values()])
        found = PAINTED.get(key)
        if found is None:
            found = PAINTED[key] = digest_of(*read(content, fonts))
        return found

    def _table(self, table: Any) -> dict[str, Font]:
        if not table:
            return {}
        if not table.is_indirect:
            return {name: _font(font) for name, font in table.items()}
        if table.objgen not in self._fonts:
            self._fonts[table.objgen] = {name: _font(font) for name, font in table.items()}
        return self._fonts[table.objgen]


def digest_of(*parts: bytes) -> bytes:
    """The SHA-256 of parts, each told from the next."""
    return hashlib.sha256(b"".join(b"%d %s" % (len(part), part) for part in parts)).digest()


@dataclass(frozen=True, slots=True)
class Font:
    """A font of a file. key: a digest of all the rest and of its outlines.  signs, widths: of each code.  letters: both of each, as bytes."""

    key: bytes
    face: bytes
    signs: tuple[str, ...]
    letters: tuple[bytes, ...]
    widths: tuple[float, ...]

    def told(self, codes: bytes) -> bytes:
        """The letters of *codes*."""
        letters = self.letters
        return b" ".join([letters[code] for code in codes])


CODES = range(256)
NO_FONT = Font(
    b"", b"", tuple([f"?{code} " for code in CODES]), tuple([b"?%d" % code for code in CODES]), (math.nan,) * len(CODES)
)


def _letters(content: Painting, fonts: Mapping[str, Font]) -> Iterator[bytes]:
    """What a stream paints, and each letter of it: its face, sign and width."""
    yield content.look
    for name, strings, _ in content.arrays:
        yield fonts[name].face
        yield from map(fonts[name].told, strings)


def _marked(content: Painting, fonts: Mapping[str, Font]) -> Iterator[bytes]:
    """The letters of each marked content, by number."""
    for mark, shown in sorted(content.marked.items()):
        signs = [fonts[name].signs[code] for name, codes in shown for code in codes]
        yield f"{mark} {''.join(signs)}".encode()


def _font(font: Any) -> Font:
    """What a font of a file shows for each code, as far as its dictionary says so: `faces` compares the outlines."""
    face = str(font.get("/BaseFont", "")).rpartition("+")[2].encode()
    first, widths = int(font.get("/FirstChar", 0)), font.get("/Widths", ())
    told = widths.unparse(resolved=True) if widths else b""
    named = packed_digest(font.ToUnicode) if "/ToUnicode" in font else b""
    key = digest_of(face, b"%d" % first, told, named, _program(font))
    found = FONTS.get(key)
    if found is None:
        wide, read = dict(enumerate(widths, first)), letters_of(font)
        signs = tuple([read.get(code, NO_FONT.signs[code]) for code in CODES])
        letters = {code: f"{ord(sign)} {wide.get(code, '')}".encode() for code, sign in read.items()}
        told = tuple([letters.get(code, NO_FONT.letters[code]) for code in CODES])
        found = FONTS[key] = Font(key, face, signs, told, tuple([float(wide.get(code, math.nan)) for code in CODES]))
    return found


def _program(font: Any) -> bytes:
    """A digest of the outlines of a font, b"" when none are embedded."""
    described = font.get("/FontDescriptor", {})
    return packed_digest(described["/FontFile2"]) if "/FontFile2" in described else b""


def _written(font: Font, parts: tuple[bytes, ...], apart: bytes) -> Written:
    """Strings of codes, and what is written between them: it makes the advance of the letter before it so much shorter."""
    key = (font.key, parts, apart)
    found = WRITTEN.get(key)
    if found is None:
        gaps = (*map(float, apart.split(b",")[1:-1]), 0.0)
        advances: list[float] = []
        for part, gap in zip(parts, gaps, strict=True):
            advances += [font.widths[code] for code in part]
            if part:
                advances[-1] -= gap
        text = "".join([font.signs[code] for part in parts for code in part])
        found = WRITTEN[key] = Written(font.key, font.face.decode(), text, tuple(advances))
    return found


WRITTEN: Recent[tuple[bytes, tuple[bytes, ...], bytes], Written] = Recent(2_000)
"""Letters of this run by their font, their strings and what is written between these."""


FONTS: Recent[bytes, Font] = Recent(100)
PAINTED: Recent[tuple[bytes, ...], bytes] = Recent(2000)
"""Fonts of this run by their key, and digests of what is painted by the stream and its fonts."""


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


def shown(page: Page) -> tuple[object, ...]:
    """What a page shows, whatever of it is read aloud."""
    return page.width, page.height, page.trim, page.turned, traces(page)


class CheckedPages:
    """Pages that are as ordered. Only the last are kept. ordered: what of a page counts."""

    MOST = 400

    def __init__(self, ordered: Callable[[Page], object] = shown) -> None:
        self._ordered = ordered
        self._found: Recent[tuple[bytes, Purpose], Page] = Recent(self.MOST)

    def holds(self, digest: bytes, page: Page, purpose: Purpose) -> bool:
        """Whether a page of this digest was found to be what this one orders, drawn for this purpose."""
        known = self._found.get((digest, purpose))
        return known is not None and (known is page or self._ordered(known) == self._ordered(page))

    def add(self, digest: bytes, page: Page, purpose: Purpose) -> None:
        """Remember it."""
        self._found[digest, purpose] = page
