"""Reads the first sheet of an Excel workbook; nothing that is larger than a gmina needs is unpacked."""

from __future__ import annotations

import datetime
import io
import re
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from itertools import islice, zip_longest
from typing import Any

from ulotki.errors import Refused, Say, Where, say
from ulotki.library.cell_grid import AS_XLSX, COLUMNS, SMALLER, CellGrid, error_in_cell, refused_cells

UNPACKED = 40_000_000
"""Bytes of all parts of a workbook, as the archive announces them; it never gives more than it announces."""

CELLS = 150_000
"""Cells and rows of a sheet, empty ones too; those that are read are fewer."""

PARTS = 500
"""Parts of a workbook."""

LAST = 1_048_576
"""The last row that a sheet can have."""


def read_workbook(data: bytes, where: Where, most: int) -> CellGrid:
    """The first sheet of a workbook."""
    from openpyxl import load_workbook

    merged = _unpacks(data, where)
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


def _unpacks(data: bytes, where: Where) -> bool:
    """Whether cells are merged. Raises Refused for an archive that is damaged or unpacks to too much."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = archive.infolist()
            if len(parts) > PARTS or sum(part.file_size for part in parts) > UNPACKED:
                raise refused_cells(
                    say("it unpacks to more than {size} MB", size=UNPACKED // 1_000_000), SMALLER, where
                )
            sheets = [part for part in parts if re.fullmatch(r"xl/worksheets/[^/]+\.xml", part.filename)]
            if not sheets:
                raise refused_cells(say("it is no Excel workbook that can be read"), AS_XLSX, where)
            for part in sheets:
                sheet = archive.read(part)
                if sheet.count(b"<c ") + sheet.count(b"<c>") + sheet.count(b"<c/") + sheet.count(b"<row") > CELLS:
                    raise refused_cells(say("a sheet of it has more than {most} cells", most=CELLS), SMALLER, where)
            return b"<mergeCell " in archive.read(sheets[0])
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, RuntimeError, NotImplementedError) as error:
        raise refused_cells(say("the file is damaged or has a password"), AS_XLSX, where) from error


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
        case datetime.datetime() | datetime.date() | datetime.time() as value:
            return value.isoformat(" ") if isinstance(value, datetime.datetime) else value.isoformat()
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
