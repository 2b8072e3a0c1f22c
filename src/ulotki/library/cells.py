"""Reads the cells of a spreadsheet, whoever wrote it: an Excel workbook, CSV in the code pages of Poland, pasted cells.

Files are judged by their bytes, not by their names. Only values are read, nothing is computed, and nothing that is larger
than a gmina needs is unpacked.
"""

from __future__ import annotations

import csv
import datetime
import io
import re
import zipfile
import zlib
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice, zip_longest
from typing import Any

from ulotki.content.text import composed
from ulotki.errors import Refused, Say, Where, refused, say
from ulotki.frozen import dataclass

LARGEST = 5_000_000
"""Bytes of a file."""

UNPACKED = 40_000_000
"""Bytes of all parts of a workbook, as the archive announces them; it never gives more than it announces."""

CELLS = 150_000
"""Cells and rows of a sheet, empty ones too; those that are read are fewer."""

PARTS = 500
"""Parts of a workbook."""

ROWS, COLUMNS, CELL = 2_000, 40, 500
"""The most rows and columns that are read, and characters in a cell."""

LONGEST = 10 * CELL
"""Characters of a cell that are looked at; the rest is too much already."""

LAST = 1_048_576
"""The last row that a sheet can have."""

SEPARATORS = (";", "\t", ",")

ESCAPED = re.compile(r"'+[=+\-@\t\r]")
"""The beginning of a cell that our own CSV has marked as text."""

ERROR = re.compile(r"#(?:#+|N/[AD]|[A-ZĄĆĘŁŃÓŚŹŻ]+(?:/0)?[!?])")
"""What spreadsheets write as text for an error, in Polish and in English, and for a number that is wider than its column."""

MISREAD = frozenset("±¶Ľˇ¦¬")
"""What letters of ISO 8859-2 become in Windows-1250."""


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


def grid(data: bytes, file: str = "", most: int = ROWS) -> CellGrid:
    """The cells in *data*, at most *most* rows. file: its name, for messages. Raises Refused for what cannot be read."""
    where = Where(file)
    if len(data) > LARGEST:
        raise _refused(say("it is larger than {size} MB", size=LARGEST // 1_000_000), SMALLER, where)
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        raise _refused(say("it is an old or a locked Excel file"), AS_XLSX, where)
    if data.startswith(b"PK"):
        return _bounded(_workbook(data, where, most), where, most)
    return pasted(_text(data, where), where, most)


def pasted(text: str, where: Where = Where(), most: int = ROWS) -> CellGrid:
    """The cells of *text*: CSV, or what was copied from a spreadsheet. Raises Refused as `grid` does."""
    rows = tuple(_parted(text, where, most))
    faults = (
        (number, at, _error(cell)) for number, cells in rows for at, cell in enumerate(cells) if ERROR.fullmatch(cell)
    )
    return _bounded(CellGrid(rows, tuple(faults)), where, most)


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
        raise _refused(what, say("check whether a quotation mark is missing there"), where) from error


SMALLER = say("take the sheet with the places alone")
AS_XLSX = say(
    'in Excel: "Save as", kind "Excel workbook (.xlsx)", without a password; or copy the cells and paste them'
)


def _refused(what: Say, hint: Say, where: Where) -> Refused:
    return refused("cells", what, hint, where)


def _bounded(found: CellGrid, where: Where, most: int) -> CellGrid:
    """*found* with tidy cells and without empty rows. Raises Refused when there is too much, or nothing."""
    rows = tuple((number, _ended(cells)) for number, cells in found.rows)
    for number, cells in rows:
        if len(cells) > COLUMNS and any(map(str.strip, cells[COLUMNS:])):
            what = say("row {row} has more than {most} columns", row=number, most=COLUMNS)
            raise _refused(what, SMALLER, where)
    rows = tuple((number, _ended([_tidy(cell[:LONGEST]) for cell in cells[:COLUMNS]])) for number, cells in rows)
    rows = tuple((number, cells) for number, cells in rows if cells)
    if not rows:
        raise _refused(say("no cell of it holds anything"), say("the first row says what is in which column"), where)
    if len(rows) > most + 1:
        raise _refused(say("it has more than {most} rows", most=most), SMALLER, where)
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
    """A cell with composed letters and single spaces; a line break is a space, and what cannot be seen is none."""
    text = "".join(sign if sign.isprintable() else " " for sign in composed(cell))
    return " ".join(text.split())


# Text


def _text(data: bytes, where: Where) -> str:
    """*data* in the first of these codes that it can be: what it says itself, UTF-8, and what Polish Excel writes."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        codes: tuple[str, ...] = ("utf-16",)
    elif zeros := data.count(0):
        order = "le" if data[1::2].count(0) > data[::2].count(0) else "be"
        codes = (f"utf-16-{order}",) if zeros * 4 > len(data) else ()  # a few are in no text
    else:
        codes = ("utf-8-sig", "cp1250")
    for code in codes:
        try:
            text = data.decode(code)
        except UnicodeDecodeError:
            continue
        if code == "cp1250" and MISREAD & set(text):
            return data.decode("iso-8859-2")
        return text
    raise _refused(say("it is neither a spreadsheet nor text"), AS_XLSX, where)


def _separator(text: str) -> str:
    """What separates cells: the sign that the first row with anything in it has most of, outside of quotation marks."""
    head = next((line for line in text.splitlines() if line.strip(' \t;,"')), "")
    bare = re.sub(r'"[^"]*"', "", head)
    return max(SEPARATORS, key=bare.count)


# Workbooks


def _workbook(data: bytes, where: Where, most: int) -> CellGrid:
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
        raise _refused(say("it is no Excel workbook that can be read"), AS_XLSX, where) from error


def _unpacks(data: bytes, where: Where) -> bool:
    """Whether cells are merged. Raises Refused for an archive that is damaged or unpacks to too much."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = archive.infolist()
            if len(parts) > PARTS or sum(part.file_size for part in parts) > UNPACKED:
                raise _refused(say("it unpacks to more than {size} MB", size=UNPACKED // 1_000_000), SMALLER, where)
            sheets = [part for part in parts if re.fullmatch(r"xl/worksheets/[^/]+\.xml", part.filename)]
            if not sheets:
                raise _refused(say("it is no Excel workbook that can be read"), AS_XLSX, where)
            for part in sheets:
                sheet = archive.read(part)
                if sheet.count(b"<c ") + sheet.count(b"<c>") + sheet.count(b"<c/") + sheet.count(b"<row") > CELLS:
                    raise _refused(say("a sheet of it has more than {most} cells", most=CELLS), SMALLER, where)
            return b"<mergeCell " in archive.read(sheets[0])
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, RuntimeError, NotImplementedError) as error:
        raise _refused(say("the file is damaged or has a password"), AS_XLSX, where) from error


def _unusable(values: Iterable[Any], formulas: Iterable[Any]) -> Iterator[tuple[int, Say]]:
    """(column, why) of cells without a value that could be taken."""
    for at, (value, formula) in enumerate(zip_longest(values, formulas)):
        if value is not None and value.data_type == "e":
            yield at, _error(value.value)
        elif formula is not None and formula.data_type == "f" and (value is None or value.value is None):
            yield at, say("the cell holds a formula that was never computed; write its value")


def _error(shown: object) -> Say:
    return say("the cell holds an error, {value}", value=shown)


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
