"""The structure of a page as pdfium reads it: what a screen reader gets."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from typing import Any

from pypdfium2 import raw

from ulotki.readback.pdfium import string

HeardElement = tuple[str, str]
"""Type and language of a structure element."""


def heard(page: Any, letters: Mapping[int, str]) -> tuple[str, tuple[HeardElement, ...]]:
    """(the words of *page* as a screen reader gets them, a line for each element; its elements, an outer one before its kids).

    Nothing when the page has no structure. letters: of each marked content, by number. pdfium drops a space at the end of a
    line, which a screen reader needs.
    """
    words: list[str] = []
    found: list[HeardElement] = []
    with _roots(page) as roots:
        for root in roots:
            _read(root, letters, words, found)
    return "".join(words), tuple(one for one in found if one != ("Document", ""))


@contextmanager
def _roots(page: Any) -> Iterator[list[Any]]:
    """The top structure elements of *page*; none when it has no structure."""
    tree = raw.FPDF_StructTree_GetForPage(page)
    try:
        count = raw.FPDF_StructTree_CountChildren(tree) if tree else 0
        found = [raw.FPDF_StructTree_GetChildAtIndex(tree, place) for place in range(count)]
        yield [one for one in found if one]  # on a page where nothing is read, pdfium counts elements of other pages
    finally:
        raw.FPDF_StructTree_Close(tree)


INLINE = ("Link", "Span")


def _read(element: Any, letters: Mapping[int, str], words: list[str], found: list[HeardElement]) -> None:
    """Add what is said of an element to *words*, with the alternative text in its place, and the element to what was *found*."""
    type = string(partial(raw.FPDF_StructElement_GetType, element), "utf-16-le")
    found.append((type, string(partial(raw.FPDF_StructElement_GetLang, element), "utf-16-le")))
    alt = string(partial(raw.FPDF_StructElement_GetAltText, element), "utf-16-le")
    around = "" if type in INLINE else "\n"
    inside: list[str] = []
    for place in range(raw.FPDF_StructElement_CountChildren(element)):
        if child := raw.FPDF_StructElement_GetChildAtIndex(element, place):
            _read(child, letters, inside, found)
        else:
            mark = raw.FPDF_StructElement_GetChildMarkedContentID(element, place)
            inside.append(letters.get(mark, "") if mark >= 0 else "")  # -1 is a link annotation
    words += [around, *([alt] if alt else inside), around]
