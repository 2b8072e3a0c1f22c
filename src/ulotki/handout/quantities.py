"""How much paper and toner packs take."""

from __future__ import annotations

import math
from collections.abc import Iterable

from ulotki.content.places import Place
from ulotki.frozen import dataclass
from ulotki.handout.pack import PackPiece
from ulotki.handout.print_job import PrintJob

RESERVE = 0.05
"""Reserve for paper jams, as a share of the paper."""

REAM = 500
"""Sheets in a ream."""


@dataclass(frozen=True, slots=True)
class PrintedPack:
    """What a place gets, in figures. jobs: how each of its files is printed."""

    place: Place
    pieces: tuple[tuple[PackPiece, int], ...]
    jobs: tuple[PrintJob, ...]

    @property
    def copies(self) -> int:
        """Copies of all pieces."""
        return sum(copies for _, copies in self.pieces)

    @property
    def sheets(self) -> int:
        """Sheets of all pieces, and of the papers around them."""
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
    """*share* as a percentage, as Poles write it: "18,0"."""
    return f"{share * 100:.1f}".replace(".", ",")
