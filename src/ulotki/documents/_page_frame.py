"""What every page of a document has: a head and a foot, room between them, rows and points in their groups."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from ulotki.content.text import Run, Words
from ulotki.content.typography import HOME
from ulotki.documents.paper import Paper
from ulotki.look.inks import BLACK
from ulotki.page.blocks import Text
from ulotki.page.items import Box, Group, Item, Role
from ulotki.page.setting import Setting
from ulotki.stock import family as shipped

FOOT_HEIGHT, HEAD_GAP = 9.0, 6.0
"""mm kept for the number of the page; between the head and what is under it."""


def body_height(paper: Paper) -> float:
    """mm of a page between its head and its foot."""
    return paper.format.height - 2 * paper.format.margin - head_height(paper) - FOOT_HEIGHT


def head_height(paper: Paper) -> float:
    """mm that the head of a page takes, with what is kept above and below it."""
    return RISE + (paper.head.height(paper.width, Setting(shipped(HOME), cut=True)) + HEAD_GAP if paper.head else 0.0)


def page_head(paper: Paper, place: int, height: float, setting: Setting) -> tuple[Item, ...]:
    """The head of a page; on all but the first it was heard already."""
    if paper.head is None:
        return ()
    margin = paper.format.margin
    box = Box(margin, margin + RISE, paper.width, height - RISE - HEAD_GAP)
    items = paper.head.place(box, setting)
    return (Group(Role("artifact"), items),) if place else items


def page_foot(paper: Paper, place: int, count: int, setting: Setting) -> tuple[Item, ...]:
    """Which page of how many, at the right; nothing when there is one."""
    if count == 1:
        return ()
    text = Text(Words((Run(f"{place + 1}/{count}"),)), paper.foot, BLACK, None, align="right")
    high, margin = text.height(paper.width, setting), paper.format.margin
    box = Box(margin, paper.format.height - margin - high - DROP, paper.width, high)
    return (Group(Role("artifact"), text.place(box, setting)),)


DROP, RISE = 1.0, 1.0
"""mm kept below the number, whose stroke hangs that deep, and above the first capitals, whose accents stand that high."""

WHOLE = {"row": "table", "item": "list"}
"""Groups that are parts of another one, which they make together on each page."""


def grouped_rows(items: tuple[Item, ...]) -> Iterator[Item]:
    """*items* with rows put into one table and points into one list, where they follow one another."""
    for kind, group in groupby(items, key=lambda item: item.role.kind if isinstance(item, Group) else ""):
        if kind in WHOLE:
            yield Group(Role(WHOLE[kind]), tuple(group))  # type: ignore[arg-type]
        else:
            yield from group
