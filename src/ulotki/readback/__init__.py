"""Finished bytes into what a reader and a camera get, held against what was ordered. A difference stops the file."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import zip_longest
from types import MappingProxyType
from typing import TYPE_CHECKING

from ulotki.content.text import NBSP
from ulotki.errors import Finding, Refused, Say, say
from ulotki.look.inks import BLACK, Ink
from ulotki.page.items import Box, Code, Fill, Line, Page, Picture, Raster, Stroke, Trace, named, walk
from ulotki.page.purpose import BLEED, DARK, OFFICE, Colour, Purpose
from ulotki.page.structure import elements, runs, structure
from ulotki.page.twin import text
from ulotki.paper import POINT
from ulotki.readback.streams import contents, images, letters, owned
from ulotki.readback.streams import pages as objects_of

if TYPE_CHECKING:
    from PIL.Image import Image

    from ulotki.readback.pdfium import Area, Drawn

NOWHERE: Mapping[str, str] = MappingProxyType({})

DPI = 150
"""A poor photograph of the print: what is read here is read in a hallway."""

COMMON = frozenset(
    "Ascent Author BaseFont CapHeight Catalog Contents Count CreationDate Creator Descent DisplayDocTitle Duplex "
    "DuplexFlipLongEdge DuplexFlipShortEdge False Filter FirstChar Flags FlateDecode Font FontBBox FontDescriptor FontFile2 "
    "FontName ID ImageB ImageC ImageI Info ItalicAngle Keywords Kids Lang LastChar Length Length1 MediaBox Metadata "
    "MissingWidth ModDate None Outlines PDF Page PageMode Pages Parent PickTrayByPDFSize PrintScaling ProcSet Producer "
    "Resources Root Rotate Simplex Size StemV Subject Subtype Text Title ToUnicode Trans Trapped TrimBox TrueType Type UseNone "
    "ViewerPreferences Widths XML".split()
)
"""Every name that a file of ours may hold: what is not here can do nothing that a leaflet needs."""

CONDITIONED = COMMON | frozenset(
    "DestOutputProfile N OutputConditionIdentifier OutputIntent OutputIntents RegistryName S".split()
)

NAMES = {
    "office": COMMON,
    "web": CONDITIONED
    | frozenset(
        "A Alt Annots BBox Block Border Column Decimal Dest Document F Figure First GTS_PDFA1 H1 H2 H3 K L LBody LI Last "
        "Layout Lbl Link List ListNumbering MarkInfo Marked Next Nums O OBJR Obj P ParentTree ParentTreeNextKey Pg Placement "
        "Prev Rect Scope Span StructParent StructParents StructTreeRoot TD TH TR Table Tabs URI XYZ".split()
    ),
    "press": CONDITIONED | frozenset("BleedBox GTS_PDFX".split()),
}

NEEDED = {
    "office": frozenset("Metadata PrintScaling TrimBox".split()),
    "web": frozenset("DestOutputProfile GTS_PDFA1 Lang MarkInfo Metadata StructTreeRoot ParentTree Tabs".split()),
    "press": frozenset("BleedBox DestOutputProfile GTS_PDFX Metadata Trapped TrimBox".split()),
}
"""What a purpose cannot do without."""

IMAGES = frozenset("BitsPerComponent ColorSpace DeviceGray Height Image Width XObject".split())
"""And what a file may hold beside that only when its pages ordered pictures of dots."""

IMAGE = re.compile(r"FormXob\.[0-9a-f]{12}")
FONT = re.compile(r"F\d+|[A-Z]{6}\+[A-Za-z0-9-]+")

OPERATORS = frozenset("q Q cm BT ET Tf Tm Tr TJ w d m l c h f S re".split())
"""What draws our pages, but for colours and marks."""

LIGHT = frozenset("g G rg RG".split())
INKS = frozenset("k K".split())
MARKS = frozenset("BDC BMC EMC".split())

MOST_INK = 3.0
"""Of four inks of 1 each, on one spot: what coated paper under FOGRA39 takes (TAC 300 %)."""


@dataclass(frozen=True, slots=True)
class Seen:
    """One page as it was read. codes: (format, payload).  words: of the text layer, in its order.

    trim, bleed: left, top, width and height of what is cut out and of what is printed for it, mm.  turned: degrees.
    fonts: (name, whether embedded).  areas: links.  noted: annotations that are none.  drawn: what is painted.
    images: how many pictures of dots it shows.
    heard: the words in the order of the structure, those instead of figures among them; () without a structure.
    types: (type, language) of each element of it.
    """

    width: float
    height: float
    trim: tuple[float, ...]
    bleed: tuple[float, ...]
    turned: int
    codes: Counter[tuple[str, str]]
    words: tuple[str, ...]
    fonts: frozenset[tuple[str, bool]]
    areas: tuple[Area, ...]
    noted: int
    drawn: tuple[Drawn, ...]
    heard: tuple[str, ...]
    types: tuple[tuple[str, str], ...]
    images: int = 0

    @property
    def links(self) -> Counter[str]:
        """Where its links lead."""
        return Counter(area.target for area in self.areas)


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

    @property
    def sizes(self) -> tuple[tuple[float, float], ...]:
        """Width and height of every page in mm, before anything is rendered."""
        sizes = (self._document.get_page_size(number) for number in range(len(self._document)))
        return tuple((width * POINT, height * POINT) for width, height in sizes)

    @cached_property
    def pages(self) -> tuple[Seen, ...]:
        """Every page, rendered, its codes read and its text layer taken; one that comes again is what it was."""
        import zxingcpp

        from ulotki.readback import pdfium

        seen: list[Seen] = []
        marked, objects = letters(self._data), objects_of(self._data)
        if len(objects) != len(self._document):
            objects = []
        known: dict[object, Seen] = {}
        for number in range(len(self._document)):
            key = (objects[number], self._document.get_page_size(number)) if objects else number
            if key in known:
                seen.append(known[key])
                continue
            page = self._document[number]
            bitmap = page.render(scale=DPI / 72, grayscale=True)
            codes = zxingcpp.read_barcodes(bitmap.to_pil(), try_downscale=False, text_mode=zxingcpp.TextMode.Plain)
            texts = page.get_textpage()
            width, height = page.get_size()
            west, _, _, north = page.get_mediabox()
            trim, bleed = (
                tuple(value * POINT for value in (left - west, north - top, right - left, top - bottom))
                for left, bottom, right, top in (page.get_trimbox(), page.get_bleedbox())
            )
            areas = pdfium.areas(self._document, page)
            known[key] = Seen(
                width * POINT,
                height * POINT,
                trim,
                bleed,
                page.get_rotation(),
                Counter((code.format.name, code.text) for code in codes),
                words(texts.get_text_range()),
                pdfium.fonts(page),
                areas,
                pdfium.noted(page) - len(areas),
                pdfium.drawn(page),
                words(pdfium.heard(page, marked[number] if number < len(marked) else {})),
                pdfium.types(page),
                pdfium.images(page),
            )
            seen.append(known[key])
        return tuple(seen)

    @property
    def says(self) -> dict[str, str]:
        """What the file says of itself: Title, Author, Keywords, and its Lang."""
        from ulotki.readback import pdfium

        return {**self._document.get_metadata_dict(), "Lang": pdfium.language(self._document)}

    @property
    def bookmarks(self) -> tuple[tuple[int, int, str], ...]:
        """(level, page from 0, title) of each bookmark."""
        return tuple(
            (mark.level, target.get_index() if (target := mark.get_dest()) else -1, mark.get_title())
            for mark in self._document.get_toc()
        )

    def pictures(self, dpi: float = DPI) -> list[Image]:
        """Every page as a picture in colour."""
        return [page.render(scale=dpi / 72).to_pil().convert("RGB") for page in self._document]


def words(said: str) -> tuple[str, ...]:
    """The words of a text layer: composed letters, split at any blank."""
    return tuple(unicodedata.normalize("NFC", said).replace("\x02", "-").replace("\ufffe", "-").split())


def expected(page: Page) -> tuple[str, ...]:
    """The words that stand on *page*, in reading order."""
    parts: list[str] = []
    last: Line | None = None
    for item in _traces(page):
        if isinstance(item, Line):
            goes_on = last is not None and last.baseline == item.baseline and abs(last.box.right - item.x) < 0.2
            parts.append(item.text if goes_on else " " + item.text)
            last = item
    return words("".join(parts))


def compare(
    data: bytes,
    pages: tuple[Page, ...],
    purpose: Purpose = OFFICE,
    links: Mapping[str, str] = NOWHERE,
    told: Mapping[str, str] = NOWHERE,
) -> tuple[Finding, ...]:
    """What in the finished file *data* is not what *pages* ordered for *purpose*.

    links: ref → where it may lead.  told: what the file must say of itself, as in `Readback.says`.
    """
    from pypdfium2 import PdfiumError

    different = {id(page): page for page in pages}.values()
    rasters = {item.data for page in different for item, _ in walk(page.items) if isinstance(item, Raster)}
    found = [
        *_file(data, purpose),
        *_names(data, purpose, rasters),
        *_operators(data, purpose, rasters),
        *_images(data, rasters),
    ]
    try:
        with Readback(data) as back:
            found += _seen(back, pages, purpose, links, told)
            found = found or [*_inks(data, tuple(different), purpose), *_painted(back, pages, purpose)]
    except PdfiumError:
        found.append(say("the file cannot be opened"))
    return tuple(Finding("readback", what) for what in found)


def _seen(
    back: Readback, pages: tuple[Page, ...], purpose: Purpose, links: Mapping[str, str], told: Mapping[str, str]
) -> Iterator[Say]:
    """What a reader or a camera gets that was not ordered."""
    seen, says, bookmarks = back.pages, back.says, back.bookmarks
    for key, value in told.items():
        if says.get(key, "") != value:
            yield say('the file says {key} "{have}" instead of "{want}"', key=key, have=says.get(key, ""), want=value)
    headings = _headings(pages) if purpose.tagged and len(pages) > 1 else ()
    if bookmarks != headings:
        yield say("the bookmarks are not the headings")
    if len(seen) != len(pages):
        yield say("the file has {seen} pages instead of {count}", seen=len(seen), count=len(pages))
    for number, page, got in _pairs(pages, seen):
        yield from _page(number, page, got, purpose, links)


def _pairs(pages: tuple[Page, ...], seen: tuple[Seen, ...]) -> Iterator[tuple[int, Page, Seen]]:
    """Each page with what was seen of it, and its number; a pair that comes again is compared once."""
    compared: set[tuple[int, int]] = set()
    for number, (page, got) in enumerate(zip(pages, seen, strict=False), 1):
        if (id(page), id(got)) not in compared:
            compared.add((id(page), id(got)))
            yield number, page, got


def _headings(pages: tuple[Page, ...]) -> tuple[tuple[int, int, str], ...]:
    """The bookmarks that *pages* should have, as `Readback.bookmarks` gives them."""
    return tuple(
        (int(element.type[1]) - 1, place, element.text.replace(NBSP, " "))
        for place, page in enumerate(pages)
        for element in elements(structure(page))
        if element.type in ("H1", "H2")
    )


def _file(data: bytes, purpose: Purpose) -> Iterator[Say]:
    """What is wrong with the file as a whole: a reader might see another one than we do, or another one than it claims."""
    if not data.startswith(b"%%PDF-%d.%d" % purpose.version):
        yield say("the file does not begin as it must")
    if STREAM.sub(b"", data).count(b"%%EOF") != 1 or not data.endswith(b"%%EOF\n"):
        yield say("the file was added to after it was finished")
    for name, value in purpose.claims:
        if f"<{name}>{value}</{name}>".encode() not in data:
            yield say("the file does not claim {claim}", claim=f"{name} {value}")
    condition = purpose.condition
    if condition and not re.search(
        rb"/OutputConditionIdentifier\s*\(" + re.escape(condition.name.encode()) + rb"\)", data
    ):
        yield say("the file is not meant for {condition}", condition=condition.name)
    if condition and not re.search(rb"/N\s+%d\b" % condition.channels, data):
        yield say("the file is not meant for {condition}", condition=condition.name)
    for key, value in {"DisplayDocTitle": "true", **dict(purpose.preferences)}.items():
        if not re.search(rf"/{key}\s+{value}\b".encode(), data):
            yield say(
                "the file lacks {key}, which it needs for the purpose {purpose}", key=f"/{key}", purpose=purpose.name
            )
    if purpose.tagged and not owned(data):
        yield say("the structure does not own what it marks")


def _names(data: bytes, purpose: Purpose, rasters: Collection[bytes]) -> Iterator[Say]:
    """What the objects of the file hold that they must not, or lack: streams and strings apart."""
    bare = STRING.sub(b"()", STREAM.sub(b"", data))
    names = {_unescaped(name).decode("latin-1") for name in NAME.findall(bare)}
    known = NAMES[purpose.name] | (IMAGES if rasters else frozenset())
    for name in sorted(names - known):
        if not FONT.fullmatch(name) and not (rasters and IMAGE.fullmatch(name)):
            yield say("the file holds {key}, which no leaflet needs", key=f"/{name}")
    for name in sorted(NEEDED[purpose.name] - names):
        yield say(
            "the file lacks {key}, which it needs for the purpose {purpose}", key=f"/{name}", purpose=purpose.name
        )
    if purpose.tagged and not re.search(rb"/Marked\s+true", bare):
        yield say("the file does not say that it is tagged")


STREAM = re.compile(rb"\bstream\r?\n.*?endstream", re.DOTALL)
STRING = re.compile(rb"\((?:\\.|[^\\()])*\)", re.DOTALL)
NAME = re.compile(rb"/([^\x00\t\n\f\r ()<>\[\]{}/%]+)")


def _unescaped(name: bytes) -> bytes:
    """A name with its #xx read (ISO 32000-1, 7.3.5)."""
    return re.sub(rb"#([0-9A-Fa-f]{2})", lambda found: bytes.fromhex(found[1].decode()), name)


