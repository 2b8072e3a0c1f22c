"""Compares a finished file with the pages that it was drawn from. A file with any difference is refused."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from ulotki.content.text import NBSP
from ulotki.errors import Finding, Refused, Say, say
from ulotki.page.items import Page
from ulotki.page.purpose import Purpose
from ulotki.page.purposes import OFFICE
from ulotki.page.structure import rasters, titles
from ulotki.readback import eyes
from ulotki.readback.allowed import foreign_names, foreign_operators
from ulotki.readback.beside import beside
from ulotki.readback.checked import PagePair, each_pair, is_heard, remember, sort_pairs
from ulotki.readback.claims import metadata_differences, unlike
from ulotki.readback.faces import altered
from ulotki.readback.file import OpenPdf, failures
from ulotki.readback.looks import Looks
from ulotki.readback.one_page import NOWHERE, differences_of, unlike_aloud
from ulotki.readback.painted import foreign_inks, misplaced
from ulotki.readback.seen import Readback
from ulotki.readback.settled import PaintedItems


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
    new: list[PagePair] = []
    again: list[PagePair] = []
    try:
        with OpenPdf(data) as file, Readback(data, file) as back:
            found += _file(file, pages, purpose)
            found += metadata_differences(file, told, back.says)
            found += _counted(back, pages, purpose)
            found += () if found else beside(file, pages, purpose)
            digests = Looks(file.graph)
            anew = bool(found or links)  # a link lies outside of what a page shows
            new, again = ([*each_pair(file, pages)], []) if anew else sort_pairs(file, pages, purpose, digests)
            found += _read(back, new, again, purpose, links)
            found += () if found else [*foreign_inks(file, _different(pages), purpose), *_painted(back, new, purpose)]
            found += () if found else _shown(file, back, new, digests, purpose)
    except failures():
        found = found or [say("the file cannot be opened")]
    if not found and not links:
        remember(new, again, purpose)
    return tuple(Finding("readback", what) for what in found)


def _read(
    back: Readback, new: Sequence[PagePair], again: Sequence[PagePair], purpose: Purpose, links: Mapping[str, str]
) -> Iterator[Say]:
    """Differences on pages as a reader and a screen reader get them. again: pages known in all but what is read aloud."""
    for one in new:
        yield from differences_of(one.number, one.page, back.seen(one.number - 1), purpose, links)
    for one in again if purpose.tagged else ():
        if not is_heard(one, purpose):
            yield from unlike_aloud(one.number, one.page, *back.heard(one.number - 1), links)


def _different(pages: tuple[Page, ...]) -> tuple[Page, ...]:
    """*pages* without repeated ones."""
    return tuple({id(page): page for page in pages}.values())


def _file(file: OpenPdf, pages: tuple[Page, ...], purpose: Purpose) -> Iterator[Say]:
    """Differences in the objects of the file."""
    images = {item.data for page in _different(pages) for item in rasters(page)}
    yield from unlike(file, purpose)
    yield from foreign_names(file, purpose, images)
    yield from foreign_operators(file, purpose, images)
    yield from altered(file)
    if sorted(file.images) != sorted(images):
        yield say("the pictures in the file are not those ordered")


def _shown(file: OpenPdf, back: Readback, new: list[PagePair], found: Looks, purpose: Purpose) -> Iterator[Say]:
    """Pages that do not look as ordered, although the objects of the file are right."""
    for one in new:
        parts = PaintedItems(one.page, found.pieces(file.pages[one.number - 1].obj))
        yield from (wrong := [*eyes.unlike(one.number, one.page, back.page(one.number - 1), purpose, parts.settled)])
        if not wrong:
            parts.learn()


def _painted(back: Readback, new: Sequence[PagePair], purpose: Purpose) -> Iterator[Say]:
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
