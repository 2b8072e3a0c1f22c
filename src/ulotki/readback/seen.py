"""A finished file as a reader, a screen reader and a camera get it."""

from __future__ import annotations

import threading
import unicodedata
from collections import Counter
from contextlib import suppress
from functools import cached_property
from typing import TYPE_CHECKING, Any

from ulotki.frozen import dataclass
from ulotki.paper import POINT
from ulotki.readback.file import OpenPdf, failures

if TYPE_CHECKING:
    from PIL.Image import Image

    from ulotki.readback.pdfium import LinkArea, PaintedObject

DPI = 150
"""Resolution of a picture for people, pixels to the inch."""


@dataclass(frozen=True, slots=True)
class SeenPage:
    """One page as it was read. words: of the text layer, in its order.

    trim, bleed: left, top, width and height of the trim box and the bleed box, mm.  turned: rotation, degrees.
    fonts: (name, whether embedded).  areas: links.  annotations: number of those that are not links.  drawn: objects that
    are painted.  images: number of raster images.
    heard: the words as a screen reader gets them, with alternative texts; () without a structure.
    types: (type, language) of each structure element.
    """

    width: float
    height: float
    trim: tuple[float, ...]
    bleed: tuple[float, ...]
    turned: int
    words: tuple[str, ...]
    fonts: frozenset[tuple[str, bool]]
    areas: tuple[LinkArea, ...]
    annotations: int
    drawn: tuple[PaintedObject, ...]
    heard: tuple[str, ...]
    types: tuple[tuple[str, str], ...]
    images: int = 0

    @property
    def links(self) -> Counter[str]:
        """The targets of its links, with their numbers."""
        return Counter(area.target for area in self.areas)


ALONE = threading.RLock()
"""pdfium is not safe for threads: one file is open at a time, and other threads wait. A thread may open several."""


class Readback:
    """A finished file that is open for reading. Close it, or use it in a with statement."""

    def __init__(self, data: bytes, file: OpenPdf | None = None) -> None:
        """Open *data*. file: the same bytes when they are parsed already, else None."""
        import pypdfium2

        self._data, self._file = data, file
        self._open: dict[int, Any] = {}
        self._read: dict[object, SeenPage] = {}
        ALONE.acquire()
        try:
            self._document = pypdfium2.PdfDocument(data)
        except BaseException:
            ALONE.release()
            raise

    def __enter__(self) -> Readback:
        return self

    def __exit__(self, *_: object) -> None:
        try:
            self._document.close()
            if self._file is None and "_parsed" in self.__dict__:
                self._parsed.close()
        finally:
            ALONE.release()

    @property
    def count(self) -> int:
        """The number of pages."""
        return len(self._document)

    @property
    def sizes(self) -> tuple[tuple[float, float], ...]:
        """Width and height of every page in mm, before anything is rendered."""
        sizes = (self._document.get_page_size(number) for number in range(len(self._document)))
        return tuple((width * POINT, height * POINT) for width, height in sizes)

    @cached_property
    def pages(self) -> tuple[SeenPage, ...]:
        """Every page as it was read; a repeated page is read once."""
        return tuple(map(self.seen, range(self.count)))

    @cached_property
    def _parsed(self) -> OpenPdf:
        """The file as qpdf parses it."""
        return self._file or OpenPdf(self._data)

    @cached_property
    def _keys(self) -> tuple[bytes, ...]:
        """The object of each page."""
        keys, count = self._parsed.keys, len(self._document)
        return keys if len(keys) == count else tuple(b"%d" % number for number in range(count))

    def seen(self, number: int) -> SeenPage:
        """One page as it was read. number: from 0."""
        same = (self._keys[number], self._document.get_page_size(number))
        if same not in self._read:
            self._read[same] = self._seen(number)
        return self._read[same]

    def heard(self, number: int) -> tuple[tuple[str, ...], tuple[tuple[str, str], ...]]:
        """`SeenPage.heard` and `SeenPage.types` of a page: nothing of a page that has no place in the structure."""
        from ulotki.readback import tagged

        if b"/StructParents" not in self._keys[number]:
            return (), ()
        page, letters = self.page(number), self._parsed.letters_on(number) if self._parsed.is_tagged else {}
        said, types = tagged.heard(page, letters)
        return words(said), types

    def _seen(self, number: int) -> SeenPage:
        from ulotki.readback import pdfium

        page = self.page(number)
        width, height = page.get_size()
        west, _, _, north = page.get_mediabox()
        trim, bleed = (
            tuple(value * POINT for value in (left - west, north - top, right - left, top - bottom))
            for left, bottom, right, top in (page.get_trimbox(), page.get_bleedbox())
        )
        areas = pdfium.areas(self._document, page)
        turned = page.get_rotation()
        page.set_rotation(0)  # pdfium finds the words of a page that is upside down in another order
        said = words(page.get_textpage().get_text_range())
        page.set_rotation(turned)
        heard, types = self.heard(number)
        drawn, fonts = pdfium.drawn(page)
        return SeenPage(
            width=width * POINT,
            height=height * POINT,
            trim=trim,
            bleed=bleed,
            turned=turned,
            words=said,
            fonts=fonts,
            areas=areas,
            annotations=pdfium.annotation_count(page) - len(areas),
            drawn=drawn,
            heard=heard,
            types=types,
            images=sum(one.kind == "image" for one in drawn),
        )

    def page(self, number: int) -> Any:
        """The pdfium page *number*, from 0."""
        if number not in self._open:
            self._open[number] = self._document[number]
        return self._open[number]

    @property
    def says(self) -> dict[str, str]:
        """The metadata of the file: Title, Author, Keywords, and its Lang."""
        from ulotki.readback import pdfium

        return {**self._document.get_metadata_dict(), "Lang": pdfium.language(self._document)}

    @property
    def bookmarks(self) -> tuple[tuple[int, int, str], ...]:
        """(level, page from 0, title) of each bookmark."""
        return tuple(
            (mark.level, target.get_index() if (target := mark.get_dest()) else -1, mark.get_title())
            for mark in self._document.get_toc()
        )

    def pictures(self, dpi: float = DPI, *, grey: bool = False) -> list[Image]:
        """A picture of every page. dpi: pixels to the inch.  grey: in grey, for pages without colour, in a third of the time."""
        return [self.picture(number, dpi, grey=grey) for number in range(len(self._document))]

    def picture(self, number: int, dpi: float = DPI, *, grey: bool = False) -> Image:
        """A picture of one page, as `pictures` makes it. number: from 0."""
        picture: Image = self._document[number].render(scale=dpi / 72, grayscale=grey).to_pil()
        return picture if grey else picture.convert("RGB")


def words(said: str) -> tuple[str, ...]:
    """The words of a text layer: in Unicode form NFC, split at white space."""
    return tuple(unicodedata.normalize("NFC", said).replace("\x02", "-").replace("\ufffe", "-").split())


def gist(data: bytes) -> tuple[str, str]:
    """(title, words of its pages) of any PDF, "" for a part that cannot be read."""
    title = told = ""
    with suppress(*failures()), OpenPdf(data) as file:
        title = str(file.pdf.docinfo.get("/Title", ""))
    with suppress(*failures()), Readback(data) as back:
        told = " ".join(word for page in back.pages for word in page.words)
    return title, told
