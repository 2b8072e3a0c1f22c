"""Nothing stands in the margin, which printers do not reach."""

from __future__ import annotations

from collections.abc import Iterator

from ulotki.checks import Check, Laid
from ulotki.errors import Finding, Say, say
from ulotki.page.items import Box, Code, Line, named, walk

SLACK = 0.05
"""How far an outline may lie in the margin, mm."""


def find(piece: Laid) -> Iterator[Finding]:
    """Items that reach into the margin. A quiet zone is empty paper and may lie there."""
    for page in piece.pages:
        inside = Box(0, 0, page.width, page.height).inset(page.margin, page.margin)
        sheet = Box(0, 0, page.width, page.height)
        for item, _ in walk(page.items):
            if isinstance(item, Code) and not sheet.holds(item.quiet):
                yield _finding(piece, say("the quiet zone of the code reaches over the edge of the paper"), "address")
            if not inside.holds(item.box, SLACK):
                over = max(
                    inside.x - item.box.x,
                    inside.y - item.box.y,
                    item.box.right - inside.right,
                    item.box.bottom - inside.bottom,
                )
                yield _finding(
                    piece,
                    say("{what} reaches {over} mm into the margin", what=named(item), over=f"{over:.1f}"),
                    item.field if isinstance(item, Line) else "",
                )


def _finding(piece: Laid, what: Say, field: str) -> Finding:
    return Finding("margin", what, say("shorten the words, or correct the template"), piece.at(field))


CHECK = Check(
    "margin",
    say("What lies in the margin is cut off by the printer, and it may be a number."),
    find,
    sheets=True,
    paper=find,
)
