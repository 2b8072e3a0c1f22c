"""A finished PDF parsed by qpdf, once for each file: objects, operators of the pages, letters, structure.

It is a second, strict reader beside pdfium, and refuses a file that it would have to repair (docs/decisions/0030).
"""

from __future__ import annotations

import hashlib
import json
import re
from codecs import charmap_decode
from collections.abc import Mapping
from functools import cached_property
from typing import TYPE_CHECKING, Any

from ulotki.files import in_memory
from ulotki.readback.fonts import charmap
from ulotki.readback.painting import KNOWN, Painting, packed_digest, painting
from ulotki.readback.unpacked import fits

if TYPE_CHECKING:
    import pikepdf

NAME = re.compile(r' "(?:n:)?/([^"\\]*(?:\\.[^"\\]*)*)"')
REFERENCE = re.compile(r' "(\d+ 0 R)"')
"""A name and a reference in JSON. Nothing inside a string looks so, for a quotation mark in it has a backslash before it."""

TRAILER = "trailer"
"""Where the trailer is among the objects by their references."""


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
    def objects(self) -> dict[int, pikepdf.Object]:
        """Every object of the file by its number, including those without a reference."""
        return {one.objgen[0]: one for one in self.pdf.objects}

    @cached_property
    def streams(self) -> dict[int, pikepdf.Stream]:
        """Those that are streams."""
        import pikepdf

        return {number: one for number, one in self.objects.items() if isinstance(one, pikepdf.Stream)}

    @cached_property
    def content(self) -> str:
        """The SHA-256 of all objects with their streams decompressed: it does not depend on the version of zlib.

        It leaves out what depends on compression: lengths, offsets in the table, and the ID of the file.
        """
        parts = [_without(self.pdf.trailer, "/ID")]
        for number, one in self.objects.items():
            parts.append(b"%d" % number)
            stream = self.streams.get(number)
            if stream is None:
                parts.append(one.unparse(resolved=True))
            else:
                parts += [_without(stream.stream_dict, "/Length"), stream.read_bytes()]
        whole = hashlib.sha256()
        for part in parts:
            whole.update(b"%d\n%s\n" % (len(part), part))
        return whole.hexdigest()

    @cached_property
    def told(self) -> dict[str, str]:
        """Every object, and the trailer, by its reference as JSON, without its stream.

        There a reference is "5 0 R", a name "/Type", a string "u:…" in Unicode or "b:…" in bytes.
        """
        dictionaries = {number: one.stream_dict for number, one in self.streams.items()}
        tables = {f"{number} 0 R": dictionaries.get(number, one) for number, one in self.objects.items()}
        tables[TRAILER] = self.pdf.trailer
        return {name: f" {one.to_json(dereference=True).decode()}" for name, one in tables.items()}

    @cached_property
    def tables(self) -> dict[str, Any]:
        """The same as plain values."""
        return dict(zip(self.told, json.loads(f"[{','.join(self.told.values())}]"), strict=True))

    def at(self, value: Any) -> Any:
        """What *value* of a table stands for: the object that it refers to, None when there is none, or itself."""
        return self.tables.get(value) if is_reference(value) else value

    def every(self, value: Any) -> list[Any]:
        """The parts of *value* of a table, if that is an array, or itself alone."""
        found = self.at(value)
        return found if isinstance(found, list) else [value]

    @property
    def root(self) -> dict[str, Any]:
        """The catalogue."""
        found: dict[str, Any] = self.at(self.tables[TRAILER]["/Root"])
        return found

    @cached_property
    def names(self) -> frozenset[str]:
        """Every name in an object, outside streams and strings."""
        return frozenset(NAME.findall("".join({*self.told.values()})))

    @cached_property
    def hidden(self) -> frozenset[int]:
        """The numbers of objects that nothing refers to: no reader shows them, a program that searches for objects may."""
        waiting, left = [TRAILER], self.told.keys() - {TRAILER}
        while waiting:
            for name in REFERENCE.findall(self.told[waiting.pop()]):
                if name in left:
                    left.remove(name)
                    waiting.append(name)
        return frozenset(map(numbered, left))

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


def content(data: bytes) -> str:
    """The digest `OpenPdf.content` of a PDF; the SHA-256 of the bytes when they are no PDF that can be read, or unpack too far."""
    import pikepdf

    if not fits(data):
        return hashlib.sha256(data).hexdigest()
    try:
        with OpenPdf(data) as file:
            return file.content
    except pikepdf.PdfError:
        return hashlib.sha256(data).hexdigest()


def _without(entries: Any, name: str) -> bytes:
    """The bytes of a dictionary without one entry."""
    import pikepdf

    return pikepdf.Dictionary({key: value for key, value in entries.items() if key != name}).unparse()


def is_reference(value: Any) -> bool:
    """Whether a value of a table refers to an object: a name begins with a slash, a string with a letter."""
    return isinstance(value, str) and value.endswith(" 0 R") and value[:1].isdigit()


def numbered(reference: str) -> int:
    """The number of the object that a reference names."""
    return int(reference.removesuffix(" 0 R"))


def inherited(page: Any, name: str) -> Any:
    """An entry of a page, or of the tree of pages above it, {} when there is none (ISO 32000-1, 7.7.3.4)."""
    while page is not None:
        if name in page:
            return page[name]
        page = page.get("/Parent")
    return {}


def _is_map(stream: pikepdf.Stream) -> bool:
    return stream.read_bytes().startswith(b"/CIDInit")