def _operators(data: bytes, purpose: Purpose, rasters: Collection[bytes]) -> Iterator[Say]:
    """What the pages draw with that is not ours, and inks that the purpose forbids."""
    known = OPERATORS | (INKS if purpose.inked else LIGHT) | (MARKS if purpose.tagged else frozenset())
    known |= {"Do"} if rasters else set()
    for content in contents(data):
        bare = STRING.sub(b"()", content)
        for operator in sorted(
            set(re.findall(r"(?<![/\w.])[A-Za-z'\"*]+(?![\w.])", bare.decode("latin-1"))) - known - {"MCID"}
        ):
            yield say("the pages draw with {operator}, which no leaflet needs", operator=operator)
        if not purpose.inked:
            continue
        if any(sum(ink) > MOST_INK for ink in _taken(bare)):
            yield say("more ink on one spot than paper takes")
        for words in re.findall(rb"\bBT\b.*?\bET\b", bare, re.DOTALL):
            if any(float(part) for ink in re.findall(rb"((?:[\d.]+ ){3})[\d.]+ [kK]\b", words) for part in ink.split()):
                yield say("words are printed in more than black")
                break


def _inks(data: bytes, pages: tuple[Page, ...], purpose: Purpose) -> Iterator[Say]:
    """Inks that nobody ordered."""
    drawn = (item for page in pages for item, _ in walk(page.items) if not isinstance(item, Raster))
    inks = {purpose.colour(_ink(item), words=isinstance(item, Line)) for item in drawn}
    taken = {ink for content in contents(data) for ink in _taken(STRING.sub(b"()", content))}
    if not all(any(_near(ink, ordered) for ordered in inks) for ink in taken):
        yield say("the pages take up an ink that nobody ordered")


