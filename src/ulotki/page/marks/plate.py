"""The plate of a mark, over a number that must not be dialled."""

from __future__ import annotations

import math
from dataclasses import replace

from ulotki.look.faces import Face, Family
from ulotki.look.inks import BLACK, WHITE
from ulotki.look.paths import Path
from ulotki.page.items import Box, Fill, Line, Page
from ulotki.page.marks.barrier import quiet_zones, stripes_of
from ulotki.page.marks.label import ends_of
from ulotki.page.marks.shapes import ACCENT, area, corners_of, letter_path, polygons, width_of
from ulotki.paper import POINT, added

PLATE, TURN, SHOWN, BEYOND, PLATE_HALO, PLATE_RIM, PLATE_ENDS, CODE_CLEAR = 1.28, 4.0, 3, 0.25, 1.2, 2.2, 0.42, 2.0
"""Height in sizes of the number; tilt, degrees; digits left of the plate; reach beyond the number, a share of the height;
halo, mm; rim, pt; striped ends, a share of the height; mm to the quiet zone of a code."""


def draw_plate(line: Line, page: Page, word: str, family: Family) -> tuple[Fill, ...]:
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
    size = min(0.6 * high / (face.cap * POINT), room / (width_of(word, face, 1.0)))
    letters = _word(word, face, size, box)
    ends = [
        shape
        for side in ends_of(box.inset(rim / 2, rim / 2), PLATE_ENDS * high * 0.8)
        for shape in stripes_of(side, 0.4 * high)
    ]
    turn = math.radians(-TURN), (box.x + box.width / 2, box.y + box.height / 2)
    shapes = (
        (corners_of(box.inset(-halo, -halo)), WHITE),
        (corners_of(box), BLACK),
        (corners_of(box.inset(rim, rim)), WHITE),
    )
    ground = tuple(polygons([shape], ink, turn) for shape, ink in shapes)
    return (*ground, polygons(ends, BLACK, turn), area(letters, BLACK, turn))


def _beside(line: Line, page: Page, high: float) -> list[Box]:
    """Quiet zones of codes at the right of *line*, at its height."""
    reach = line.box.inset(-high, -high)
    return [code for code in quiet_zones(page) if code.x >= line.x and reach.meets(replace(code, width=page.width))]


def _word(text: str, face: Face, size: float, box: Box) -> Path:
    em = size * POINT
    x = box.x + (box.width - width_of(text, face, size)) / 2
    return letter_path(text, face, size, x, box.y + (box.height + face.cap * em) / 2 + ACCENT * em)
