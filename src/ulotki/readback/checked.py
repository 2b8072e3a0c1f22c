"""Pages that were found to be as ordered in this run: they are not compared a second time."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from ulotki.frozen import dataclass
from ulotki.page.items import Page
from ulotki.page.purpose import Purpose
from ulotki.page.structure import traces
from ulotki.page.twin import screen_reader_text
from ulotki.readback import spoken
from ulotki.readback.digests import digest_of
from ulotki.readback.file import OpenPdf
from ulotki.readback.looks import Looks
from ulotki.readback.one_page import NOWHERE, types_of
from ulotki.readback.seen import words
from ulotki.recent import Recent


def shown(page: Page) -> tuple[object, ...]:
    """What a page shows, whatever of it is read aloud."""
    return page.width, page.height, page.trim, page.turned, traces(page)


class CheckedPages:
    """Pages that are as ordered. Only the last are kept. ordered: what of a page counts."""

    MOST = 400

    def __init__(self, ordered: Callable[[Page], object] = shown) -> None:
        self._ordered = ordered
        self._found: Recent[tuple[bytes, Purpose], Page] = Recent(self.MOST)

    def holds(self, digest: bytes, page: Page, purpose: Purpose) -> bool:
        """Whether a page of this digest was found to be what this one orders, drawn for this purpose."""
        known = self._found.get((digest, purpose))
        return known is not None and (known is page or self._ordered(known) == self._ordered(page))

    def add(self, digest: bytes, page: Page, purpose: Purpose) -> None:
        """Remember a page that was found to be as ordered."""
        self._found[digest, purpose] = page


def _aloud(page: Page) -> tuple[object, ...]:
    """What a screen reader must get of a page without links."""
    return words(screen_reader_text(page)), types_of(page, NOWHERE)


SHOWN = CheckedPages()
"""Pages of this run that look as ordered."""

HEARD = CheckedPages(_aloud)
"""Pages of this run that are read aloud as ordered."""


@dataclass(frozen=True, slots=True)
class PagePair:
    """A page of a file and the *page* that was ordered. number: from 1.  look, spoken: digests of what it shows and of
    what is read aloud; b"" and None when nobody asks or can tell.
    """

    number: int
    page: Page
    look: bytes = b""
    spoken: bytes | None = None


def remember(new: Sequence[PagePair], again: Sequence[PagePair], purpose: Purpose) -> None:
    """Note pages that were found to be as ordered."""
    for one in new:
        SHOWN.add(one.look, one.page, purpose)
    for one in (*new, *again):
        if one.spoken is not None:
            HEARD.add(one.spoken, one.page, purpose)


def is_heard(one: PagePair, purpose: Purpose) -> bool:
    """Whether such a page was found to be read aloud as ordered."""
    return one.spoken is not None and HEARD.holds(one.spoken, one.page, purpose)


def each_pair(file: OpenPdf, pages: tuple[Page, ...]) -> Iterator[PagePair]:
    """The pages of the file with those that were ordered, each pair once."""
    met: set[tuple[int, bytes]] = set()
    for number, (page, key) in enumerate(zip(pages, file.keys, strict=False), 1):
        if (id(page), key) not in met:
            met.add((id(page), key))
            yield PagePair(number, page)


def sort_pairs(
    file: OpenPdf, pages: tuple[Page, ...], purpose: Purpose, digests: Looks
) -> tuple[list[PagePair], list[PagePair]]:
    """The pages that must be compared, and those that were found to look as ordered before in this run."""
    new: list[PagePair] = []
    again: list[PagePair] = []
    here = CheckedPages()
    structures = spoken.digests(file) if purpose.tagged else {}
    for each in each_pair(file, pages):
        got, structure = file.pages[each.number - 1].obj, structures.get(each.number - 1)
        aloud = digest_of(structure, digests.marked(got)) if structure else None
        one = PagePair(each.number, each.page, digests.look(got), aloud)
        if SHOWN.holds(one.look, one.page, purpose) or here.holds(one.look, one.page, purpose):
            again.append(one)
        else:
            new.append(one)
            here.add(one.look, one.page, purpose)
    return new, again
