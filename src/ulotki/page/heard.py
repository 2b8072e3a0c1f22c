"""What a screen reader gets of pages that are printed many times, or in another language than their file."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from ulotki.page.items import Group, Page, Role
from ulotki.recent import kept


def spoken(page: Page, lang: str) -> Page:
    """*page* as a section in a language, for a file in another one."""
    return replace(page, items=(Group(Role("section", lang=lang), page.items),))


@kept(400)
def unheard(page: Page) -> Page:
    """*page* as an artifact: what a screen reader leaves out, since its words were read before. It is one page for all packs."""
    return replace(page, items=(Group(Role("artifact"), page.items),))


def once(pages: Sequence[Page]) -> Iterator[Page]:
    """*pages*, with those that came before as artifacts: each is read once, however often it is printed."""
    again: dict[int, Page | None] = {}
    for page in pages:
        if id(page) not in again:
            again[id(page)] = None
            yield page
        else:
            again[id(page)] = copy = again[id(page)] or unheard(page)
            yield copy


def first_of(sheet: Page, page: Page, pieces: int) -> Page:
    """A *sheet* with *pieces* times *page*, of which the first is read; the others are artifacts."""
    others = (pieces - 1) * len(page.items)
    first, rest = sheet.items[: len(sheet.items) - others], sheet.items[len(sheet.items) - others :]
    return replace(sheet, items=(*first, Group(Role("artifact"), rest))) if rest else sheet
