"""WZÓR and PROJEKT: a barrier around a page that must not be taken for finished, and a plate on the number.

Drawn last, above everything, in the same black in all palettes. The words stand here, in the program, and not among
those of the library: content must not be able to switch a mark off by leaving a word empty. The code of a piece is
older than its mark.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from dataclasses import replace
from enum import StrEnum

from ulotki.frozen import dataclass
from ulotki.look.faces import Face, Family
from ulotki.look.icons import Command, Path
from ulotki.look.inks import BLACK, WHITE, Ink
from ulotki.page.items import Box, Code, Fill, Group, Item, Line, Page, Picture, Role, walk
from ulotki.paper import POINT, added


class Mark(StrEnum):
    """SPECIMEN: a value on the piece is not good. DRAFT: nobody has approved the piece."""

    SPECIMEN = "WZÓR"
    DRAFT = "PROJEKT"


HANG, GIVE = "nie wieszać", "nie rozdawać"
"""What must not be done with a marked piece: one for a board, and one for the hand."""

MARK_REF = "mark"
"""Stands on the groups that a mark is made of, so that checks look at the page under it."""

Point = tuple[float, float]

STRIPE = 0.5
"""Share of a step that is black."""


def marked(page: Page, mark: Mark, family: Family, doubtful: Iterable[str] = (), *, hangs: bool = False) -> Page:
    """*page* with its mark: a barrier along its edges, a tag with the word, and a plate over each number in doubt.

    doubtful: refs of the values that are not good; those of numbers and addresses get a plate.  hangs: whether the
    piece is for a board.  The word is the first thing that a screen reader says, and it is said once.
    """
    label = _tag(page, mark, HANG if hangs else GIVE, family)
    plates = tuple(item for line in _in_doubt(page, frozenset(doubtful)) for item in _plate(line, page, mark, family))
    again = Group(Role("artifact", ref=MARK_REF), (*_barrier(page), *plates, *label.ground))
    said = Group(Role("paragraph", ref=MARK_REF), label.words)
    return replace(page, items=(said, *page.items, again))


def bare(page: Page) -> Page:
    """*page* without its mark."""
    kept = tuple(item for item in page.items if not (isinstance(item, Group) and item.role.ref == MARK_REF))
    return replace(page, items=kept)


def _in_doubt(page: Page, doubtful: frozenset[str]) -> Iterator[Line]:
    """Every line of a number or an address that is in doubt."""
    for item, roles in walk(page.items):
        refs = {role.ref for role in roles if role.ref.startswith(("number:", "address:"))}
        if isinstance(item, Line) and refs & doubtful:
            yield item


def _codes(page: Page) -> list[Box]:
    return [item.quiet for item, _ in walk(page.items) if isinstance(item, Code)]


# The barrier.

INSET, LEAST_INSET, WIDE, STEP = 0.4, 3.6, 0.25, 2.0
"""Of the margin: how far the barrier stands from the edge, and its width. mm no printer reaches. Steps in widths."""


def _barrier(page: Page) -> tuple[Fill, ...]:
    """Stripes along the four edges, in the margin, with a gap beside a code."""
    inset, wide = _frame(page)
    across = Box(inset, inset, page.width - 2 * inset, wide)
    upright = Box(inset, inset + wide, wide, page.height - 2 * (inset + wide))
    sides = (
        across,
        replace(across, y=page.height - inset - wide),
        upright,
        replace(upright, x=page.width - inset - wide),
    )
    codes = _codes(page)
    shapes = [shape for side in sides for shape in _stripes(side, wide * STEP)]
    clear = [shape for shape in shapes if not any(_around(shape).meets(code) for code in codes)]
    return (_fill(clear, BLACK),)


def _frame(page: Page) -> tuple[float, float]:
    """(mm from the edge to the barrier, its width)."""
    inset = page.margin * INSET if page.margin * INSET > LEAST_INSET or page.margin < SMALL else LEAST_INSET
    return inset, max(page.margin, inset / INSET) * WIDE if page.margin < SMALL else page.margin * WIDE


SMALL = 5.0
"""mm of margin of a piece that is cut out of a sheet, so that its edges are not those of the paper."""


def _stripes(side: Box, step: float) -> Iterator[tuple[Point, ...]]:
    """Stripes that lean by 45° and fill half of *side*, cut off at its ends."""
    level = side.width > side.height
    along, thick = (side.width, side.height) if level else (side.height, side.width)
    step = along / max(1, round(along / step))
    for number in range(-math.ceil(thick / step), round(along / step)):
        start, end = number * step, (number + STRIPE) * step
        shape = _cut(((start + thick, 0.0), (end + thick, 0.0), (end, thick), (start, thick)), along)
        if shape:
            yield tuple((side.x + a, side.y + b) if level else (side.x + b, side.y + a) for a, b in shape)


def _cut(shape: tuple[Point, ...], along: float) -> tuple[Point, ...]:
    """What of a polygon lies between 0 and *along* of its first axis (Sutherland and Hodgman, 1974)."""
    for edge, sign in ((0.0, 1), (along, -1)):
        kept: list[Point] = []
        for (a, b), (c, d) in zip(shape, (*shape[1:], *shape[:1]), strict=True):
            if sign * (a - edge) >= 0:
                kept.append((a, b))
            if (a - edge) * (c - edge) < 0:
                kept.append((edge, b + (d - b) * (edge - a) / (c - a)))
        shape = tuple(kept)
    return shape if len(shape) > 2 else ()


# The tag.

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


def _tag(page: Page, mark: Mark, said: str, family: Family) -> Label:
    """The tag in the corner where it covers the fewest words, shorter where that spares some."""
    tags = list(_tags(page, mark, said, family))
    covered = [_covers(page, tag.box) for tag in tags]
    return tags[covered.index(min(covered))]


def _tags(page: Page, mark: Mark, said: str, family: Family) -> Iterator[Label]:
    high = TAG + TAG_GROWS * min(page.width, page.height)
    inset, wide = _frame(page)
    top = max(page.margin * TAG_TOP, inset + wide + 0.5)
    bottom = page.height - top - high
    for y, left in ((top, False), (bottom, False), (bottom, True), (top, True)):
        for words in ((mark.value, said), (mark.value,)):
            yield _label(page, words, y, high, family, left=left)


def _label(page: Page, words: tuple[str, ...], y: float, high: float, family: Family, *, left: bool) -> Label:
    styles = ((family["ExtraBold"], high * WORD), (family["Bold"], high * SAID))
    sizes = list(zip(words, styles, strict=False))
    pad, end = high * PAD, high * ENDS
    width = 2 * (end + pad) + added(_width(text, *style) for text, style in sizes) + pad * (len(words) - 1)
    box = Box(page.margin if left else page.width - page.margin - width, y, width, high)
    cap = styles[0][0].cap * styles[0][1] * POINT
    baseline = y + (high + cap) / 2 + (ACCENT * styles[0][1] * POINT)
    lines: list[Line] = []
    letters: list[Fill] = []
    x = box.x + end + pad
    edge, small = y + RIM * POINT, high * HEARD
    for number, (text, (face, size)) in enumerate(sizes):
        lines.append(_line(" " * bool(number) + text, face, small, x, edge + face.cap * small * POINT))
        letters.append(_filled(_letters(text, face, size, x, baseline), BLACK))
        x += _width(text, face, size) + pad
    ends = [shape for side in _ends(box, end) for shape in _stripes(side, 0.45 * high)]
    plate = box.inset(RIM * POINT, RIM * POINT)
    halo = box.inset(-HALO, -HALO)
    ground = (_rect(halo, WHITE), _rect(box, BLACK), _rect(plate, WHITE), _fill(ends, BLACK), *letters)
    return Label(halo, ground, tuple(lines))


HEARD = 0.5
"""pt of the hidden words, for each mm of the height of the tag."""

ACCENT = 0.05
"""Of the em by which a word with an accent on a capital stands lower."""


def _ends(box: Box, end: float) -> tuple[Box, Box]:
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


# The plate.

PLATE, TURN, SHOWN, BEYOND, PLATE_HALO, PLATE_RIM, PLATE_ENDS, CODE_CLEAR = 1.28, 4.0, 3, 0.25, 1.2, 2.2, 0.42, 2.0
"""Height of a plate in sizes of its number; degrees; digits left of it; what it reaches beyond its number, of its
height; mm and pt around it, and its striped ends, of its height; mm to the quiet zone of a code."""


def _plate(line: Line, page: Page, mark: Mark, family: Family) -> tuple[Fill, ...]:
    """A plate over a number from its third digit on: nobody can dial it, and everybody sees that one stands there."""
    em = line.size * POINT
    high, middle = em * PLATE, line.baseline - line.rise * em / 2
    digits = [place for place, sign in enumerate(line.text, 1) if sign.isalnum()]
    left = line.x + added(line.advances[: digits[min(SHOWN, len(digits) // 3) - 1]]) * em / 1000 if digits else line.x
    right = min([line.box.right + high * BEYOND, *(code.x - CODE_CLEAR for code in _beside(line, page, high))])
    box = Box(left, middle - high / 2, max(right - left, high), high)
    grow = min(1.0, line.size / 36)
    halo, rim = PLATE_HALO * grow, PLATE_RIM * POINT * grow
    face, room = family["ExtraBold"], box.width - 2 * rim - 2.4 * PLATE_ENDS * high
    size = min(0.6 * high / (face.cap * POINT), room / (_width(mark.value, face, 1.0)))
    word = _word(mark.value, face, size, box)
    ends = [
        shape
        for side in _ends(box.inset(rim / 2, rim / 2), PLATE_ENDS * high * 0.8)
        for shape in _stripes(side, 0.4 * high)
    ]
    turn = _turned(box)
    shapes = (
        (_corners(box.inset(-halo, -halo)), WHITE),
        (_corners(box), BLACK),
        (_corners(box.inset(rim, rim)), WHITE),
    )
    ground = tuple(_fill([shape], ink, turn) for shape, ink in shapes)
    return (*ground, _fill(ends, BLACK, turn), _filled(word, BLACK, turn))


def _beside(line: Line, page: Page, high: float) -> list[Box]:
    """Quiet zones of codes at the right of *line*, at its height."""
    reach = line.box.inset(-high, -high)
    return [code for code in _codes(page) if code.x >= line.x and reach.meets(replace(code, width=page.width))]


def _word(text: str, face: Face, size: float, box: Box) -> Path:
    """The letters of *text* as a path, in the middle of *box*."""
    em = size * POINT
    x = box.x + (box.width - _width(text, face, size)) / 2
    return _letters(text, face, size, x, box.y + (box.height + face.cap * em) / 2 + ACCENT * em)


def _letters(text: str, face: Face, size: float, x: float, y: float) -> Path:
    """The letters of *text* as a path, from *x* on the baseline *y*."""
    em = size * POINT
    return Path(
        (letter, tuple((y if place % 2 else x) + one * em for place, one in enumerate(numbers)))
        for letter, numbers in face.outline(text)
    )


def _turned(box: Box) -> tuple[float, Point]:
    """The turn of a plate around its middle."""
    return math.radians(-TURN), (box.x + box.width / 2, box.y + box.height / 2)


# Shapes.


def _line(text: str, face: Face, size: float, x: float, baseline: float) -> Line:
    advances = tuple(advance * 1000 / face.units for advance in face.advances(text))
    return Line(x, baseline, text, face.name, size, BLACK, advances, 0.0, *face.reach(text))


def _width(text: str, face: Face, size: float) -> float:
    return added(face.advances(text)) / face.units * size * POINT


def _corners(box: Box) -> tuple[Point, ...]:
    return ((box.x, box.y), (box.right, box.y), (box.right, box.bottom), (box.x, box.bottom))


def _rect(box: Box, ink: Ink) -> Fill:
    return _fill([_corners(box)], ink)


def _fill(shapes: Iterable[tuple[Point, ...]], ink: Ink, turn: tuple[float, Point] | None = None) -> Fill:
    """Polygons as one area."""
    commands: list[Command] = []
    for first, *rest in shapes:
        commands += [("M", first), *(("L", point) for point in rest), ("Z", ())]
    return _filled(Path(commands), ink, turn)


def _filled(path: Path, ink: Ink, turn: tuple[float, Point] | None = None) -> Fill:
    """A path as an area, with the box around its points; turned by an angle around a point."""
    if turn:
        path = Path((letter, _rotated(numbers, *turn)) for letter, numbers in path)
    return Fill(_around([pair for _, numbers in path for pair in _pairs(numbers)]), path, ink)


def _rotated(numbers: tuple[float, ...], angle: float, around: Point) -> tuple[float, ...]:
    cos, sin, (cx, cy) = math.cos(angle), math.sin(angle), around
    return tuple(
        one
        for x, y in _pairs(numbers)
        for one in (cx + (x - cx) * cos - (y - cy) * sin, cy + (x - cx) * sin + (y - cy) * cos)
    )


def _pairs(numbers: tuple[float, ...]) -> Iterator[Point]:
    yield from zip(numbers[::2], numbers[1::2], strict=True)


def _around(points: Iterable[Point]) -> Box:
    xs, ys = zip(*points, strict=True)
    return Box(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))
