"""The length and the last hash of a ledger, stored outside of it, so that an older copy in its place is noticed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Literal

from ulotki.frozen import dataclass
from ulotki.handout.chain import LedgerEntry
from ulotki.handout.deeds import Accepted


@dataclass(frozen=True, slots=True)
class LedgerHead:
    """The end of a chain. length: number of entries.  head: hash of the last one.  first: hash of the first, its identity."""

    length: int
    head: str
    first: str

    @property
    def short(self) -> str:
        """The hash in a short form that people compare."""
        return self.head[:12]


Contradiction = Literal["shorter", "other"]
"""What is wrong with a ledger: it lacks earlier entries ("shorter"), or has others in their place ("other")."""


def head_of(entries: Sequence[LedgerEntry]) -> LedgerHead | None:
    """The head of *entries*, None when there are none."""
    return LedgerHead(len(entries), entries[-1].hash, entries[0].hash) if entries else None


def find_contradiction(entries: Sequence[LedgerEntry], known: LedgerHead) -> Contradiction | None:
    """How *entries* contradict the head *known*; None when they continue it, or when somebody has accepted them."""
    if known.length <= 0 or any(isinstance(one.deed, Accepted) and one.deed.head == known.head for one in entries):
        return None
    if known.length > len(entries):
        return "shorter"
    return None if entries[known.length - 1].hash == known.head else "other"


def missing_entries(ours: Iterable[LedgerEntry], theirs: Iterable[LedgerEntry]) -> tuple[LedgerEntry, ...]:
    """The entries of *theirs* that *ours* does not have."""
    known = {one.hash for one in ours}
    return tuple(one for one in theirs if one.hash not in known)
