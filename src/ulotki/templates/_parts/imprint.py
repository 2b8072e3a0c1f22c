"""The small lines under a piece, about its publisher and its last day."""

from __future__ import annotations

from dataclasses import replace

from ulotki.content.told import Leaflet
from ulotki.look.inks import BLACK
from ulotki.look.styles import Style
from ulotki.page.blocks import Block, Leading, RunOn, Text
from ulotki.templates._parts.core import apart, column, joined, plain

CLEAR = 8
"""mm at least between the last line of a paragraph and the code of the piece at its right."""


def imprint(
    leaflet: Leaflet,
    style: Style,
    *,
    safety: bool = True,
    free: bool = True,
    together: bool = False,
    right: bool = False,
) -> Block:
    """The small lines under a piece: how to tell an impostor, that it is free, who publishes it, until when it hangs, its code.

    together: that it is free and who publishes it run on as one paragraph.  right: the last line is set flush right,
    beside the end of the paragraph where that leaves room.
    """
    strong = replace(style, weight="SemiBold")
    phrases, issuer = leaflet.phrases, leaflet.imprint.issuer
    lines = [Text(words, strong, BLACK) for words in (*leaflet.help.always, *((phrases.impostor,) if safety else ()))]
    lines += [Text(words, style, BLACK) for words in leaflet.imprint.also]
    body = [words for words in (phrases.free if free else None, issuer) if words]
    if together and len(body) == 2:
        body = [joined(body[0], " ", body[1])]
    lines += [Text(words, style, BLACK) for words in body]
    last = joined(leaflet.imprint.until, LAST, leaflet.imprint.code) if leaflet.imprint.until else leaflet.imprint.code
    if right and lines:
        *lines, paragraph = lines
        ended: Block = RunOn(paragraph, Text(last, strong, BLACK, align="right"), CLEAR)
    else:
        ended = plain(last, style)
    return column(*apart((*lines, ended), Leading(style)))


LAST = "   "
"""Between the last day and the code: wider than a blank, so that each is found."""
