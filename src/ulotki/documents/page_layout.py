"""A document as pages. It goes the way of a leaflet, but bears no code.

Blocks flow over pages, of A4 as a rule; a head stands on each, and at its foot which page it is. Checks of paper look at
these pages too.
"""

from __future__ import annotations

from ulotki.checks import laid_findings
from ulotki.content.typography import HOME
from ulotki.documents._page_frame import body_height, grouped_rows, head_height, page_foot, page_head
from ulotki.documents.flowing import over_pages
from ulotki.documents.paper import Paper
from ulotki.errors import Refused, Where
from ulotki.frozen import dataclass
from ulotki.look.faces import Family
from ulotki.page.blocks import Block, Stack
from ulotki.page.items import Box, Page
from ulotki.page.setting import Setting
from ulotki.recent import kept
from ulotki.stock import family as shipped


@dataclass(frozen=True, slots=True)
class _Pages:
    """The pages of a document, as checks see them."""

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
    setting, room = Setting(shipped(HOME), cut=True), body_height(paper)
    ways = (over_pages(paper.blocks, gap, paper.width, room, setting) for gap in (paper.gap, *paper.closer))
    flowed = next(ways)
    flowed = next((way for way in ways if len(way) < len(flowed)), flowed) if len(flowed) > 1 else flowed
    return _Flowed(flowed, setting)


@kept(10)  # who asks whether a paper fits prints it next
def pages(paper: Paper) -> tuple[Page, ...]:
    """The pages of *paper*, checked. Raises Refused when a check says no, Overflow when a block is higher than a page."""
    flowed, format, above = _flowed(paper), paper.format, head_height(paper)
    setting, count = flowed.setting, len(flowed.pages)
    box = Box(format.margin, format.margin + above, paper.width, body_height(paper))
    found: list[Page] = []
    for place, blocks in enumerate(flowed.pages):
        rows = grouped_rows(Stack(blocks).place(box, setting))
        items = (*page_head(paper, place, above, setting), *rows, *page_foot(paper, place, count, setting))
        found.append(Page(format.width, format.height, format.margin, items))
    if faulty := [finding for finding in laid_findings(_Pages(tuple(found), setting.family)) if finding.grave]:
        raise Refused(faulty)
    return tuple(found)
