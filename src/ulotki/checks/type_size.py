"""Type is large enough for its reading distance."""

from __future__ import annotations

from collections.abc import Iterator

from ulotki.checks import Check, LaidPages
from ulotki.errors import Finding, figure, say
from ulotki.page.items import Line
from ulotki.page.walking import walk


def find(piece: LaidPages) -> Iterator[Finding]:
    """Lines that are too small for their reading distance."""
    for page in piece.pages:
        for item, _ in walk(page.items):
            if isinstance(item, Line) and item.size < item.floor - 0.01:
                said = {"value": item.text.strip(), "size": figure(item.size, "g"), "least": figure(item.floor, ".1f")}
                what = say('"{value}" is set in {size} pt and needs {least} pt', **said)
                hint = say("shorten the words around it, or take a larger format")
                yield Finding("type_size", what, hint, piece.at(item.field))


CHECK = Check("type_size", say("Small letters stay unread by eyes that are seventy years old."), find, paper=find)
