"""Finished bytes into what a reader and a camera get, held against what was ordered. A difference stops the file."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import zip_longest
from typing import TYPE_CHECKING

from ulotki.errors import Finding, Refused, say
from ulotki.page.items import Code, Line, Page, walk
from ulotki.paper import POINT

if TYPE_CHECKING:
    from PIL.Image import Image

DPI = 150
"""A poor photograph of the print: what is read here is read in a hallway."""

FORBIDDEN = (
    "/JavaScript",
    "/JS",
    "/OpenAction",
    "/AA",
    "/Launch",
    "/EmbeddedFile",
    "/RichMedia",
    "/SubmitForm",
    "/GoToR",
    "/XFA",
    "/AcroForm",
    "/Helvetica",
    "/ASCII85Decode",
)


@dataclass(frozen=True, slots=True)
class Seen:
    """One page as it was read. codes: (format, payload).  words: of the text layer, in its order."""

    width: float
    height: float
    codes: Counter[tuple[str, str]]
    words: tuple[str, ...]


class Readback:
    """A finished file, opened to be read. Close it, or use it in a with statement."""

    def __init__(self, data: bytes) -> None:
        import pypdfium2

        self._data = data
        self._document = pypdfium2.PdfDocument(data)

    def __enter__(self) -> Readback:
        return self

    def __exit__(self, *_: object) -> None:
        self._document.close()

    @cached_property
    def pages(self) -> tuple[Seen, ...]:
        """Every page, rendered, its codes read and its text layer taken."""
        import zxingcpp

        seen: list[Seen] = []
        for page in self._document:
            bitmap = page.render(scale=DPI / 72, grayscale=True)
            codes = zxingcpp.read_barcodes(bitmap.to_pil(), try_downscale=False, text_mode=zxingcpp.TextMode.Plain)
            text = page.get_textpage().get_text_range()
            width, height = page.get_size()
            seen.append(
                Seen(
                    width * POINT, height * POINT, Counter((code.format.name, code.text) for code in codes), words(text)
                )
            )
        return tuple(seen)

    def pictures(self, dpi: float = DPI) -> list[Image]:
        """Every page as a picture in colour."""
        return [page.render(scale=dpi / 72).to_pil().convert("RGB") for page in self._document]


def words(text: str) -> tuple[str, ...]:
    """The words of a text layer: composed letters, split at any blank."""
    return tuple(unicodedata.normalize("NFC", text).replace("\x02", "-").replace("\ufffe", "-").split())


def expected(page: Page) -> tuple[str, ...]:
    """The words that stand on *page*, in reading order."""
    parts: list[str] = []
    last: Line | None = None
    for item, _ in walk(page.items):
        if isinstance(item, Line):
            goes_on = last is not None and last.baseline == item.baseline and abs(last.box.right - item.x) < 0.2
            parts.append(item.text if goes_on else " " + item.text)
            last = item
    return words("".join(parts))


def compare(data: bytes, pages: tuple[Page, ...]) -> tuple[Finding, ...]:
    """What in the finished file *data* is not what *pages* ordered."""
    named = re.sub(rb"\bstream\r?\n.*?endstream", b"", data, flags=re.DOTALL)
    named = re.sub(rb"#([0-9A-Fa-f]{2})", lambda found: bytes.fromhex(found[1].decode()), named)
    found = [
        Finding("readback", say("the file holds {key}, which no leaflet needs", key=key))
        for key in FORBIDDEN
        if re.search(re.escape(key.encode()) + rb"(?![^\x00\t\n\f\r ()<>\[\]{}/%])", named)
    ]
    with Readback(data) as back:
        seen = back.pages
    if len(seen) != len(pages):
        found.append(
            Finding("readback", say("the file has {seen} pages instead of {count}", seen=len(seen), count=len(pages)))
        )
    for number, (page, got) in enumerate(zip(pages, seen, strict=False), 1):
        if abs(page.width - got.width) > 0.1 or abs(page.height - got.height) > 0.1:
            found.append(Finding("readback", say("page {page} has another size than ordered", page=number)))
        codes = Counter(("QRCode", item.payload) for item, _ in walk(page.items) if isinstance(item, Code))
        for _, payload in sorted(got.codes - codes):
            found.append(
                Finding(
                    "readback",
                    say('page {page}: a camera reads "{value}", which nobody ordered', page=number, value=payload),
                )
            )
        for _, payload in sorted(codes - got.codes):
            found.append(
                Finding("readback", say('page {page}: a camera does not read "{value}"', page=number, value=payload))
            )
        found += _word_findings(number, expected(page), got.words)
    return tuple(found)


def _word_findings(number: int, ordered: tuple[str, ...], got: tuple[str, ...]) -> Iterator[Finding]:
    got = _rejoined(ordered, got)
    if ordered == got:
        return
    for place, (want, have) in enumerate(zip_longest(ordered, got, fillvalue="")):
        if want != have:
            yield Finding(
                "readback",
                say(
                    'page {page}: the word {place} reads "{have}" instead of "{want}"',
                    page=number,
                    place=place + 1,
                    have=have,
                    want=want,
                ),
            )
            return


def _rejoined(ordered: tuple[str, ...], got: tuple[str, ...]) -> tuple[str, ...]:
    """*got* with words put together that the reader broke in two, where two runs of letters meet within a word.

    On a page of columns it takes the end of a run for the end of a line. A blank that is missing stays missing.
    """
    whole: list[str] = []
    rest = list(reversed(got))
    for want in ordered:
        have = rest.pop() if rest else ""
        while rest and have != want and want.startswith(have + rest[-1]):
            have += rest.pop()
        whole.append(have)
    return (*(word for word in whole if word), *reversed(rest))


def verify(data: bytes, pages: tuple[Page, ...]) -> bytes:
    """*data*, when it says what *pages* ordered. Raises Refused otherwise."""
    if found := compare(data, pages):
        raise Refused(found)
    return data
