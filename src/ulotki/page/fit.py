"""Fits one block on one page. An error says how much is too long."""

from __future__ import annotations

from dataclasses import replace

from ulotki.look.faces import Family
from ulotki.look.styles import LEAST_SHARE
from ulotki.page.blocks import Block, too_high
from ulotki.page.items import Box, Page
from ulotki.page.setting import Overflow, Setting
from ulotki.paper import Format

SCALES = tuple(1 - step / 40 for step in range(5))
"""Scales that are tried for the display type of a page: all of it steps down together, to nine tenths of its size."""

assert SCALES[-1] == LEAST_SHARE


def fit(block: Block, paper: Format, family: Family) -> Page:
    """*block* inside the margins of *paper*, in the largest display type that fits; body type never shrinks.

    Raises Overflow with the smallest excess of all scales: the field, and how many mm or characters are too many.
    """
    inner = Box(0, 0, paper.width, paper.height).inset(paper.margin, paper.margin)
    troubles: list[Overflow] = []
    for scale in SCALES:
        setting = Setting(family, scale)
        try:
            needed = setting.height(block, inner.width)
            if needed > inner.height + 0.01:
                raise too_high(block, needed - inner.height, inner.width, setting)
            return Page(paper.width, paper.height, paper.margin, block.place(inner, setting))
        except Overflow as trouble:
            last = troubles[-1] if troubles else None
            troubles.append(trouble)
            if last and trouble.field == last.field and trouble.over >= last.over:
                break  # smaller display type does not help these words
    raise min(troubles, key=lambda trouble: trouble.over)


WIDER, TRIES = 1.06, 12
"""How much wider a page is tried on which words are too wide, and how often."""


def stretched(block: Block, paper: Format, family: Family) -> Page:
    """*block* on a page as much higher, or else wider, than *paper* as it needs: it shows what does not fit.

    Raises Overflow when no such page is large enough.
    """
    wider = paper
    for _ in range(TRIES):
        try:
            return fit(block, wider, family)
        except Overflow as trouble:
            higher = replace(wider, height=wider.height + trouble.over + 0.1)
        try:
            return fit(block, higher, family)
        except Overflow as trouble:
            last = trouble  # a word is too wide, and no height helps
        wider = replace(wider, width=wider.width * WIDER)
    raise last
