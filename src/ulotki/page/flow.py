"""Blocks on as many pages as they need."""

from __future__ import annotations

from ulotki.frozen import dataclass
from ulotki.look.faces import Family
from ulotki.page.blocks import Block, Gap, Spring, Stack, too_high
from ulotki.page.items import Box, Page
from ulotki.page.setting import Setting
from ulotki.paper import Format


@dataclass(frozen=True, slots=True)
class Flow:
    """Blocks on as many pages as they need. No block is split.

    gap: mm between two blocks on one page, at least; what height is left over widens it.
    foot: the block at the bottom of the last page; a page is added when there is no room for it.
    """

    blocks: tuple[Block, ...]
    gap: float
    foot: Block | None = None


def flow(what: Flow, paper: Format, family: Family) -> tuple[Page, ...]:
    """The pages of *what* on *paper*, at full type size. Raises Overflow when one block is higher than a page."""
    inner = Box(0, 0, paper.width, paper.height).inset(paper.margin, paper.margin)
    setting = Setting(family)
    pages: list[list[Block]] = [[]]
    left = inner.height + what.gap
    for block in what.blocks:
        needed = setting.height(block, inner.width)
        if needed > inner.height:
            raise too_high(block, needed - inner.height, inner.width, setting)
        if pages[-1] and needed + what.gap > left:
            pages.append([])
            left = inner.height + what.gap
        pages[-1] += [Gap(what.gap), Spring(), block] if pages[-1] else [block]
        left -= needed + what.gap
    if what.foot is not None:
        if setting.height(what.foot, inner.width) + what.gap > left:
            pages.append([])
        pages[-1] += [Spring(), what.foot]
    stacks = (Stack(tuple(blocks)) for blocks in pages)
    return tuple(Page(paper.width, paper.height, paper.margin, one.place(inner, setting)) for one in stacks)
