"""Compares a finished file with the pages that it was drawn from. A file with any difference is refused."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import zip_longest
from types import MappingProxyType

from ulotki.content.text import NBSP
from ulotki.errors import Finding, Refused, Say, say
from ulotki.frozen import dataclass
from ulotki.page.items import Box, Code, Line, Page, Raster, walk
from ulotki.page.purpose import OFFICE, Purpose
from ulotki.page.structure import elements, structure, titles, traces
from ulotki.page.structure import links as called
from ulotki.page.twin import heard as said
from ulotki.readback import eyes, looks, spoken
from ulotki.readback.allowed import foreign_names, foreign_operators
from ulotki.readback.beside import beside
from ulotki.readback.claims import said as stated
from ulotki.readback.claims import unlike
from ulotki.readback.codes import reads
from ulotki.readback.faces import altered
from ulotki.readback.file import OpenPdf, failures
from ulotki.readback.painted import CLOSE, apart, foreign_inks, misplaced
from ulotki.readback.seen import Readback, Seen, words
from ulotki.readback.settled import Parts

NOWHERE: Mapping[str, str] = MappingProxyType({})


def verify(
    data: bytes,
    pages: tuple[Page, ...],
    purpose: Purpose = OFFICE,
    links: Mapping[str, str] = NOWHERE,
    told: Mapping[str, str] = NOWHERE,
) -> bytes:
    """*data*, when it matches *pages*. Raises Refused otherwise. The arguments are those of `compare`."""
    if found := compare(data, pages, purpose, links, told):
        raise Refused(found)
    return data


def compare(
    data: bytes,
    pages: tuple[Page, ...],
    purpose: Purpose = OFFICE,
    links: Mapping[str, str] = NOWHERE,
    told: Mapping[str, str] = NOWHERE,
) -> tuple[Finding, ...]:
    """All differences between the finished file *data* and *pages* drawn for *purpose*.

    links: ref → target of its link.  told: the metadata that the file must have, as in `Readback.says`.
    """
    links = links if purpose.tagged else NOWHERE
    found: list[Say] = []
    new: list[Compared] = []
    again: list[Compared] = []
    try:
        with OpenPdf(data) as file, Readback(data, file) as back:
            found += _file(file, pages, purpose)
            found += stated(file, told, back.says)
            found += _counted(back, pages, purpose)
            found += () if found else beside(file, pages, purpose)
            digests = looks.Looks()
            anew = bool(found or links)  # a link lies outside of what a page shows
            new, again = ([*_each(file, pages)], []) if anew else _sorted(file, pages, purpose, digests)
            found += _read(back, new, again, purpose, links)
            found += () if found else [*foreign_inks(file, _different(pages), purpose), *_painted(back, new, purpose)]
            found += () if found else _shown(file, back, new, digests, purpose)
    except failures():
        found = found or [say("the file cannot be opened")]
    if not found and not links:
        _remember(new, again, purpose)
    return tuple(Finding("readback", what) for what in found)


def _read(
    back: Readback, new: Sequence[Compared], again: Sequence[Compared], purpose: Purpose, links: Mapping[str, str]
) -> Iterator[Say]:
    """Differences on pages as a reader and a screen reader get them. again: pages known in all but what is read aloud."""
    for one in new:
        yield from _page(one.number, one.page, back.seen(one.number - 1), purpose, links)
    for one in again if purpose.tagged else ():
        if one.spoken is None or not HEARD.holds(one.spoken, one.page, purpose):
            yield from _read_aloud(one.number, one.page, *back.heard(one.number - 1), links)


def _aloud(page: Page) -> tuple[object, ...]:
    """What a screen reader must get of a page without links."""
    return words(said(page)), _types(page, NOWHERE)


SHOWN = looks.CheckedPages()
"""Pages of this run that look as ordered."""

HEARD = looks.CheckedPages(_aloud)
"""Pages of this run that are read aloud as ordered."""


@dataclass(frozen=True, slots=True)
class Compared:
    """A page of a file. number: from 1.  page: as ordered.  look, spoken: digests of what it shows and of what is read
    aloud; b"" and None when nobody asks or can tell.
    """

    number: int
    page: Page
    look: bytes = b""
    spoken: bytes | None = None


def _remember(new: Sequence[Compared], again: Sequence[Compared], purpose: Purpose) -> None:
    """Note pages that were found to be as ordered."""
    for one in new:
        SHOWN.add(one.look, one.page, purpose)
    for one in (*new, *again):
        if one.spoken is not None:
            HEARD.add(one.spoken, one.page, purpose)


def _each(file: OpenPdf, pages: tuple[Page, ...]) -> Iterator[Compared]:
    """The pages of the file with those that were ordered, each pair once."""
    met: set[tuple[int, bytes]] = set()
    for number, (page, key) in enumerate(zip(pages, file.keys, strict=False), 1):
        if (id(page), key) not in met:
            met.add((id(page), key))
            yield Compared(number, page)


def _sorted(
    file: OpenPdf, pages: tuple[Page, ...], purpose: Purpose, digests: looks.Looks
) -> tuple[list[Compared], list[Compared]]:
    """The pages that must be compared, and those that were found to look as ordered before in this run."""
    new: list[Compared] = []
    again: list[Compared] = []
    here = looks.CheckedPages()
    structures = spoken.digests(file) if purpose.tagged else {}
    for each in _each(file, pages):
        got, structure = file.pages[each.number - 1].obj, structures.get(each.number - 1)
        aloud = looks.digest_of(structure, digests.marked(got)) if structure else None
        one = Compared(each.number, each.page, digests.look(got), aloud)
        if SHOWN.holds(one.look, one.page, purpose) or here.holds(one.look, one.page, purpose):
            again.append(one)
        else:
            new.append(one)
            here.add(one.look, one.page, purpose)
    return new, again


def _different(pages: tuple[Page, ...]) -> tuple[Page, ...]:
    """*pages* without repeated ones."""
    return tuple({id(page): page for page in pages}.values())


def _file(file: OpenPdf, pages: tuple[Page, ...], purpose: Purpose) -> Iterator[Say]:
    """Differences in the objects of the file."""
    images = {item.data for page in _different(pages) for item, _ in walk(page.items) if isinstance(item, Raster)}
    yield from unlike(file, purpose)
    yield from foreign_names(file, purpose, images)
    yield from foreign_operators(file, purpose, images)
    yield from altered(file)
    if sorted(file.images) != sorted(images):
        yield say("the pictures in the file are not those ordered")


def _shown(file: OpenPdf, back: Readback, new: list[Compared], found: looks.Looks, purpose: Purpose) -> Iterator[Say]:
    """Pages that do not look as ordered, although the objects of the file are right."""
    for one in new:
        parts = Parts(one.page, found.pieces(file.pages[one.number - 1].obj))
        yield from (wrong := [*eyes.unlike(one.number, one.page, back.page(one.number - 1), purpose, parts.settled)])
        if not wrong:
            parts.learn()


def _painted(back: Readback, new: Sequence[Compared], purpose: Purpose) -> Iterator[Say]:
    for one in new:
        yield from misplaced(one.number, one.page, back.seen(one.number - 1).drawn, purpose)


def _counted(back: Readback, pages: tuple[Page, ...], purpose: Purpose) -> Iterator[Say]:
    """Differences in bookmarks and the number of pages."""
    seen = back.count
    headings = _headings(pages) if purpose.tagged and len(pages) > 1 else ()
    if back.bookmarks != headings:
        yield say("the bookmarks are not the headings")
    if seen != len(pages):
        yield say("the file has {seen} pages instead of {count}", seen=seen, count=len(pages))


def _headings(pages: tuple[Page, ...]) -> tuple[tuple[int, int, str], ...]:
    """The bookmarks that *pages* should have, in the form of `Readback.bookmarks`."""
    return tuple(
        (int(element.type[1]) - 1, place, element.text.replace(NBSP, " "))
        for place, page in enumerate(pages)
        for element in titles(page)
    )


def _page(number: int, page: Page, got: Seen, purpose: Purpose, links: Mapping[str, str]) -> Iterator[Say]:
    """Differences on one page."""
    yield from _cut(number, page, got, purpose)
    yield from _codes(number, page, got)
    faces = {item.face for item, _ in walk(page.items) if isinstance(item, Line)}
    for name, embedded in sorted(got.fonts):
        if not embedded or name.split("+")[-1] not in faces:
            yield say('page {page}: letters in "{name}", which is not the face ordered', page=number, name=name)
    if purpose.tagged:
        yield from _read_aloud(number, page, got.heard, got.types, links)
    yield from _links(number, page, got, links if purpose.tagged else NOWHERE)
    written = expected(page)
    yield from _differing(written, _rejoined(written, got.words), number, heard=False)


def _read_aloud(
    number: int, page: Page, heard: tuple[str, ...], types: tuple[tuple[str, str], ...], links: Mapping[str, str]
) -> Iterator[Say]:
    """Differences in what a screen reader gets: its words, and the elements that they stand in."""
    yield from _differing(words(said(page)), heard, number, heard=True)
    if _types(page, links) != types:
        yield say("page {page} is structured in another way than ordered", page=number)


def _cut(number: int, page: Page, got: Seen, purpose: Purpose) -> Iterator[Say]:
    """Differences in size, page boxes, rotation and annotations."""
    if abs(page.width - got.width) > 0.1 or abs(page.height - got.height) > 0.1:
        yield say("page {page} has another size than ordered", page=number)
    trim = page.trim or Box(0, 0, page.width, page.height)
    bleed = trim.inset(-purpose.bleed, -purpose.bleed) if page.trim else trim
    for box, have in ((trim, got.trim), (bleed, got.bleed)):
        sides = (box.x, box.y, box.width, box.height)
        if any(abs(want - side) > 0.1 for want, side in zip(sides, have, strict=True)):
            yield say("page {page} has other trim or bleed boxes than ordered", page=number)
    if got.turned != (180 if page.turned else 0):
        yield say("page {page} is turned in another way than ordered", page=number)
    if got.noted:
        yield say("page {page} has an annotation that was not ordered", page=number)


def _codes(number: int, page: Page, got: Seen) -> Iterator[Say]:
    """Codes that do not hold their address, and a wrong number of raster images."""
    for item in (item for item, _ in walk(page.items) if isinstance(item, Code)):
        if not reads(item.rows, item.payload):
            yield say('page {page}: a camera does not read "{value}"', page=number, value=item.payload)
    rasters = [item for item, _ in walk(page.items) if isinstance(item, Raster)]
    if got.images != len(rasters):
        yield say(
            "page {page} shows {seen} pictures instead of {count}", page=number, seen=got.images, count=len(rasters)
        )


def _links(number: int, page: Page, got: Seen, links: Mapping[str, str]) -> Iterator[Say]:
    """Links with a wrong target, missing links, and links that do not lie on their words."""
    linked = [(one, name) for one, name in called(structure(page)) if one.ref in links] if links else []
    ordered = Counter(links[element.ref] for element, _ in linked)
    for target in sorted(got.links - ordered):
        yield say('page {page}: a link leads to "{value}", which was not ordered', page=number, value=target)
    for target in sorted(ordered - got.links):
        yield say('page {page}: no link leads to "{value}"', page=number, value=target)
    for (element, name), area in zip(linked, got.areas, strict=False):
        if apart(element.box, area.box) > CLOSE or name != area.says:
            yield say(
                'page {page}: a link to "{value}" does not lie on its words or does not name them',
                page=number,
                value=area.target,
            )


def _types(page: Page, links: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    """The elements of *page* in the form of `Seen.types`. Words without a target are no link; empty cells are left out."""
    return tuple(
        ("Span" if element.type == "Link" and element.ref not in links else element.type, element.lang)
        for element in elements(structure(page))
        if any(run.read for run in element.runs)
    )


def _differing(wanted: tuple[str, ...], got: tuple[str, ...], number: int, *, heard: bool) -> Iterator[Say]:
    """The first word that differs. heard: whether the words are those of a screen reader."""
    for place, (want, have) in enumerate(zip_longest(wanted, got, fillvalue=""), 1):
        if want == have:
            continue
        said = {"page": number, "place": place, "have": have, "want": want}
        if heard:
            yield say('page {page}: a screen reader reads word {place} as "{have}" instead of "{want}"', **said)
        else:
            yield say('page {page}: word {place} is "{have}" instead of "{want}"', **said)
        return


def _rejoined(ordered: tuple[str, ...], got: tuple[str, ...]) -> tuple[str, ...]:
    """*got* with words joined that pdfium split where two runs of letters meet inside a word, and the other way round.

    On a page with columns pdfium takes the end of a run for the end of a line, and it joins to the next word what ends
    a line with a hyphen. A missing space stays missing.
    """
    whole: list[str] = []
    rest = list(reversed(got))
    for want in ordered:
        have = rest.pop() if rest else ""
        while rest and have != want and want.startswith(have + rest[-1]):
            have += rest.pop()
        if have != want and want.endswith("-") and have.startswith(want):
            rest.append(have.removeprefix(want))
            have = want
        whole.append(have)
    return (*(word for word in whole if word), *reversed(rest))


def expected(page: Page) -> tuple[str, ...]:
    """The words of *page*, in reading order."""
    parts: list[str] = []
    last: Line | None = None
    for item in traces(page):
        if isinstance(item, Line):
            goes_on = last is not None and last.baseline == item.baseline and abs(last.box.right - item.x) < 0.2
            parts.append(item.text if goes_on else " " + item.text)
            last = item
    return words("".join(parts))
