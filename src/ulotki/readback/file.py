"""A finished PDF parsed by qpdf, once for each file: objects, operators of the pages, letters, structure.

It is a second, strict reader besides pdfium, and refuses a file that it would have to repair (docs/decisions/0030).
"""

from __future__ import annotations

from codecs import charmap_decode
from collections.abc import Mapping
from functools import cached_property
from typing import TYPE_CHECKING, Any

from ulotki.files import in_memory
from ulotki.readback.fonts import charmap
from ulotki.readback.graph import REFERENCE, Graph, graph_of, names_in
from ulotki.readback.objects import Objects, read_objects
from ulotki.readback.painting import KNOWN, Painting, packed_digest, painting

if TYPE_CHECKING:
    import pikepdf


def failures() -> tuple[type[Exception], ...]:
    """What the readers raise for a file that is not ours: damaged, or made by another program."""
    from pikepdf import PasswordError, PdfError
    from pypdfium2 import PdfiumError

    return PdfError, PasswordError, PdfiumError, ArithmeticError, AttributeError, LookupError, TypeError, ValueError


class OpenPdf:
    """An open PDF. Raises pikepdf.PdfError when it cannot be read without repair. Close it after use."""

    def __init__(self, data: bytes) -> None:
        import pikepdf

        self.data = data
        self._read: dict[bytes, Mapping[int, str]] = {}
        self._stream = in_memory(data)
        mapped = pikepdf.AccessMode.mmap
        try:
            self.pdf = pikepdf.open(self._stream, access_mode=mapped, attempt_recovery=False, suppress_warnings=True)
        except BaseException:
            self._stream.close()
            raise

    def __enter__(self) -> OpenPdf:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file."""
        self.pdf.close()
        self._stream.close()

    @cached_property
    def objects(self) -> Objects:
        """Every object of the file, including those without a reference."""
        return read_objects(self.data, self.pdf)

    @property
    def streams(self) -> Mapping[int, pikepdf.Stream]:
        """The objects that are streams."""
        return self.objects.streams

    @cached_property
    def graph(self) -> Graph:
        """The objects as they refer to one another; `information` stands alone."""
        trailer = without(self.pdf.trailer, "/ID").to_json(dereference=True).decode()
        return graph_of(self.objects, f" {trailer}", self._informed if self.information else 0)

    @cached_property
    def _informed(self) -> int:
        """The number of the information dictionary, 0 when there is none that stands alone."""
        import pikepdf

        found = self.pdf.trailer.get("/Info")
        return found.objgen[0] if isinstance(found, pikepdf.Dictionary) and found.is_indirect else 0

    @cached_property
    def information(self) -> str:
        """The information dictionary as JSON, "" when there is none or it refers to other objects."""
        told = self.objects.told.get(self._informed, "")
        return "" if REFERENCE.search(told) else told

    @cached_property
    def names(self) -> frozenset[str]:
        """Every name in an object, outside streams and strings."""
        return self.graph.names | names_in(self.information)

    @cached_property
    def painting(self) -> tuple[Painting, ...]:
        """Every content stream, whether a page uses it or not."""
        others = {"/Length1", "/N", "/Subtype"}
        found = [one for one in self.streams.values() if not others & {*one.stream_dict.keys()}]
        keys = map(packed_digest, found)
        return tuple(
            painting(one, key) for one, key in zip(found, keys, strict=True) if KNOWN.get(key) or not _is_map(one)
        )

    @cached_property
    def images(self) -> tuple[bytes, ...]:
        """The pixels of every raster image in the file."""
        return tuple(one.read_bytes() for one in self.streams.values() if one.stream_dict.get("/Subtype") == "/Image")

    @cached_property
    def pages(self) -> tuple[pikepdf.Page, ...]:
        """The pages, in order."""
        return tuple(self.pdf.pages)

    @cached_property
    def keys(self) -> tuple[bytes, ...]:
        """The object of each page as bytes: two pages with the same bytes look the same."""
        return tuple(page.obj.unparse(resolved=True) for page in self.pages)

    @cached_property
    def fonts(self) -> tuple[pikepdf.Object, ...]:
        """The fonts that pages may use, each once."""
        pages = dict(zip(self.keys, self.pages, strict=True)).values()
        tables = [inherited(page.obj, "/Resources").get("/Font", {}) for page in pages]
        return tuple({font.objgen or id(font): font for table in tables for font in table.values()}.values())

    def letters_on(self, number: int) -> Mapping[int, str]:
        """The letters of the marked content of a page, from 0, by number (ISO 32000-1, 14.6); -1 has the letters outside."""
        key = self.keys[number]
        if key not in self._read:
            self._read[key] = self._letters(self.pages[number])
        return self._read[key]

    def _letters(self, page: pikepdf.Page) -> Mapping[int, str]:
        import pikepdf

        if not isinstance(page.get("/Contents"), pikepdf.Stream):
            return {}
        fonts = {name: charmap(font) for name, font in inherited(page.obj, "/Resources").get("/Font", {}).items()}
        return {
            mark: "".join([charmap_decode(codes, "replace", fonts.get(font, ""))[0] for font, codes in shown])
            for mark, shown in painting(page.Contents).marked.items()
        }

    @property
    def is_tagged(self) -> bool:
        """Whether the file has a structure tree."""
        return "/StructTreeRoot" in self.pdf.Root


def without(entries: Any, name: str) -> pikepdf.Dictionary:
    """A dictionary without one entry."""
    import pikepdf

    return pikepdf.Dictionary({key: value for key, value in entries.items() if key != name})


def inherited(page: Any, name: str) -> Any:
    """An entry of a page, or of the tree of pages above it, {} when there is none (ISO 32000-1, 7.7.3.4)."""
    for _ in range(50):  # a tree of somebody else may lead back to itself
        if page is None:
            break
        if name in page:
            return page[name]
        page = page.get("/Parent")
    return {}


def _is_map(stream: pikepdf.Stream) -> bool:
    return stream.read_bytes().startswith(b"/CIDInit")
