"""A document as pages and as PDF. It goes the way of a leaflet, but bears no code.

Blocks flow over pages, of A4 as a rule; a head stands on each, and at its foot which page it is. What checks know of any paper holds
of these too, and the finished bytes are read back.
"""

from __future__ import annotations

import datetime
import math
from collections.abc import Iterator
from itertools import groupby
from textwrap import shorten

from ulotki.checks import laid_findings
from ulotki.content.text import Run, Words
from ulotki.content.typography import HOME
from ulotki.documents.flowing import NewPage, Part, over_pages
from ulotki.errors import Refused, Where
from ulotki.frozen import dataclass
from ulotki.look.faces import Family
from ulotki.look.inks import BLACK
from ulotki.look.styles import Style
from ulotki.page.blocks import Block, Stack, Text
from ulotki.page.gist import MOST_SAID, opening
from ulotki.page.items import Box, Group, Item, Page, Role
from ulotki.page.purposes import PAPER
from ulotki.page.setting import Setting
from ulotki.paper import A4, HAND, Format
from ulotki.recent import kept
from ulotki.stock import family as shipped

FOOT = Style("Regular", 12, 15, HAND)

FOOT_HEIGHT, HEAD_GAP = 9.0, 6.0
"""mm kept for the number of the page; between the head and what is under it."""

DOTS = 150 / 25.4
"""Of a picture to the mm: as fine as the read-back looks."""

Shot = tuple[int, int, bytes]
"""A picture of a piece: width and height in dots, and the dots, a byte each."""

WHOLE = {"row": "table", "item": "list"}
"""Groups that are parts of another one, which they make together on each page."""


@dataclass(frozen=True, slots=True)
class Paper:
    """A document. head: at the top of every page, heard once.  blocks: see `Part`; none is split.  gap: mm between two.

    closer: smaller gaps, the first of them that saves a page: a letter whose last lines would stand alone on a second one.
    format: of its pages.  foot: the type of their numbers.
    """

    title: str
    author: str
    dated: datetime.date
    blocks: tuple[Part, ...]
    gap: float
    head: Block | None = None
    format: Format = A4
    foot: Style = FOOT
    closer: tuple[float, ...] = ()

    @property
    def width(self) -> float:
        """Of a line, mm."""
        return self.format.width - 2 * self.format.margin


@dataclass(frozen=True, slots=True)
class _Pages:
    """What checks see."""

    pages: tuple[Page, ...]
    family: Family

    def at(self, field: str) -> Where:
        return Where(field=field)


def is_one_page(paper: Paper) -> bool:
    """Whether *paper* takes a single page. Raises Overflow as `pages` does."""
    return len(_flowed(paper).pages) == 1


@dataclass(frozen=True, slots=True)
class _Flowed:
    """The blocks of each page. setting: knows their heights."""

    pages: tuple[tuple[Block, ...], ...]
    setting: Setting


@kept(10)
def _flowed(paper: Paper) -> _Flowed:
    """*paper* over pages, with as much between its blocks as does not cost a page more."""
    setting, room = Setting(shipped(HOME), cut=True), _room(paper)
    ways = (over_pages(paper.blocks, gap, paper.width, room, setting) for gap in (paper.gap, *paper.closer))
    flowed = next(ways)
    flowed = next((way for way in ways if len(way) < len(flowed)), flowed) if len(flowed) > 1 else flowed
    return _Flowed(flowed, setting)


@kept(10)  # who asks whether a paper fits prints it next
def pages(paper: Paper) -> tuple[Page, ...]:
    """The pages of *paper*, checked. Raises Refused when a check says no, Overflow when a block is higher than a page."""
    flowed, format, above = _flowed(paper), paper.format, _above(paper)
    setting, count = flowed.setting, len(flowed.pages)
    box = Box(format.margin, format.margin + above, paper.width, _room(paper))
    found = tuple(
        Page(
            format.width,
            format.height,
            format.margin,
            (
                *_head(paper, place, above, setting),
                *_group_rows(Stack(blocks).place(box, setting)),
                *_foot(paper, place, count, setting),
            ),
        )
        for place, blocks in enumerate(flowed.pages)
    )
    if faulty := [finding for finding in laid_findings(_Pages(found, setting.family)) if finding.grave]:
        raise Refused(faulty)
    return found


def endless_page(paper: Paper) -> Page:
    """All of *paper* on one page as long as it takes: for its words, which no end of a page breaks."""
    setting, above, width, margin = Setting(shipped(HOME), cut=True), _above(paper), paper.width, paper.format.margin
    (blocks,) = over_pages(
        [part for part in paper.blocks if not isinstance(part, NewPage)], paper.gap, width, math.inf, setting
    )
    body = Stack(blocks)
    high = body.height(width, setting)
    items = body.place(Box(margin, margin + above, width, high), setting)
    whole = (*_head(paper, 0, above, setting), *_group_rows(items))
    return Page(paper.format.width, 2 * margin + above + high, margin, whole)


def _room(paper: Paper) -> float:
    """mm of a page between its head and its foot."""
    return paper.format.height - 2 * paper.format.margin - _above(paper) - FOOT_HEIGHT


def _above(paper: Paper) -> float:
    """mm that the head of a page takes, with what is kept above and below it."""
    return RISE + (paper.head.height(paper.width, Setting(shipped(HOME), cut=True)) + HEAD_GAP if paper.head else 0.0)


def paper_pdf(paper: Paper, laid: tuple[Page, ...]) -> bytes:
    """The pages of *paper* as PDF, read back."""
    from ulotki.drawing.about import About
    from ulotki.press import finished

    subject = shorten(opening(laid[0]), MOST_SAID, placeholder="…")
    about = About(paper.title, paper.author, HOME, paper.dated, subject=subject)
    return finished(laid, about, shipped(HOME), PAPER)


def _head(paper: Paper, place: int, height: float, setting: Setting) -> tuple[Item, ...]:
    """The head of a page; on all but the first it was heard already."""
    if paper.head is None:
        return ()
    margin = paper.format.margin
    box = Box(margin, margin + RISE, paper.width, height - RISE - HEAD_GAP)
    items = paper.head.place(box, setting)
    return (Group(Role("artifact"), items),) if place else items


def _foot(paper: Paper, place: int, count: int, setting: Setting) -> tuple[Item, ...]:
    """Which page of how many, at the right; nothing when there is one."""
    if count == 1:
        return ()
    text = Text(Words((Run(f"{place + 1}/{count}"),)), paper.foot, BLACK, None, align="right")
    high, margin = text.height(paper.width, setting), paper.format.margin
    box = Box(margin, paper.format.height - margin - high - DROP, paper.width, high)
    return (Group(Role("artifact"), text.place(box, setting)),)


DROP, RISE = 1.0, 1.0
"""mm kept below the number, whose stroke hangs that deep, and above the first capitals, whose accents stand that high."""


def _group_rows(items: tuple[Item, ...]) -> Iterator[Item]:
    """*items* with rows put into one table and points into one list, where they follow one another."""
    for kind, group in groupby(items, key=lambda item: item.role.kind if isinstance(item, Group) else ""):
        if kind in WHOLE:
            yield Group(Role(WHOLE[kind]), tuple(group))  # type: ignore[arg-type]
        else:
            yield from group
