"""Tables for a spreadsheet, as a Polish one opens them: semicolons, a mark for UTF-8, nothing that it would run."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable

FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""Characters at the beginning of a cell that make a formula of it."""


def csv_table(heads: Iterable[str], rows: Iterable[Iterable[object]]) -> bytes:
    """A table as CSV."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerow([cell(head) for head in heads])
    writer.writerows([cell(value) for value in row] for row in rows)
    return out.getvalue().encode("utf-8-sig", "backslashreplace")


def cell(value: object) -> str:
    """*value* as text that no spreadsheet runs as a formula."""
    text = "" if value is None else str(value)
    return f"'{text}" if text.lstrip("'").startswith(FORMULA) else text
