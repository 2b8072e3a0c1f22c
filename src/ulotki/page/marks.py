"""WZÓR and PROJEKT: words across a page that must not be taken for finished.

They stand here, in the program, and not among the words of the library: content must not be able to switch a mark off
by leaving a word empty.
"""

from __future__ import annotations

from dataclasses import replace
from enum import StrEnum

from ulotki.look.faces import Family
from ulotki.look.inks import BLACK
from ulotki.page.items import Box, Code, Group, Item, Line, Page, Role, walk
from ulotki.paper import POINT


class Mark(StrEnum):
    """SPECIMEN: a value on the page is not good. DRAFT: nobody has approved the piece."""

    SPECIMEN = "WZÓR"
    DRAFT = "PROJEKT"


SHARE = 0.82
"""Of the width between the margins that the word takes."""


def marked(page: Page, mark: Mark, family: Family) -> Page:
    """*page* with *mark* three times across it: hollow letters over the panels and under the words, clear of codes.

    It comes first in the structure, where it is said once. Fills and outlines come before it, since no fill may cover a
    word anyway.
    """
    face = family["ExtraBold"]
    advances = tuple(advance * 1000 / face.units for advance in face.advances(mark.value))
    room = page.width - 2 * page.margin
    size = room * SHARE / (sum(advances) / 1000) / POINT
    rise, depth = face.reach(mark.value)
    codes = [item.quiet for item, _ in walk(page.items) if isinstance(item, Code)]
    lines: list[Item] = []
    for third in (1, 3, 5):
        baseline = page.height * third / 6 + face.cap * size * POINT / 2
        high = Line(
            x=page.margin + room * (1 - SHARE) / 2,
            baseline=baseline,
            text=mark.value,
            face=face.name,
            size=size,
            ink=BLACK,
            advances=advances,
            floor=0.0,
            rise=rise,
            depth=depth,
            outline=True,
        )
        line = _clear(high, codes, page)
        if line is not None:
            lines.append(line)
    if not lines:
        raise ValueError("a page so full of codes that it cannot be marked")
    ground, words = _split(page.items)
    first, *again = lines
    said = (Group(Role("paragraph"), (first,)), *([Group(Role("artifact"), tuple(again))] if again else []))
    return replace(page, items=(*ground, *said, *words))


def _clear(line: Line, codes: list[Box], page: Page) -> Line | None:
    """*line* moved up until it is clear of every code, or None when there is no such place."""
    box = line.box
    for code in codes:
        if box.meets(code):
            line = replace(line, baseline=line.baseline - (box.bottom - code.y))
            box = line.box
    inside = box.y >= page.margin and not any(box.meets(code) for code in codes)
    return line if inside else None


def _split(items: tuple[Item, ...]) -> tuple[tuple[Item, ...], tuple[Item, ...]]:
    """(decoration, the rest with its groups), both in order. A figure stays whole."""
    ground: list[Item] = []
    words: list[Item] = []
    for item in items:
        if isinstance(item, Group) and item.role.kind != "figure":
            below, inside = _split(item.items)
            ground += below
            words.append(replace(item, items=inside))
        elif isinstance(item, (Line, Group, Code)):
            words.append(item)
        else:
            ground.append(item)
    return tuple(ground), tuple(words)
