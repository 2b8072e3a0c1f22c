"""The bookmarks of a file: the headings of its pages."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from ulotki.drawing.objects import File, Reference
from ulotki.drawing.syntax import number, string
from ulotki.page.items import Page
from ulotki.page.structure import titles
from ulotki.paper import POINT


def bookmarks(file: File, pages: Sequence[Page], places: Sequence[Reference]) -> Reference:
    """The bookmarks: one for each heading of the first level, and inside it those of the second that follow; b"" for none."""
    marks: list[Bookmark] = []
    for page, place in zip(pages, places, strict=True):
        for element in titles(page):
            top = number((page.height - element.box.y) / POINT, 4).encode()
            title = string(element.text.replace("\N{NO-BREAK SPACE}", " "))
            mark: Bookmark = (b"/Title %b /Dest [%b /XYZ 0 %b 0]" % (title, place, top), [])
            (marks[-1][1] if marks and element.type == "H2" else marks).append(mark)
    if not marks:
        return b""
    root = file.ahead()
    file.put(root, b"<< /Type /Outlines%b >>" % _inside(file, root, marks))
    return root


Bookmark = tuple[bytes, list[Any]]
"""What a bookmark says and where it leads, and the marks inside it."""


def _inside(file: File, parent: Reference, marks: Sequence[Bookmark]) -> bytes:
    """The entries of a bookmark about the *marks* inside it, which are put into the file (ISO 32000-1, 12.3.3)."""
    if not marks:
        return b""
    places = [file.ahead() for _ in marks]
    for (said, inner), place, before, after in zip(marks, places, [b"", *places], [*places[1:], b""], strict=False):
        beside = (b" /Prev " + before if before else b"") + (b" /Next " + after if after else b"")
        file.put(place, b"<< %b /Parent %b%b%b >>" % (said, parent, beside, _inside(file, place, inner)))
    return b" /First %b /Last %b /Count %d" % (places[0], places[-1], sum(1 + len(inner) for _, inner in marks))
