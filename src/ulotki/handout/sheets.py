"""A pack as print jobs, one for each setting of the printer, and the numbers of sheets and reams and the toner."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from ulotki.content.places import Place
from ulotki.content.publisher import Printer
from ulotki.errors import Say, say
from ulotki.frozen import dataclass
from ulotki.handout.pack import PackPiece
from ulotki.page.duplex import passes
from ulotki.page.items import Page
from ulotki.paper import A3, A4, Edge
from ulotki.press import AS_TOLD

RESERVE = 0.05
"""Reserve for paper jams, as a share of the paper."""

REAM = 500
"""Sheets in a ream."""

MANY = 50
"""Printed as often as this, pages are a file of their own with its count, for a printer that counts: see `Printer`."""


@dataclass(frozen=True, slots=True)
class PrintJob:
    """A print job with one setting. duplex: None for one side.  paper: "A4" or "A3".  stock: see `Template`.

    by_hand: whether its two sides are printed one after the other, since the printer does not turn sheets.
    count: how often the whole file is printed, to be chosen at the printer.
    """

    pages: tuple[Page, ...]
    duplex: Edge | None
    paper: str
    stock: str
    by_hand: bool = False
    count: int = 1

    @property
    def passes(self) -> tuple[tuple[str, PrintJob], ...]:
        """(name, job) of each file to print: one without a name, or fronts and backs apart."""
        if not self.by_hand:
            return (("", self),)
        return tuple((name, replace(self, pages=pages, duplex=None)) for name, pages in passes(self.pages))

    @property
    def sheets(self) -> int:
        """How many it takes."""
        return self.count * (len(self.pages) // 2 if self.duplex else len(self.pages))

    @property
    def how(self) -> Say:
        """How the printer is set for it, in words."""
        sides = ONE_AT_A_TIME if self.by_hand else SIDE_WORDS[self.duplex]
        return say("{sides}, on {stock} {paper}", sides=sides, stock=STOCK_WORDS[self.stock], paper=self.paper)

    @property
    def name(self) -> str:
        """The suffix of its file name, when a pack has several jobs."""
        paper = "" if self.paper == A4.name else self.paper
        sides = "dwustronnie-recznie" if self.by_hand else SIDES[self.duplex]
        count = f"{self.count}-razy" if self.count > 1 else ""
        return "-".join(part for part in (sides, paper, STOCKS[self.stock], count) if part)


SIDES: Mapping[Edge | None, str] = {None: "jednostronnie", "short": "dwustronnie-krotka", "long": "dwustronnie-dluga"}
STOCKS = {"sheet": "", "card": "karton", "sticker": "samoprzylepny"}
"""What files are called, whatever language the program speaks."""

SIDE_WORDS: Mapping[Edge | None, Say] = {
    None: say("on one side"),
    "short": say("on both sides, turned over the short edge"),
    "long": say("on both sides, turned over the long edge"),
}
ONE_AT_A_TIME = say("one side at a time")
STOCK_WORDS = {"sheet": say("plain paper"), "card": say("thick card"), "sticker": say("self-adhesive paper")}


@dataclass(frozen=True, slots=True)
class PrintPart:
    """Pages that belong together, so many times. duplex: None when each stands on a sheet of its own."""

    pages: tuple[Page, ...]
    duplex: Edge | None = None
    times: int = 1
    stock: str = "sheet"

    @classmethod
    def of(cls, piece: PackPiece, copies: int) -> PrintPart:
        """So many copies of a piece."""
        return cls(piece.pages, piece.duplex, piece.times(copies), piece.stock)

    @property
    def paper(self) -> str:
        """What it is printed on."""
        width, height = sorted((self.pages[0].width, self.pages[0].height))
        known = {(paper.width, paper.height): paper.name for paper in (A4, A3)}
        return known.get((width, height), f"{width:g}x{height:g}")


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
        found += _many([part for part in alike if _has_own_count(part, printer)], paper, stock, printer, backs)
    return tuple(found)


def _has_own_count(part: PrintPart, printer: Printer) -> bool:
    return printer.counts and part.times >= MANY


def _by_hand(edge: Edge | None, printer: Printer) -> bool:
    return edge is not None and printer.turns == "by hand"


def _many(parts: Sequence[PrintPart], paper: str, stock: str, printer: Printer, backs: _Backs) -> Iterator[PrintJob]:
    """A job for each way of printing and each count."""
    for edge, times in dict.fromkeys((part.duplex, part.times) for part in parts):
        here = [part for part in parts if (part.duplex, part.times) == (edge, times)]
        sides = tuple(side for part in here for side in backs.sides(part, edge))
        yield PrintJob(sides, edge, paper, stock, _by_hand(edge, printer), times)


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


@dataclass(frozen=True, slots=True)
class PrintedPack:
    """What a place gets, in figures. jobs: how each of its files is printed, as `print_setting` says."""

    place: Place
    pieces: tuple[tuple[PackPiece, int], ...]
    jobs: tuple[PrintJob, ...]

    @property
    def copies(self) -> int:
        """Of all pieces."""
        return sum(copies for _, copies in self.pieces)

    @property
    def sheets(self) -> int:
        """With the papers around them."""
        return sum(job.sheets for job in self.jobs)


def reams(shares: Iterable[PrintedPack]) -> dict[str, int]:
    """Reams of plain paper by its size, with a reserve."""
    sheets: dict[str, int] = {}
    for job in (job for share in shares for job in share.jobs if job.stock == "sheet"):
        sheets[job.paper] = sheets.get(job.paper, 0) + job.sheets
    return {paper: math.ceil(count * (1 + RESERVE) / REAM) for paper, count in sheets.items()}


def mean_ink(shares: Iterable[PrintedPack]) -> float:
    """The share of the paper that toner covers, over all sides with a piece on them."""
    sides = [(piece.ink, piece.times(copies) * len(piece.pages)) for share in shares for piece, copies in share.pieces]
    return sum(ink * count for ink, count in sides) / max(1, sum(count for _, count in sides))


def percent(share: float) -> str:
    """As Poles write it: "18,0"."""
    return f"{share * 100:.1f}".replace(".", ",")
