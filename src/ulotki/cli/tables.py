"""Values as a table for people."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ulotki.cli.language import translated as _
from ulotki.cli.sentences import plain, translate
from ulotki.content.state import State
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


def table(rows: Sequence[object], columns: Sequence[str]) -> Iterator[str]:
    """A line for each row, its cells one below the other."""
    cells = [[cell_text(getattr(row, column)) for column in columns] for row in rows]
    widths = [max((len(line[index]) for line in cells), default=0) for index in range(len(columns))]
    for line in cells:
        yield "  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip()


def cell_text(value: object) -> str:
    """A cell in words."""
    match value:
        case State():
            return _(value.value)
        case Say():
            return translate(value)
        case tuple():
            return ", ".join(cell_text(item) for item in value) or "–"
        case _:
            return plain("–" if value in (None, "") else str(value))
