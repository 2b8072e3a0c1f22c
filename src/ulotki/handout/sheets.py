"""A pack as print jobs, one for each setting of the printer, and backs for pages that have none."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from ulotki.content.publisher import Printer
from ulotki.handout.print_job import PrintJob
from ulotki.handout.print_part import PrintPart
from ulotki.page.items import Page
from ulotki.paper import Edge
from ulotki.press import AS_TOLD

MANY = 50
"""Pages to be printed at least so many times are a file of their own, with that count, where the printer counts copies."""

Back = Callable[[Page], Page]
"""Makes the back of a page that is printed on one side only."""


def blank_back(page: Page) -> Page:
    """A back with nothing on it."""
    return replace(page, items=())


def print_jobs(parts: Sequence[PrintPart], printer: Printer = AS_TOLD, back: Back = blank_back) -> tuple[PrintJob, ...]:
    """*parts* in as few print jobs as possible. One-sided pages join the first two-sided job, with backs.

    What is printed MANY times is a job with that count, where the printer counts; else its pages are repeated.
    """
    backs = _Backs(back)
    found: list[PrintJob] = []
    for stock, paper in dict.fromkeys((part.stock, part.paper) for part in parts):
        alike = [part for part in parts if (part.stock, part.paper) == (stock, paper)]
        single = [part for part in alike if not _has_own_count(part, printer)]
        edges = [edge for edge in dict.fromkeys(part.duplex for part in single) if edge]
        for number, edge in enumerate(edges or [None] if single else []):
            here = [part for part in single if part.duplex == edge or (part.duplex is None and number == 0)]
            sides = tuple(side for part in here for side in backs.sides(part, edge) * part.times)
            found.append(PrintJob(sides, edge, paper, stock, _by_hand(edge, printer)))
        many = [part for part in alike if _has_own_count(part, printer)]
        for edge, times in dict.fromkeys((part.duplex, part.times) for part in many):
            here = [part for part in many if (part.duplex, part.times) == (edge, times)]
            sides = tuple(side for part in here for side in backs.sides(part, edge))
            found.append(PrintJob(sides, edge, paper, stock, _by_hand(edge, printer), times))
    return tuple(found)


def _has_own_count(part: PrintPart, printer: Printer) -> bool:
    return printer.counts and part.times >= MANY


def _by_hand(edge: Edge | None, printer: Printer) -> bool:
    return edge is not None and printer.turns == "by hand"


class _Backs:
    """Adds backs where pages have none. All backs of a size are the same page."""

    def __init__(self, make: Back) -> None:
        self.make = make
        self.known: dict[tuple[float, float, float], Page] = {}

    def sides(self, part: PrintPart, edge: Edge | None) -> tuple[Page, ...]:
        """The pages of one copy of a part."""
        if edge is None:
            return part.pages
        if part.duplex is None:
            return tuple(side for page in part.pages for side in (page, self._back(page)))
        return part.pages if len(part.pages) % 2 == 0 else (*part.pages, self._back(part.pages[-1]))

    def _back(self, page: Page) -> Page:
        size = (page.width, page.height, page.margin)
        if size not in self.known:
            self.known[size] = self.make(page)
        return self.known[size]
