"""Reads the first sheet of an Excel workbook; nothing that is larger than a gmina needs is unpacked."""

from __future__ import annotations

import datetime
import io
import re
from collections.abc import Iterable, Iterator
from itertools import islice, zip_longest
from typing import Any

from ulotki.errors import Refused, Say, Where, say
from ulotki.library.cell_grid import AS_XLSX, COLUMNS, CellGrid, error_in_cell, refused_cells
from ulotki.library.workbook_limits import LAST, has_merged_cells


def read_workbook(data: bytes, where: Where, most: int) -> CellGrid:
    """The first sheet of a workbook."""
    from openpyxl import load_workbook

    merged = has_merged_cells(data, where)
    try:
        # Twice: what was computed last, and where that is missing, whether there is a formula.
        books = [load_workbook(io.BytesIO(data), read_only=True, data_only=values) for values in (True, False)]
        sheets = [book.worksheets[0] for book in books]
        for sheet in sheets:
            sheet.reset_dimensions()
        rows: list[tuple[int, tuple[str, ...]]] = []
        faults: list[tuple[int, int, Say]] = []
        both = zip_longest(*(islice(sheet.iter_rows(), LAST) for sheet in sheets), fillvalue=())
        for number, (values, formulas) in enumerate(both, 1):
            if not any(cell.value is not None for cell in formulas):
                continue
            faults += ((number, at, what) for at, what in _unusable(values, formulas))
            rows.append((number, tuple(_shown(cell) for cell in values)))
            if len(rows) > most + 1 or any(rows[-1][1][COLUMNS:]):
                break  # it is too much, whatever comes
        return CellGrid(tuple(rows), tuple(faults), merged, tuple(books[0].sheetnames[1:]))
    except Refused:
        raise
    except Exception as error:  # openpyxl raises what it meets: KeyError, TypeError, errors of three XML parsers
        raise refused_cells(say("it is no Excel workbook that can be read"), AS_XLSX, where) from error


def _unusable(values: Iterable[Any], formulas: Iterable[Any]) -> Iterator[tuple[int, Say]]:
    """(column, why) of cells without a value that could be taken."""
    for at, (value, formula) in enumerate(zip_longest(values, formulas)):
        if value is not None and value.data_type == "e":
            yield at, error_in_cell(value.value)
        elif formula is not None and formula.data_type == "f" and (value is None or value.value is None):
            yield at, say("the cell holds a formula that was never computed; write its value")


def _shown(cell: Any) -> str:
    """The value of a cell as people write it."""
    match cell.value:
        case None:
            return ""
        case bool() as value:
            return "tak" if value else "nie"
        case float() as value if value.is_integer():
            return _padded(int(value), cell.number_format)
        case int() as value:
            return _padded(value, cell.number_format)
        case datetime.datetime() as value if value.time() == datetime.time():
            return value.date().isoformat()
        case value:
            return str(value)


def _padded(value: int, pattern: object) -> str:
    """A whole number in a format such as "00-000", which postal codes and telephones have in Excel."""
    plain = re.sub(r"[\\\"]", "", str(pattern))
    places = plain.count("0")
    if value < 0 or places < 2 or not re.fullmatch(r"[0\- ]+", plain) or len(str(value)) > places:
        return str(value)
    digits = iter(str(value).zfill(places))
    return "".join(next(digits) if sign == "0" else sign for sign in plain)
