"""The error of a block that is too high for its box: it names the words to shorten."""

from __future__ import annotations

from collections.abc import Iterator

from ulotki.page.blocks.core import Block
from ulotki.page.blocks.words import Text
from ulotki.page.setting import Overflow, Setting
from ulotki.paper import POINT

TIGHT = 0.01
"""Tolerance for rounding, mm."""


def spills(over: float) -> bool:
    """Whether an excess of *over* mm is more than rounding explains."""
    return over > TIGHT


def refuse_excess(block: Block, over: float, width: float, setting: Setting) -> None:
    """See that *block* is not *over* mm too high. Raises Overflow when it is."""
    if over > TIGHT:
        raise too_high(block, over, width, setting)


def too_high(block: Block, over: float, width: float, setting: Setting) -> Overflow:
    """The error that *block* is *over* mm too high. It names the longest text of the block."""
    texts = [inner for inner in _all(block) if isinstance(inner, Text)]
    longest = max(texts, key=lambda text: len(str(text.words)), default=None)
    if longest is None:
        raise ValueError(f"a template needs {over:.2f} mm more than its paper has, and no text is to blame")
    _, leading = longest.style.at(setting.scale)
    lines = max(1, round(over / (leading * POINT) + 0.4999))
    return Overflow(longest.words, over, lines * len(str(longest.words)) // max(1, _count(longest, width, setting)))


def _all(block: Block) -> Iterator[Block]:
    yield block
    for inner in block.inside():
        yield from _all(inner)


def _count(text: Text, width: float, setting: Setting) -> int:
    try:
        return len(setting.lines(text.words, text.style, width, text.hang))
    except Overflow:
        return 1
