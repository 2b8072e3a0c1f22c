"""The structure of each page as one digest: all that decides what a screen reader reads of it, besides its marked content.

Numbers of objects do not count: an element is written with its elements in it, so the same page in another file has the
same digest (ISO 32000-1, 14.7.2).
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping

from ulotki.readback.digests import digest_of
from ulotki.readback.file import OpenPdf
from ulotki.readback.graph import REFERENCE, Graph

STRINGS = ' "u:', ' "b:'
"""How a string begins: two that say the same in JSON may be written otherwise, and another program read them otherwise."""

WRITTEN = re.compile(rb"\b\d+ 0 (?:R|obj)\b")


def digests(file: OpenPdf) -> Mapping[int, bytes]:
    """Digests by the number of the page, from 0; none when the structure is not as we write it: then nothing is known."""
    pages = file.pages
    return file.graph.once("spoken", lambda: _digests(file.graph, tuple(page.obj.objgen[0] for page in pages)))


def _digests(graph: Graph, pages: tuple[int, ...]) -> Mapping[int, bytes]:
    """`digests` of a file with this graph. pages: the numbers of their objects."""
    try:
        return _Tree(graph, pages).digests()
    except (AttributeError, LookupError, RecursionError, TypeError, ValueError):
        return {}


class _Tree:
    """The elements of a file that is owned, see `owned`."""

    def __init__(self, graph: Graph, pages: tuple[int, ...]) -> None:
        self.graph, self.told = graph, graph.told
        self.pages = {f"{number} 0 R": place for place, number in enumerate(pages)}
        self.top: str = graph.at(graph.root["/StructTreeRoot"])["/K"]
        self.met: set[str] = set()
        self.shown: set[int] = set()

    def digests(self) -> dict[int, bytes]:
        """The digests by page. Raises ValueError when an element stands on several pages or on none, or belongs to several."""
        document = {**self.graph.tables[self.top]}
        kids = self.graph.every(document.pop("/K"))
        above = [REFERENCE.sub("", json.dumps(document)).encode(), *self._strings(self.top)]
        parts = {place: [*above] for place in self.pages.values()}
        for name in kids:
            self.shown = set()
            whole: list[bytes] = []
            self._add(name, self.top, whole)
            (place,) = self.shown
            parts[place] += whole
        return {place: digest_of(*found) for place, found in parts.items()}

    def _add(self, name: str, parent: str, found: list[bytes]) -> None:
        """Add an element to what was *found*, in pieces. Notes the pages that it stands on."""
        if name in self.met:
            raise ValueError("an element of two parents")
        self.met.add(name)
        found += self._strings(name)
        for place, part in enumerate(REFERENCE.split(self.told[name])):
            if place % 2 == 0:
                found.append(part.encode())
            elif part in self.pages:
                self.shown.add(self.pages[part])
                found.append(b"page")
            elif part == parent:
                found.append(b"parent")
            else:
                self._add(part, name, found)

    def _strings(self, name: str) -> Iterator[bytes]:
        """An element that has strings, as it is written."""
        if any(begin in self.told[name] for begin in STRINGS):
            yield WRITTEN.sub(b"R", self.graph.written[name])
