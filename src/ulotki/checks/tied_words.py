"""A word of one letter stands on the same line as the next word."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from ulotki.checks import Check, CheckedPiece
from ulotki.content.typography import LANGUAGES
from ulotki.errors import Finding, say
from ulotki.page.items import Line
from ulotki.page.walking import walk

OPENING = '„«“"('


def find(piece: CheckedPiece) -> Iterator[Finding]:
    """Lines that end with a word of one letter although their paragraph continues, that is, with a space at the end."""
    typography = LANGUAGES.get(piece.leaflet.lang)
    bound = typography.bound if typography else ""
    for page in piece.pages:
        lines = (item for item, _ in walk(page.items) if isinstance(item, Line))
        for (field, _), parts in groupby(lines, key=lambda line: (line.field, line.baseline)):
            text = "".join(part.text for part in parts)
            last = text.split()[-1].lstrip(OPENING) if text.strip() else ""
            if text.endswith(" ") and len(last) == 1 and last.lower() in bound:
                what = say('"{value}" ends with a word of one letter', value=text.strip())
                hint = say("put a hard space after it, or break the line elsewhere")
                yield Finding("tied_words", what, hint, piece.at(field), grave=False)


CHECK = Check("tied_words", say("A single letter at the end of a line makes older readers lose their place."), find)
