"""The cells of a spreadsheet as text, tidied and within limits."""

from __future__ import annotations

from collections.abc import Sequence

from ulotki.content.text import composed
from ulotki.errors import Refused, Say, Where, refused, say
from ulotki.frozen import dataclass

ROWS, COLUMNS, CELL = 2_000, 40, 500
"""The most rows and columns that are read, and characters in a cell."""

LONGEST = 10 * CELL
"""Characters of a cell that are looked at; the rest is too much already."""


@dataclass(frozen=True, slots=True)
class CellGrid:
    """Rows of cells as text; a row is its number in the file and its cells, spaces tidied. Empty rows are left out.

    faults: cells that cannot be taken as values, by row and column from 0.  merged: some cells are merged.
    more: names of sheets that were not read.
    """

    rows: tuple[tuple[int, tuple[str, ...]], ...]
    faults: tuple[tuple[int, int, Say], ...] = ()
    merged: bool = False
    more: tuple[str, ...] = ()


SMALLER = say("take the sheet with the places alone")

AS_XLSX = say(
    'in Excel: "Save as", kind "Excel workbook (.xlsx)", without a password; or copy the cells and paste them'
)


def refused_cells(what: Say, hint: Say, where: Where) -> Refused:
    """The error that a spreadsheet cannot be taken."""
    return refused("cells", what, hint, where)


def bounded(found: CellGrid, where: Where, most: int) -> CellGrid:
    """*found* with tidy cells and without empty rows. Raises Refused when there is too much, or nothing."""
    for number, cells in found.rows:
        if any(map(str.strip, cells[COLUMNS:])):
            what = say("row {row} has more than {most} columns", row=number, most=COLUMNS)
            raise refused_cells(what, SMALLER, where)
    tidy = ((number, _ended([_tidy(cell[:LONGEST]) for cell in cells[:COLUMNS]])) for number, cells in found.rows)
    rows = tuple((number, cells) for number, cells in tidy if cells)
    if not rows:
        what = say("no cell of it holds anything")
        raise refused_cells(what, say("the first row says what is in which column"), where)
    if len(rows) > most + 1:
        raise refused_cells(say("it has more than {most} rows", most=most), SMALLER, where)
    long = [
        (number, at, say("more than {most} characters", most=CELL))
        for number, cells in rows
        for at, cell in enumerate(cells)
        if len(cell) > CELL
    ]
    cut = tuple((number, tuple(cell[:CELL] for cell in cells)) for number, cells in rows)
    return CellGrid(cut, (*found.faults, *long), found.merged, found.more)


def _ended(cells: Sequence[str]) -> tuple[str, ...]:
    """*cells* up to the last one that holds anything."""
    return tuple(cells[: max((at for at, cell in enumerate(cells, 1) if cell), default=0)])


def _tidy(cell: str) -> str:
    """A cell with composed letters and single spaces; line breaks and invisible characters become spaces."""
    text = "".join(sign if sign.isprintable() else " " for sign in composed(cell))
    return " ".join(text.split())


def error_in_cell(shown: object) -> Say:
    """The complaint about a cell that shows an error of the spreadsheet program."""
    return say("the cell holds an error, {value}", value=shown)
