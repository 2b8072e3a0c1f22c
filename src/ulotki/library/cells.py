"""Reads the cells of a spreadsheet, whoever wrote it: an Excel workbook, CSV in the code pages of Poland, pasted cells.

Files are judged by their bytes, not by their names. Only values are read, nothing is computed.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from itertools import islice

from ulotki.errors import Where, say
from ulotki.library.cell_grid import AS_XLSX, ROWS, SMALLER, CellGrid, bounded, error_in_cell, refused_cells
from ulotki.library.text_codes import decoded
from ulotki.library.workbooks import read_workbook

LARGEST = 5_000_000
"""Bytes of a file."""

SEPARATORS = (";", "\t", ",")

ESCAPED = re.compile(r"'+[=+\-@\t\r]")
"""The beginning of a cell that our own CSV has marked as text."""

ERROR = re.compile(r"#(?:#+|N/[AD]|[A-ZĄĆĘŁŃÓŚŹŻ]+(?:/0)?[!?])")
"""What spreadsheets write as text for an error, in Polish and in English, and for a number that is wider than its column."""


def grid(data: bytes, file: str = "", most: int = ROWS) -> CellGrid:
    """The cells in *data*, at most *most* rows. file: its name, for messages. Raises Refused for what cannot be read."""
    where = Where(file)
    if len(data) > LARGEST:
        raise refused_cells(say("it is larger than {size} MB", size=LARGEST // 1_000_000), SMALLER, where)
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        raise refused_cells(say("it is an old or a locked Excel file"), AS_XLSX, where)
    if data.startswith(b"PK"):
        return bounded(read_workbook(data, where, most), where, most)
    return pasted(decoded(data, where), where, most)


def pasted(text: str, where: Where = Where(), most: int = ROWS) -> CellGrid:
    """The cells of *text*: CSV, or what was copied from a spreadsheet. Raises Refused as `grid` does."""
    rows = tuple(_parted(text, where, most))
    faults = (
        (number, at, error_in_cell(cell))
        for number, cells in rows
        for at, cell in enumerate(cells)
        if ERROR.fullmatch(cell)
    )
    return bounded(CellGrid(rows, tuple(faults)), where, most)


def _parted(text: str, where: Where, most: int) -> Iterator[tuple[int, tuple[str, ...]]]:
    """Rows of *text* by number."""
    text = text.removeprefix("\ufeff")
    head, _, rest = text.partition("\n")
    asked = re.fullmatch(r"sep=(.)\r?", head.strip(" "), re.IGNORECASE)
    separator, text = (asked[1], rest) if asked else (_separator(text), text)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    number = 0
    try:
        for number, row in enumerate(islice(reader, most + 2), 1):
            yield number, tuple(cell[1:] if ESCAPED.match(cell) else cell for cell in row)
    except csv.Error as error:
        what = say("row {row} cannot be read", row=number + 1)
        raise refused_cells(what, say("check whether a quotation mark is missing there"), where) from error


def _separator(text: str) -> str:
    """What separates cells: the character that the first row with anything in it has most of, outside of quotation marks."""
    head = next((line for line in text.splitlines() if line.strip(' \t;,"')), "")
    bare = re.sub(r'"[^"]*"', "", head)
    return max(SEPARATORS, key=bare.count)
