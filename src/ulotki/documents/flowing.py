"""Parts of a document over pages: a heading stays with what follows it, a table says its heads again on each page."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence

from ulotki.frozen import dataclass
from ulotki.page.blocks import Block, Gap, Spring, Stack, too_high
from ulotki.page.setting import Setting
from ulotki.paper import added


@dataclass(frozen=True, slots=True)
class KeepWithNext:
    """A block that never stands last on a page, such as a heading."""

    block: Block


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under their heads, which stand again on each page that it goes on to. No gap is between its rows.

    again: what stands there in place of the heads.  summed: the last row is the sum of the others, and begins no page.
    """

    head: Block
    rows: tuple[Block, ...]
    again: Block | None = None
    summed: bool = False


@dataclass(frozen=True, slots=True)
class NewPage:
    """What follows begins a page."""


@dataclass(frozen=True, slots=True)
class Pinned:
    """A block at the bottom of its page; nothing comes after it there."""

    block: Block


Part = Block | KeepWithNext | Table | NewPage | Pinned
"""A part of a document. A block is never split."""


@dataclass(frozen=True, slots=True)
class _Unit:
    """A block that is never split. gap: mm above it, unless it begins a page.  holds: it needs the next one on its page.

    again: what stands above it when it begins a page.  low: it stands at the bottom.
    """

    block: Block
    gap: float
    holds: bool = False
    again: Block | None = None
    low: bool = False


def over_pages(
    parts: Sequence[Part], gap: float, width: float, height: float, setting: Setting
) -> tuple[tuple[Block, ...], ...]:
    """The blocks of each page, one under another. gap: mm between two parts.  width, height: mm of a page.

    An infinite height makes one page. Raises Overflow when what belongs together is higher than a page.
    """
    pages: list[list[Block]] = [[]]
    left = height
    for group in _groups(parts, gap):
        if group is None:
            if pages[-1]:
                pages.append([])
                left = height
            continue
        needed = added(unit.block.height(width, setting) for unit in group)
        inner = added(unit.gap for unit in group[1:])
        above = group[0].gap if pages[-1] else 0.0
        if pages[-1] and above + inner + needed > left:
            pages.append([])
            left, above = height, 0.0
        started = [] if pages[-1] or group[0].again is None else [group[0].again]
        spaced = [block for unit in group for block in (Gap(unit.gap), unit.block)][1:]
        block = Stack((*started, *spaced))
        high = block.height(width, setting)
        if above + high > left and not math.isinf(left):
            raise too_high(block, above + high - left, width, setting)
        if group[-1].low:
            block = Stack((Spring(), block), stretch=1.0)
        pages[-1] += [Gap(above), block] if above else [block]
        left -= above + high
    return tuple(tuple(blocks) for blocks in pages if blocks)


def _groups(parts: Sequence[Part], gap: float) -> Iterator[tuple[_Unit, ...] | None]:
    """Units that must stand on the same page; None where a new one begins."""
    group: list[_Unit] = []
    for unit in _units(parts, gap):
        if unit is None:
            yield from (tuple(group), None) if group else (None,)
            group = []
            continue
        group.append(unit)
        if not unit.holds:
            yield tuple(group)
            group = []
    if group:
        yield tuple(group)


def _units(parts: Sequence[Part], gap: float) -> Iterator[_Unit | None]:
    for part in parts:
        match part:
            case NewPage():
                yield None
            case KeepWithNext():
                yield _Unit(part.block, gap, holds=True)
            case Pinned():
                yield _Unit(part.block, gap, low=True)
            case Table():
                yield _Unit(part.head, gap, holds=True)
                again, last_but_one = part.again or part.head, len(part.rows) - 2
                for place, row in enumerate(part.rows):
                    holds = part.summed and place == last_but_one
                    yield _Unit(row, 0.0, holds, again=again if place else None)
            case _:
                yield _Unit(part, gap)
