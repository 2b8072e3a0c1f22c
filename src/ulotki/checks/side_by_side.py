"""Digits that meet on the finished page, across lines, fields or columns, make no number of their own.

Each text was judged by itself when it was read. Here counts what a reader sees side by side or one below the other.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from ulotki.checks import Check, CheckedPiece
from ulotki.content.dialled import dialable
from ulotki.content.digits import LONG, is_dialable
from ulotki.errors import Finding, say
from ulotki.page.items import Line
from ulotki.page.walking import walk

BESIDE = 8.0
"""mm between two texts on a baseline that are read in one go."""

LEVEL = 0.3
"""mm by which baselines may differ that look like one."""

BELOW = 1.8
"""Distance of two baselines, in ems of the larger text, up to which one line follows the other."""

TAIL = re.compile(r"(?<![^\W\d_])[0-9][0-9 \N{NO-BREAK SPACE}.,\-–/]*$")
HEAD = re.compile(r"^[\W_]{0,2}[0-9][0-9 \N{NO-BREAK SPACE}.,\-–/]*")
PAIR_HEAD = re.compile(r"^[\W_]{0,3}[0-9][\W_]{0,2}[0-9]")
PAIR_TAIL = re.compile(r"[0-9][\W_]{0,2}[0-9][\W_]{0,3}$")
FIGURES = re.compile(r"[\W_]*(?:[0-9][\W_]*)+")

Placed = tuple[str, Line]
"""(the ref of a value or "", the line)."""


def find(piece: CheckedPiece) -> Iterator[Finding]:
    """Digits of different texts that a hand would dial together, and digits beside a number of the register."""
    for page in piece.pages:
        placed = [
            (next((role.ref for role in roles if role.ref), ""), item)
            for item, roles in walk(page.items)
            if isinstance(item, Line) and any(map(str.isdigit, item.text))
        ]
        for text, line in (*_across(placed), *_down(placed)):
            what = say('digits meet on the page: "{text}"', text=" ".join(text.split()))
            hint = say("write one of the two in words, or in another place")
            yield Finding("side_by_side", what, hint, piece.at(line.field))


def _across(placed: list[Placed]) -> Iterator[tuple[str, Line]]:
    """(what is read, the line that it begins with) for digits side by side on a baseline."""
    for row in _rows(placed):
        free = [line for ref, line in row if not ref]
        if len(free) > 1 and len(free) == len(row) and dialable(" ".join(line.text for line in free)):
            yield " ".join(line.text for line in free), free[0]
        for (ref, one), (other_ref, other) in pairwise(row):
            behind = ref.startswith("number:") and not other_ref and PAIR_HEAD.match(other.text)
            before = other_ref.startswith("number:") and not ref and PAIR_TAIL.search(one.text)
            if behind or before:
                yield f"{one.text} {other.text}", one if before else other


def _rows(placed: list[Placed]) -> Iterator[list[Placed]]:
    """Lines on one baseline that stand close together, from left to right; texts that touch are one text already."""
    row: list[Placed] = []
    for one in sorted(placed, key=lambda one: (round(one[1].baseline / LEVEL), one[1].x)):
        if row and not _beside(row[-1][1], one[1]):
            yield row
            row = []
        row.append(one)
    if row:
        yield row


def _beside(line: Line, other: Line) -> bool:
    return abs(line.baseline - other.baseline) <= LEVEL and -LEVEL <= other.x - line.box.right <= BESIDE


def _down(placed: list[Placed]) -> Iterator[tuple[str, Line]]:
    """(what is read, the line that it begins with) for digits one below the other."""
    ordered = sorted(placed, key=lambda one: (one[1].baseline, one[1].x))
    for place, (ref, line) in enumerate(ordered):
        rest = ordered[place + 1 :]
        if ref.startswith("number:"):
            under = next((other for other in rest if _follows(line, other[1])), None)
            if under and not under[0] and FIGURES.fullmatch(under[1].text) and PAIR_HEAD.match(under[1].text):
                yield f"{line.text} {under[1].text}", under[1]
        elif not ref and (tail := TAIL.search(line.text)):
            read, last = [tail[0]], line
            for other_ref, other in rest:
                head = HEAD.match(other.text)
                if other_ref or not head or not _follows(last, other):
                    continue
                read.append(head[0])
                digits = re.sub(r"[^0-9]", "", "".join(read))
                if is_dialable(digits) or len(digits) >= LONG:
                    yield "\n".join(read), line
                    break
                if not FIGURES.fullmatch(other.text):
                    break
                last = other


def _follows(line: Line, other: Line) -> bool:
    """Whether *other* stands right below *line*."""
    em = max(line.size, other.size) * 25.4 / 72
    near = LEVEL < other.baseline - line.baseline <= BELOW * em
    return near and line.box.x < other.box.right and other.box.x < line.box.right


CHECK = Check("side_by_side", say("Digits of two texts that stand together are dialled as one number."), find)