def _taken(content: bytes) -> set[Colour]:
    """The colours that *content*, without its strings, takes up."""
    found = re.findall(rb"((?:[\d.]+\s+)+)(?:g|G|rg|RG|k|K)\b", content)
    return {tuple(map(float, numbers.split())) for numbers in found}


def _ink(item: Line | Fill | Stroke | Picture | Code) -> Ink:
    return BLACK if isinstance(item, Code) else item.ink


def _near(one: Colour, other: Colour) -> bool:
    return len(one) == len(other) and all(abs(a - b) < 0.001 for a, b in zip(one, other, strict=True))


def _images(data: bytes, rasters: Collection[bytes]) -> Iterator[Say]:
    """Pictures in the file that are not, dot for dot, those ordered, or that are not there."""
    if sorted(images(data)) != sorted(rasters):
        yield say("the pictures in the file are not those ordered")


def _page(number: int, page: Page, got: Seen, purpose: Purpose, links: Mapping[str, str]) -> Iterator[Say]:
    """What of one page is not as ordered."""
    if abs(page.width - got.width) > 0.1 or abs(page.height - got.height) > 0.1:
        yield say("page {page} has another size than ordered", page=number)
    trim = page.trim or Box(0, 0, page.width, page.height)
    bleed = trim.inset(-BLEED, -BLEED) if page.trim else trim
    for box, have in ((trim, got.trim), (bleed, got.bleed)):
        sides = (box.x, box.y, box.width, box.height)
        if any(abs(want - side) > 0.1 for want, side in zip(sides, have, strict=True)):
            yield say("page {page} is cut elsewhere than ordered", page=number)
    if got.turned:
        yield say("page {page} is turned", page=number)
    if got.noted:
        yield say("page {page} carries a note that nobody ordered", page=number)
    codes = Counter(("QRCode", item.payload) for item, _ in walk(page.items) if isinstance(item, Code))
    rasters = [item for item, _ in walk(page.items) if isinstance(item, Raster)]
    if got.images != len(rasters):
        yield say(
            "page {page} shows {seen} pictures instead of {count}", page=number, seen=got.images, count=len(rasters)
        )
    carried = {("QRCode", payload) for raster in rasters for payload in raster.payloads}
    for _, payload in sorted(one for one in got.codes - codes if one not in carried):
        yield say('page {page}: a camera reads "{value}", which nobody ordered', page=number, value=payload)
    for _, payload in sorted(codes - got.codes):
        yield say('page {page}: a camera does not read "{value}"', page=number, value=payload)
    faces = {item.face for item, _ in walk(page.items) if isinstance(item, Line)}
    for name, embedded in sorted(got.fonts):
        if not embedded or name.split("+")[-1] not in faces:
            yield say('page {page}: letters in "{name}", which is not the face ordered', page=number, name=name)
    linked = (
        [element for element in elements(structure(page)) if element.type == "Link" and element.ref in links]
        if purpose.tagged
        else []
    )
    ordered = Counter(links[element.ref] for element in linked)
    if purpose.tagged:
        heard = words(text((page,)))
        yield from _differing(heard, got.heard, number, heard=True)
        if _types(page, links) != got.types:
            yield say("page {page} is structured in another way than ordered", page=number)
    for target in sorted(got.links - ordered):
        yield say('page {page}: a link leads to "{value}", which nobody ordered', page=number, value=target)
    for target in sorted(ordered - got.links):
        yield say('page {page}: no link leads to "{value}"', page=number, value=target)
    for element, area in zip(linked, got.areas, strict=False):
        if _apart(element.box, area.box) > CLOSE or element.text.strip() != area.says:
            yield say(
                'page {page}: a link to "{value}" is not where or what its words are', page=number, value=area.target
            )
    written = expected(page)
    yield from _differing(written, _rejoined(written, got.words), number, heard=False)


