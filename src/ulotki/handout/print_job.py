"""A print job with one setting of the printer."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from ulotki.errors import Say, say
from ulotki.frozen import dataclass
from ulotki.page.duplex import passes
from ulotki.page.items import Page
from ulotki.paper import A4, Edge


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
        """The number of sheets that it takes."""
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
"""Parts of the names of files: Polish, whatever language the program speaks."""

SIDE_WORDS: Mapping[Edge | None, Say] = {
    None: say("on one side"),
    "short": say("on both sides, turned over the short edge"),
    "long": say("on both sides, turned over the long edge"),
}
ONE_AT_A_TIME = say("one side at a time")
STOCK_WORDS = {"sheet": say("plain paper"), "card": say("thick card"), "sticker": say("self-adhesive paper")}
