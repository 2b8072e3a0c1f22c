"""The columns of a table, which lay out its heads and its rows."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from ulotki.content.text import Prose, Words
from ulotki.documents._kit import HEAD, SMALL, row
from ulotki.documents._words import worded
from ulotki.frozen import dataclass
from ulotki.look.inks import BLACK
from ulotki.look.styles import Style
from ulotki.page.blocks import Block, Text


@dataclass(frozen=True, slots=True)
class Columns:
    """Columns of a table. widths: mm, None for what is left.  numbers: those that stand at the right, from 0.

    gap: mm between two.  rim: mm above and below the words of a row.  heads_at: the end of their row.
    rules: pt of those below heads and below rows.
    """

    widths: tuple[float | None, ...]
    numbers: range = range(0)
    gap: float = 3.0
    rim: float = 2.0
    heads_at: Literal["top", "bottom"] = "top"
    rules: tuple[float, float] = (1.0, 0.5)

    def heads(self, names: Iterable[Prose | Block], style: Style = HEAD) -> Block:
        """The heads of the columns."""
        texts = (worded(name) if isinstance(name, Prose) else name for name in names)
        cells, align = self._cells(texts, style), self.heads_at
        return row(cells, self.widths, gap=self.gap, rim=self.rim, rule=self.rules[0], kind="head", align=align)

    def row(self, cells: Iterable[Words | Block], style: Style = SMALL) -> Block:
        """A row of words in *style*, or of blocks."""
        return row(self._cells(cells, style), self.widths, gap=self.gap, rim=self.rim, rule=self.rules[1])

    def _cells(self, cells: Iterable[Words | Block], style: Style) -> list[Block]:
        return [
            cell
            if isinstance(cell, Block)
            else Text(cell, style, BLACK, None, align="right" if place in self.numbers else "left")
            for place, cell in enumerate(cells)
        ]