def _types(page: Page, links: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    """The elements of *page*, as `Seen.types`: words that lead nowhere are no link, an empty cell is not seen."""
    return tuple(
        ("Span" if element.type == "Link" and element.ref not in links else element.type, element.lang)
        for element in elements(structure(page))
        if any(run.read for run in element.runs)
    )


CLOSE = 0.1
"""mm by which what is drawn may stand off, since numbers are rounded; many times less than anybody sees."""


def _painted(back: Readback, pages: tuple[Page, ...], purpose: Purpose) -> Iterator[Say]:
    """The first thing on each page that is not the one ordered, though it reads the same: moved, hidden, covered."""
    for number, page, got in _pairs(pages, back.pages):
        for item, have in zip_longest(_traces(page), got.drawn):
            if item is None:
                yield say("page {page} shows more than was ordered", page=number)
                break
            if have is not None and _is(item, have, purpose):
                continue
            yield say("page {page}: {what} does not stand there as ordered", page=number, what=named(item))
            break


def _traces(page: Page) -> Iterator[Trace]:
    """What stands on *page* in the order in which it is drawn: that of its structure."""
    return (trace for run in runs(structure(page)) for trace in run.traces)


def _is(item: Trace, got: Drawn, purpose: Purpose) -> bool:
    kind = "text" if isinstance(item, Line) else "image" if isinstance(item, Raster) else "path"
    if got.unseen or got.kind != kind:
        return False
    if isinstance(item, Raster):
        return _apart(item.box, got.box) < CLOSE
    if not purpose.inked and any(abs(want - have) > 1 for want, have in zip(_ink(item).rgb, got.ink, strict=True)):
        return False
    match item:
        case Line():
            if purpose.inked and (item.ink.luminance < DARK) != (max(got.ink) < HALF):
                return False
            off = max(abs(item.x - got.x), abs(item.baseline - got.baseline), abs(item.size - got.size))
            if item.text.strip() and abs(item.box.right - got.box.right) > BEARING * item.size * POINT:
                return False
            dressed = got.face.split("+")[-1] == item.face
            return off < CLOSE and dressed and item.outline == got.hollow and not got.turned
        case Picture():
            return item.box.holds(got.box, CLOSE) and not got.hollow
        case Stroke():
            room = item.box.inset(-MITRE * item.weight * POINT, -MITRE * item.weight * POINT)
            return got.box.holds(item.box, CLOSE) and room.holds(got.box) and got.hollow
        case _:
            return _apart(item.box, got.box) < CLOSE and not got.hollow


BEARING = 0.25
"""Of the em: what a letter may stand off the end of its advance."""

MITRE = 5
"""Widths of a line by which its corners may stick out (ISO 32000-1, 8.4.3.5: the limit is 10 of both sides)."""

HALF = 128
"""Of 255: darker is black, lighter is bare paper."""


def _apart(one: Box, other: Box) -> float:
    """mm between the sides of two boxes that are farthest apart."""
    sides = ((one.x, other.x), (one.y, other.y), (one.right, other.right), (one.bottom, other.bottom))
    return max(abs(a - b) for a, b in sides)


def _differing(wanted: tuple[str, ...], got: tuple[str, ...], number: int, *, heard: bool) -> Iterator[Say]:
    """The first word that is not the one ordered."""
    for place, (want, have) in enumerate(zip_longest(wanted, got, fillvalue=""), 1):
        if want == have:
            continue
        if heard:
            yield say(
                'page {page}: the word {place} is heard as "{have}" instead of "{want}"',
                page=number,
                place=place,
                have=have,
                want=want,
            )
        else:
            yield say(
                'page {page}: the word {place} reads "{have}" instead of "{want}"',
                page=number,
                place=place,
                have=have,
                want=want,
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


def verify(
    data: bytes,
    pages: tuple[Page, ...],
    purpose: Purpose = OFFICE,
    links: Mapping[str, str] = NOWHERE,
    told: Mapping[str, str] = NOWHERE,
) -> bytes:
    """*data*, when it says what *pages* ordered. Raises Refused otherwise."""
    if found := compare(data, pages, purpose, links, told):
        raise Refused(found)
    return data
