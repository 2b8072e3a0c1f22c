"""The tag of a mark as shapes and words."""

from __future__ import annotations

from dataclasses import replace

from ulotki.frozen import dataclass
from ulotki.look.faces import Family
from ulotki.look.inks import BLACK, WHITE
from ulotki.page.items import Box, Fill, Item, Line, Page
from ulotki.page.marks.barrier import stripes_of
from ulotki.page.marks.shapes import ACCENT, area, letter_path, line_of, polygons, rectangle, width_of
from ulotki.paper import POINT, added

WORD, SAID, ENDS, PAD, RIM, HALO = 2.6, 1.6, 0.5, 0.36, 2.0, 1.0
"""pt of both words for each mm of height; shares of the height: striped ends, room beside words; rim, pt; halo, mm."""


@dataclass(frozen=True, slots=True)
class Label:
    """A tag: its plate with the letters as shapes, to be drawn last, and its words, to be read first. box: of its plate.

    The words lie hidden under the plate, small and at its upper edge: readers of the text layer sort what stands on one
    line from the left, and the heading of most pages stands beside the tag.
    """

    box: Box
    ground: tuple[Item, ...]
    words: tuple[Line, ...]


def draw_label(page: Page, words: tuple[str, ...], y: float, high: float, family: Family, *, left: bool) -> Label:
    """A tag of *words* that begins *y* mm from the top, at the left or the right margin. high: mm."""
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
