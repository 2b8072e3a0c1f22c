"""The tag of a mark, with its word, in a corner of the page."""

from __future__ import annotations

from collections.abc import Iterator

from ulotki.look.faces import Family
from ulotki.page.items import Box, Code, Line, Page, Picture
from ulotki.page.marks.barrier import place_of_barrier
from ulotki.page.marks.label import HALO, Label, draw_label
from ulotki.page.walking import walk

TAG, TAG_GROWS, TAG_TOP = 5.33, 0.0194, 0.725
"""Height of the tag, mm; its growth with each mm of the shorter side; where it begins, as a share of the margin."""


def draw_tag(page: Page, word: str, said: str, family: Family) -> Label:
    """The tag in the corner where it covers the fewest words, shorter where that spares some."""
    return min(_tags(page, word, said, family), key=lambda tag: _covers(page, tag.box))


def _tags(page: Page, word: str, said: str, family: Family) -> Iterator[Label]:
    high = TAG + TAG_GROWS * min(page.width, page.height)
    inset, wide = place_of_barrier(page)
    top = max(page.margin * TAG_TOP, inset + wide + 0.5)
    bottom = page.height - top - high
    for y, left in ((top, False), (bottom, False), (bottom, True), (top, True)):
        for words in ((word, said), (word,)):
            yield draw_label(page, words, y, high, family, left=left)


def _covers(page: Page, box: Box) -> float:
    """mm² of words, pictograms and codes that *box* lies on; a code counts most."""
    inner = box.inset(HALO, HALO)
    total = 0.0
    for item, _ in walk(page.items):
        if isinstance(item, Line | Picture | Code):
            other = item.quiet if isinstance(item, Code) else item.box
            across = min(inner.right, other.right) - max(inner.x, other.x)
            down = min(inner.bottom, other.bottom) - max(inner.y, other.y)
            if across > 0 and down > 0:
                total += across * down * (100 if isinstance(item, Code) else 1)
    return round(total, 6)
