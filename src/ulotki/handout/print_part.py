"""Pages that are printed together."""

from __future__ import annotations

from ulotki.frozen import dataclass
from ulotki.handout.pack import PackPiece
from ulotki.page.items import Page
from ulotki.paper import A3, A4, Edge


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
