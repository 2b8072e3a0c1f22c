"""The tag of a mark, with its word, in a corner of the page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ulotki.frozen import dataclass
from ulotki.look.faces import Family
from ulotki.look.inks import BLACK, WHITE
from ulotki.page.items import Box, Code, Fill, Item, Line, Page, Picture
from ulotki.page.marks.barrier import place_of_barrier
from ulotki.page.marks.shapes import ACCENT, area, letter_path, line_of, polygons, rectangle, stripes_of, width_of
from ulotki.page.walking import walk
from ulotki.paper import POINT, added

TAG, TAG_GROWS, TAG_TOP = 5.33, 0.0194, 0.725
"""mm height of the tag, what it grows with each mm of the shorter side, and where it begins, of the margin."""

WORD, SAID, ENDS, PAD, RIM, HALO = 2.6, 1.6, 0.5, 0.36, 2.0, 1.0
"""pt of its words for each mm of its height; of its height, the striped ends and what lies beside words.  pt, mm."""


@dataclass(frozen=True, slots=True)
class Label:
    """A tag: its plate with the letters as shapes, to be drawn last, and its words, to be read first. box: of its plate.

    The words lie hidden under the plate, small and at its upper edge: readers of the text layer sort what stands on one
    line from the left, and the heading of most pages stands beside the tag.
    """

    box: Box
    ground: tuple[Item, ...]
    words: tuple[Line, ...]


def draw_tag(page: Page, word: str, said: str, family: Family) -> Label:
    """The tag in the corner where it covers the fewest words, shorter where that spares some."""
    tags = list(_tags(page, word, said, family))
    covered = [_covers(page, tag.box) for tag in tags]
    return tags[covered.index(min(covered))]


def _tags(page: Page, word: str, said: str, family: Family) -> Iterator[Label]:
    high = TAG + TAG_GROWS * min(page.width, page.height)
    inset, wide = place_of_barrier(page)
    top = max(page.margin * TAG_TOP, inset + wide + 0.5)
    bottom = page.height - top - high
    for y, left in ((top, False), (bottom, False), (bottom, True), (top, True)):
        for words in ((word, said), (word,)):
            yield _label(page, words, y, high, family, left=left)


def _label(page: Page, words: tuple[str, ...], y: float, high: float, family: Family, *, left: bool) -> Label:
    styles = ((family["ExtraBold"], high * WORD), (family["Bold"], high * SAID))
    sizes = list(zip(words, styles, strict=False))
    pad, end = high * PAD, high * ENDS
    width = 2 * (end + pad) + added(width_of(text, *style) for text, style in sizes) + pad * (len(words) - 1)
    box = Box(page.margin if left else page.width - page.margin - width, y, width, high)
    cap = styles[0][0].cap * styles[0][1] * POINT
    baseline = y + (high + cap) / 2 + (ACCENT * styles[0][1] * POINT)
    lines: list[Line] = []
    letters: list[Fill] = []
    x = box.x + end + pad
    edge, small = y + RIM * POINT, high * HEARD
    for number, (text, (face, size)) in enumerate(sizes):
        lines.append(line_of(" " * bool(number) + text, face, small, x, edge + face.cap * small * POINT))
        letters.append(area(letter_path(text, face, size, x, baseline), BLACK))
        x += width_of(text, face, size) + pad
    ends = [shape for side in ends_of(box, end) for shape in stripes_of(side, 0.45 * high)]
    plate = box.inset(RIM * POINT, RIM * POINT)
    halo = box.inset(-HALO, -HALO)
    ground = (rectangle(halo, WHITE), rectangle(box, BLACK), rectangle(plate, WHITE), polygons(ends, BLACK), *letters)
    return Label(halo, ground, tuple(lines))


HEARD = 0.5
"""pt of the hidden words, for each mm of the height of the tag."""


def ends_of(box: Box, end: float) -> tuple[Box, Box]:
    """The striped ends of a tag, inside its rim. end: the width of each, mm."""
    inner = box.inset(RIM * POINT * 1.6, RIM * POINT * 1.6)
    return replace(inner, width=end), replace(inner, x=inner.right - end, width=end)


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
