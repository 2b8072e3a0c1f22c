"""Tables as an Excel workbook: every cell is text or a whole number, and nothing is a formula."""

from __future__ import annotations

import datetime
import io
import re
import zipfile
from collections.abc import Iterable, Sequence
from typing import Any

FIXED = datetime.datetime(2000, 1, 1)
"""The time that a workbook says it was made, so that equal tables are equal files."""

WIDEST = 60.0
"""The widest column, in characters."""


def workbook(title: str, heads: Sequence[str], rows: Iterable[Sequence[object]]) -> bytes:
    """A table as one sheet *title* of a workbook, its head fixed and bold."""
    from openpyxl import Workbook
    from openpyxl.styles import Font

    book = Workbook()
    book.properties.created = book.properties.modified = FIXED
    del book["Sheet"]
    sheet = book.create_sheet(title[:31])
    table: list[list[object]] = [list(heads), *(list(row) for row in rows)]
    for number, row in enumerate(table, 1):
        for column, value in enumerate(row, 1):
            cell: Any = sheet.cell(number, column)
            cell.value = value if isinstance(value, int) else None
            if not isinstance(value, int) and value not in (None, ""):
                cell.value = str(value)
                cell.data_type = "s"  # text, also when it begins as a formula does
                cell.number_format = "@"
            if number == 1:
                cell.font = Font(bold=True)
    for column, cells in enumerate(zip(*table, strict=True), 1):
        letter = sheet.cell(1, column).column_letter
        sheet.column_dimensions[letter].width = min(WIDEST, 2.0 + max(len(str(cell)) for cell in cells))
    sheet.freeze_panes = "A2"
    return _set_times(_save(book))


def _save(book: Any) -> bytes:
    """The workbook as openpyxl saves it, but with its sheets in memory and not in files on the way.

    Where the locale is not UTF-8, lxml takes no path with other letters, and the folder for such files may have some.
    """
    from openpyxl.worksheet._writer import WorksheetWriter
    from openpyxl.writer.excel import ExcelWriter

    class Writer(ExcelWriter):
        def write_worksheet(self, ws: Any) -> None:
            sheet = io.BytesIO()
            writer: Any = WorksheetWriter(ws, sheet)
            writer.write()
            ws._rels = writer._rels
            archive.writestr(ws.path[1:], sheet.getvalue())
            self.manifest.append(ws)

    out = io.BytesIO()
    archive = zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED)
    Writer(book, archive).save()
    return out.getvalue()


def _set_times(data: bytes) -> bytes:
    """The archive *data* with one time for all parts, and for the workbook's own record."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        for part in source.infolist():
            content = source.read(part)
            if part.filename == "docProps/core.xml":
                # openpyxl takes the time of saving from the clock.
                content = re.sub(rb"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", b"2000-01-01T00:00:00Z", content)
            target.writestr(zipfile.ZipInfo(part.filename, (2000, 1, 1, 0, 0, 0)), content, zipfile.ZIP_DEFLATED)
    return out.getvalue()
