"""Sheets printed on both sides, as printers differ: backs upside down, moved, or printed later."""

from __future__ import annotations

from dataclasses import replace

from ulotki.page.items import Page
from ulotki.page.walking import moved


def backs_turned(pages: tuple[Page, ...]) -> tuple[Page, ...]:
    """*pages*, the second, fourth … upside down: for a printer that turns sheets over the other edge than they are made for."""
    return tuple(replace(page, turned=page.turned ^ bool(number % 2)) for number, page in enumerate(pages))


def shifted(page: Page, right: float, down: float) -> Page:
    """*page* with everything moved *right* and *down* mm, as the printer sees it; what is turned moves the other way on its page."""
    way = -1 if page.turned else 1
    return replace(page, items=moved(page.items, way * right, way * down))


def passes(pages: tuple[Page, ...]) -> tuple[tuple[str, tuple[Page, ...]], ...]:
    """(name, pages) of what is printed first and then on the other sides, for a printer that does not turn sheets.

    Both in the order of the sheets: the sheet that came out first goes in first again. A last back with nothing on it is
    left out, since no sheet comes after it.
    """
    return ((FRONTS, pages[::2]), (BACKS, pages[1::2]))


FRONTS, BACKS = "1-przody", "2-tyly"
"""What the files of the two passes are called after, whatever language the program speaks."""
