"""What decides how a page of a PDF looks, as one digest.

Packs of many places hold the same pages again and again. A page is not compared a second time in a run when it paints the
same, with letters of the same widths from the same faces, in the same boxes, as one that was compared with the same ordered
items. `faces` compares the outlines behind those letters in every file. What lies outside of the page is compared for
every file too: structure, metadata, bookmarks, the file as a whole.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from ulotki.readback.digests import Digests, digest_of
from ulotki.readback.file import inherited
from ulotki.readback.fonts import NO_FONT, Font, WrittenLetters, font_of, written_as
from ulotki.readback.graph import REFERENCE, Graph
from ulotki.readback.painting import Painting, painting
from ulotki.readback.pieces import PaintedPart
from ulotki.recent import Recent

if TYPE_CHECKING:
    import pikepdf

INHERITED = ("/MediaBox", "/CropBox", "/Rotate")
"""Entries that a page takes from the tree of pages when it has none of its own (ISO 32000-1, table 30), but its resources."""

ELSEWHERE = ("/Parent", "/StructParents", "/Tabs", "/Contents", "/Resources")
"""Entries of a page that lead out of it, and those that are taken apart."""

FONTS = ("/Font", "/ProcSet")
"""Resources that are taken apart, or say nothing."""

Piece = WrittenLetters | PaintedPart
"""How an item is painted: letters; of all else what `pieces` tells."""


class Looks:
    """Digests of the pages of one file."""

    def __init__(self, graph: Graph | None = None) -> None:
        """graph: of the file, None when its objects are changed meanwhile."""
        self._graph = graph
        self._known: dict[tuple[int, int], bytes] = {}
        self._fonts: dict[tuple[int, int], dict[str, Font]] = {}
        self._contents: dict[tuple[int, int], Painting] = {}

    def look(self, page: pikepdf.Object) -> bytes:
        """The SHA-256 of what a page paints and with what; numbers of objects, names of fonts, the codes that stand for
        letters and marks of structure do not count.
        """
        graph, name = self._graph, f"{page.objgen[0]} 0 R"
        alone = graph.once(f"entries of {name}", lambda: _alone(graph, name)) if graph else b""
        return digest_of(alone or self._entries(page), self._digest(page, _letters))

    def _entries(self, page: pikepdf.Object) -> bytes:
        """The digest of what else decides how a page looks: its boxes, its resources without fonts, and where they lead."""
        entries = {name: value for name, value in page.items() if name not in ELSEWHERE}
        for name in INHERITED:
            entries.setdefault(name, inherited(page, name))
        resources = {name: value for name, value in inherited(page, "/Resources").items() if name not in FONTS}
        digests = Digests(self._known, page.objgen)
        return digest_of(digests.table(entries), digests.table(resources))

    def marked(self, page: pikepdf.Object) -> bytes:
        """The SHA-256 of the letters of each marked content of a page, by number."""
        return self._digest(page, _marked)

    def pieces(self, page: pikepdf.Object) -> tuple[Piece, ...]:
        """How each item of a page is painted, in order; nothing when the page is not written as ours."""
        if "/Contents" not in page:
            return ()
        content, fonts = self._content(page.Contents), self._table(inherited(page, "/Resources").get("/Font"))
        words = [
            written_as(fonts.get(name, NO_FONT), parts, apart)
            for name, parts, apart in content.arrays
            if apart is not None
        ]
        texts = [one.is_words for one in content.pieces]
        if not sum(texts) == len(words) == len(content.arrays):
            return ()
        rest = iter(words)
        return tuple([next(rest) if text else one for text, one in zip(texts, content.pieces, strict=True)])

    def _digest(self, page: pikepdf.Object, read: Callable[[Painting, Mapping[str, Font]], Iterator[bytes]]) -> bytes:
        """What *read* tells of the content stream of a page and its fonts, worked out once in a run."""
        if "/Contents" not in page:
            return b""
        content, known = self._content(page.Contents), self._table(inherited(page, "/Resources").get("/Font"))
        fonts = {name: known.get(name, NO_FONT) for name in content.fonts}
        key = (read.__name__.encode(), content.packed, *[font.key for font in fonts.values()])
        found = PAINTED.get(key)
        if found is None:
            found = PAINTED[key] = digest_of(*read(content, fonts))
        return found

    def _content(self, stream: pikepdf.Object) -> Painting:
        if stream.objgen not in self._contents:
            self._contents[stream.objgen] = painting(stream)
        return self._contents[stream.objgen]

    def _table(self, table: Any) -> dict[str, Font]:
        if not table:
            return {}
        if not table.is_indirect:
            return {name: font_of(font) for name, font in table.items()}
        if table.objgen not in self._fonts:
            self._fonts[table.objgen] = {name: font_of(font) for name, font in table.items()}
        return self._fonts[table.objgen]


def _alone(graph: Graph, name: str) -> bytes:
    """The digest of the entries of a page, b"" when they lead to other objects. It has all of them: see `beside`."""
    page = graph.tables[name]
    own = {key: value for key, value in page.items() if key not in ELSEWHERE}
    resources = {key: value for key, value in graph.at(page["/Resources"]).items() if key not in FONTS}
    said = json.dumps([own, resources], sort_keys=True, indent=1)
    return b"" if REFERENCE.search(said) else digest_of(said.encode())


def _letters(content: Painting, fonts: Mapping[str, Font]) -> Iterator[bytes]:
    """What a stream paints, and each letter of it: its face, character and width."""
    yield content.look
    for name, strings, _ in content.arrays:
        yield fonts[name].face
        yield from map(fonts[name].told, strings)


def _marked(content: Painting, fonts: Mapping[str, Font]) -> Iterator[bytes]:
    """The letters of each marked content, by number."""
    for mark, shown in sorted(content.marked.items()):
        signs = [fonts[name].signs[code] for name, codes in shown for code in codes]
        yield f"{mark} {''.join(signs)}".encode()


PAINTED: Recent[tuple[bytes, ...], bytes] = Recent(2000)
"""Fonts of this run by their key, and digests of what is painted by the stream and its fonts."""
