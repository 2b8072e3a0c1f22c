"""Values in the form that is asked for: a table for people, words for JSON, a spreadsheet, a page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from ulotki.cli.language import translated as _
from ulotki.cli.sentences import plain, told
from ulotki.content.state import State
from ulotki.documents.table import csv_table
from ulotki.errors import Say

COLUMNS = {
    "scams": ("id", "lang", "name", "review_by"),
    "templates": ("id", "what", "formats"),
    "places": ("id", "name", "kind", "boards"),
    "numbers": ("ref", "value", "state", "label"),
    "campaigns": ("id", "title", "day", "until"),
    "checks": ("id", "why"),
    "icons": ("id", "scams"),
}


def sheet(heads: Iterable[Say], rows: Iterable[Iterable[object]]) -> bytes:
    """Rows for a spreadsheet, in words; a list of sentences is one cell."""
    cells = ([_cell(cell) for cell in row] for row in rows)
    return csv_table([told(head) for head in heads], cells)


def _cell(cell: object) -> object:
    match cell:
        case Say():
            return told(cell)
        case list():
            return "; ".join(map(told, cell))
        case _:
            return cell


def table(rows: Sequence[object], columns: Sequence[str]) -> Iterator[str]:
    """A line for each row, its cells one below the other."""
    cells = [[shown(getattr(row, column)) for column in columns] for row in rows]
    widths = [max((len(line[index]) for line in cells), default=0) for index in range(len(columns))]
    for line in cells:
        yield "  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip()


def shown(value: object) -> str:
    """A cell in words."""
    match value:
        case State():
            return _(value.value)
        case Say():
            return told(value)
        case tuple():
            return ", ".join(shown(item) for item in value) or "–"
        case _:
            return plain("–" if value in (None, "") else str(value))
