"""How much paper pieces take: sheets, by what a sheet of their template holds."""

from __future__ import annotations

from ulotki.templates import templates


def count_sheets(template: str, format: str, pages: int, copies: int) -> int:
    """Sheets for so many copies of a piece. pages: of the piece."""
    found = templates().get(template)
    how = found.sheets.get(format) if found else None
    each = how.columns * how.rows if how else 1
    two_sided = bool(found and (how.duplex if how else found.duplex)) and pages > 1
    return -(-copies // each) * (-(-pages // 2) if two_sided else pages)
