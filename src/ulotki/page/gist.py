"""What a file of pages is about, in few words."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import dropwhile, takewhile
from textwrap import shorten

from ulotki.page.called import plain_text
from ulotki.page.items import Page
from ulotki.page.structure import Element, structure, titles


def opening(page: Page, without: str = "") -> str:
    """What is said after the first heading of *page* up to its first list; "" for nothing. without: a word of what is left out."""
    parts = (one for one in structure(page) if isinstance(one, Element))
    ahead = takewhile(lambda one: one.type not in ("L", "Table"), parts)
    said = list(dropwhile(lambda one: one.type != "H1", ahead))
    return " ".join(plain_text(one) for one in said[1:] if not (without and without in one.text))


def headings(pages: Iterable[Page]) -> str:
    """The first headings of *pages*, each once: what a file of several pieces holds, in no more than MOST_SAID letters."""
    different = {id(page): page for page in pages}.values()
    found = (plain_text(one) for page in different for one in titles(page) if one.type == "H1")
    return shorten("; ".join(dict.fromkeys(found)), MOST_SAID, placeholder="…")


MOST_SAID = 200
