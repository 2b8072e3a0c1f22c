"""Blocks in rows and columns."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import accumulate

from ulotki.frozen import dataclass
from ulotki.look.inks import BLACK
from ulotki.page.blocks.core import Block
from ulotki.page.items import Box, Group, Item, Role, Stroke
from ulotki.page.setting import Setting
from ulotki.page.strokes import straight
from ulotki.paper import added

HEAD_RIM = 2.4
"""mm above and below the words of a head."""


@dataclass(frozen=True, slots=True)
class Grid(Block):
    """A ruled table to fill in by hand: a row of heads, and empty rows below. widths: mm of its columns.  row: mm of each."""

    heads: tuple[Block, ...]
    widths: tuple[float, ...]
    rows: int
    row: float
    weight: float = 0.8
    pad: float = 1.6

    def height(self, width: float, setting: Setting) -> float:
        return self._head(setting) + self.rows * self.row

    def place(self, box: Box, setting: Setting) -> tuple[Item, ...]:
        head = self._head(setting)
        cells = [box.x, *(box.x + edge for edge in accumulate(self.widths))]
        first = tuple(
            Group(
                Role("head"),
                one.place(Box(x + self.pad, box.y + HEAD_RIM, width - 2 * self.pad, head - 2 * HEAD_RIM), setting),
            )
            for one, x, width in zip(self.heads, cells, self.widths, strict=False)
        )
        whole = Box(box.x, box.y, added(self.widths), head)
        empty = tuple(Group(Role("cell"), ()) for _ in self.widths)
        rows = [Group(Role("row"), (*first, *self._lines(whole, cells, top=True)))]
        for number in range(self.rows):
            under = Box(box.x, whole.bottom + number * self.row, whole.width, self.row)
            rows.append(Group(Role("row"), (*empty, *self._lines(under, cells, top=False))))
        return tuple(rows)

    def _lines(self, row: Box, edges: list[float], *, top: bool) -> Iterator[Stroke]:
        """The lines below a row and beside its cells; above it too for the first."""
        for y in (row.y, row.bottom) if top else (row.bottom,):
            yield straight(row.x, y, row.width, upright=False, ink=BLACK, weight=self.weight)
        for x in edges:
            yield straight(x, row.y, row.height, upright=True, ink=BLACK, weight=self.weight)

    def _head(self, setting: Setting) -> float:
        """mm of the row of heads."""
        columns = zip(self.heads, self.widths, strict=True)
        return max(one.height(width - 2 * self.pad, setting) for one, width in columns) + 2 * HEAD_RIM

    def inside(self) -> Iterator[Block]:
        yield from self.heads
