"""The structure of each page as one digest: all that decides what a screen reader reads of it, beside its marked content.

Numbers of objects do not count: an element is written with its elements in it, so the same page in another file has the
same digest (ISO 32000-1, 14.7.2).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ulotki.readback.file import REFERENCE, STRING, OpenPdf
from ulotki.readback.looks import digest_of


def digests(file: OpenPdf) -> Mapping[int, bytes]:
    """Digests by the number of the page, from 0; none when the structure is not as we write it: then nothing is known."""
    try:
        return _Tree(file).digests()
    except (AttributeError, LookupError, RecursionError, ValueError):
        return {}


class _Tree:
    """The elements of a file that is owned, see `OpenPdf.is_owned`."""

    def __init__(self, file: OpenPdf) -> None:
        self.written, self.bodies = file.written, file.bodies
        self.pages = {page.obj.objgen[0]: place for place, page in enumerate(file.pdf.pages)}
        self.root = file.pdf.Root.StructTreeRoot.objgen[0]
        self.top = file.pdf.Root.StructTreeRoot.K.objgen[0]
        self.met: set[int] = set()
        self.shown: set[int] = set()

    def digests(self) -> dict[int, bytes]:
        """Raises ValueError when an element stands on several pages or on none, or belongs to several."""
        above = b" ".join(REFERENCE.sub(b"", self.written[self.top]).split())
        parts = {place: [above] for place in self.pages.values()}
        for number in map(int, REFERENCE.findall(self.bodies[self.top])):
            if number == self.root:
                continue
            self.shown = set()
            whole = [*self._element(number, self.top)]
            (place,) = self.shown
            parts[place] += whole
        return {place: digest_of(*found) for place, found in parts.items()}

    def _element(self, number: int, parent: int) -> Iterator[bytes]:
        """An element, in pieces. Notes the pages that it stands on."""
        if number in self.met:
            raise ValueError("an element of two parents")
        self.met.add(number)
        body = self.bodies[number]
        yield from STRING.findall(self.written[number])
        last = 0
        for found in REFERENCE.finditer(body):
            other = int(found[1])
            yield body[last : found.start()]
            last = found.end()
            if other in self.pages:
                self.shown.add(self.pages[other])
                yield b"page"
            elif other == parent:
                yield b"parent"
            else:
                yield from self._element(other, number)
        yield body[last:]
