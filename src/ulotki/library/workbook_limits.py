"""Looks into an Excel workbook before it is read: how much it unpacks to, and whether cells are merged."""

from __future__ import annotations

import io
import re
import zipfile
import zlib

from ulotki.errors import Where, say
from ulotki.library.cell_grid import AS_XLSX, SMALLER, refused_cells

UNPACKED = 40_000_000
"""Bytes of all parts of a workbook, as the archive announces them; it never gives more than it announces."""

CELLS = 150_000
"""Cells and rows of a sheet, empty ones too; those that are read are fewer."""

PARTS = 500
"""Parts of a workbook."""


def has_merged_cells(data: bytes, where: Where) -> bool:
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


LAST = 1_048_576
"""The last row that a sheet can have."""
