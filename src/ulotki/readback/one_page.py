"""Compares one page, as pdfium and a screen reader get it, with the page that was ordered: words, structure, boxes, links."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import zip_longest
from types import MappingProxyType

from ulotki.errors import Say, say
from ulotki.page.called import links as called
from ulotki.page.items import Box, Code, Line, Page
from ulotki.page.purpose import Purpose
from ulotki.page.structure import elements, rasters, structure, traces
from ulotki.page.twin import screen_reader_text
from ulotki.page.walking import walk
from ulotki.readback.codes import reads
from ulotki.readback.painted import CLOSE, apart
from ulotki.readback.seen import SeenPage, words

NOWHERE: Mapping[str, str] = MappingProxyType({})
"""Targets of no link."""


def differences_of(number: int, page: Page, got: SeenPage, purpose: Purpose, links: Mapping[str, str]) -> Iterator[Say]:
    """Differences on one page."""
    yield from _cut(number, page, got, purpose)
    yield from _codes(number, page, got)
    faces = {item.face for item, _ in walk(page.items) if isinstance(item, Line)}
    for name, embedded in sorted(got.fonts):
        if not embedded or name.split("+")[-1] not in faces:
            yield say('page {page}: letters in "{name}", which is not the face ordered', page=number, name=name)
    if purpose.tagged:
        yield from unlike_aloud(number, page, got.heard, got.types, links)
    yield from _links(number, page, got, links if purpose.tagged else NOWHERE)
    written = expected(page)
    yield from _differing(written, _rejoined(written, got.words), number, heard=False)


def unlike_aloud(
    number: int, page: Page, heard: tuple[str, ...], types: tuple[tuple[str, str], ...], links: Mapping[str, str]
) -> Iterator[Say]:
    """Differences in what a screen reader gets: its words, and the elements that they stand in."""
    yield from _differing(words(screen_reader_text(page)), heard, number, heard=True)
    if types_of(page, links) != types:
        yield say("page {page} is structured in another way than ordered", page=number)


def _cut(number: int, page: Page, got: SeenPage, purpose: Purpose) -> Iterator[Say]:
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
    if got.annotations:
        yield say("page {page} has an annotation that was not ordered", page=number)


def _codes(number: int, page: Page, got: SeenPage) -> Iterator[Say]:
    """Codes that do not hold their address, and a wrong number of raster images."""
    for item in (item for item, _ in walk(page.items) if isinstance(item, Code)):
        if not reads(item.rows, item.payload):
            yield say('page {page}: a camera does not read "{value}"', page=number, value=item.payload)
    if got.images != (count := len(rasters(page))):
        yield say("page {page} shows {seen} pictures instead of {count}", page=number, seen=got.images, count=count)


def _links(number: int, page: Page, got: SeenPage, links: Mapping[str, str]) -> Iterator[Say]:
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


def types_of(page: Page, links: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    """The elements of *page* in the form of `SeenPage.types`. Words without a target are no link; empty cells are left out."""
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
