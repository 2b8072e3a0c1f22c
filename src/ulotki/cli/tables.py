"""Values in the form that is asked for: a table for people, words for JSON, a spreadsheet, a page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from gettext import gettext
from typing import Any

from ulotki.cli.sentences import as_data, plain, told
from ulotki.content.register import State
from ulotki.documents.table import spreadsheet
from ulotki.errors import Finding, Say

Row = dict[str, Any]

COLUMNS = {
    "scams": ("id", "lang", "name", "review_by"),
    "templates": ("id", "what", "formats"),
    "places": ("id", "name", "kind", "boards"),
    "numbers": ("ref", "value", "state", "label"),
    "campaigns": ("id", "title", "day", "until"),
    "checks": ("id", "why"),
    "icons": ("id", "scams"),
}


def said(value: Any) -> Any:
    """*value* for JSON, with every sentence in it in the language of the program."""
    match value:
        case Say():
            return told(value)
        case Finding():
            return as_data(value)
        case Mapping():
            return {key: said(item) for key, item in value.items()}
        case list():
            return [said(item) for item in value]
        case _:
            return value


def sheet(heads: Iterable[Say], rows: Iterable[Iterable[object]]) -> bytes:
    """Rows for a spreadsheet, in words; a list of sentences is one cell."""
    cells = (["; ".join(said(cell)) if isinstance(cell, list) else said(cell) for cell in row] for row in rows)
    return spreadsheet([told(head) for head in heads], cells)


def table(rows: Sequence[Row], columns: Sequence[str]) -> Iterator[str]:
    """A line for each row, its cells one below the other."""
    cells = [[shown(row[column]) for column in columns] for row in rows]
    widths = [max((len(line[index]) for line in cells), default=0) for index in range(len(columns))]
    for line in cells:
        yield "  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip()


def shown(value: object) -> str:
    """A cell in words."""
    if isinstance(value, State):
        return gettext(value.value)
    if isinstance(value, list):
        return ", ".join(shown(item) for item in value) or "–"
    return plain("–" if value in (None, "") else str(value))
