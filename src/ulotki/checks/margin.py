"""Nothing stands in the margin, which printers do not reach."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ulotki.checks import Check, LaidPages
from ulotki.errors import Finding, Say, figure, say
from ulotki.page.items import Box, Code, Line, Page, Stroke, Trace, named
from ulotki.page.marks import bare
from ulotki.page.strokes import CUT_DASH, FOLD_DASH
from ulotki.page.walking import walk

SLACK = 0.05
"""How far an outline may lie in the margin, mm."""


def find(piece: LaidPages) -> Iterator[Finding]:
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
                what = say("{what} reaches {over} mm into the margin", what=named(item), over=figure(over, ".1f"))
                yield _finding(piece, what, item.field if isinstance(item, Line) else "")


def unreached(pages: Iterable[Page], reach: float) -> Iterator[Finding]:
    """A warning of what stands nearest to an edge, when an office printer does not print it.

    reach: mm from the edge that it does not print, 0 when nobody has measured them. Words and codes must lie inside; of a
    cut or fold mark a part is enough.
    """
    lost: list[tuple[float, float, Trace]] = []
    for page in pages:
        for item, _ in walk(bare(page).items):
            box = item.box
            near = min(box.x, box.y, page.width - box.right, page.height - box.bottom)
            most = near
            if isinstance(item, Stroke) and item.dash in (CUT_DASH, FOLD_DASH):
                most += max(box.width, box.height) - LEFT
            elif not isinstance(item, Line | Code):
                continue
            lost.append((most, near, item))
    for most, near, item in sorted(lost, key=lambda one: one[0])[:1]:
        if most >= reach - SLACK:
            return
        said = {"what": named(item), "near": figure(near, ".1f"), "reach": figure(reach, ".1f")}
        what = say("{what} is {near} mm from the edge, and the printer does not reach the outer {reach} mm", **said)
        yield Finding("margin", what, say("print it on another printer, or order another format"), grave=False)


LEFT = 1.5
"""mm of a mark that must be printed so that people see where to cut."""


def _finding(piece: LaidPages, what: Say, field: str) -> Finding:
    return Finding("margin", what, say("shorten the words, or take another template"), piece.at(field))


CHECK = Check(
    "margin",
    say("What lies in the margin is cut off by the printer, and it may be a number."),
    find,
    sheets=True,
    paper=find,
)
