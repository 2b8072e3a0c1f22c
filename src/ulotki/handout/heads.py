"""How long a ledger was and how it ended, as kept outside of it: so an older one that was put back is seen."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from ulotki.handout.chain import Entry
from ulotki.handout.deeds import Accepted


@dataclass(frozen=True, slots=True)
class Head:
    """Where a chain ends. length: its entries.  head: hash of the last.  first: hash of the first, which names the chain."""

    length: int
    head: str
    first: str

    @property
    def short(self) -> str:
        """The hash as people compare it."""
        return self.head[:12]


Against = Literal["shorter", "other"]
"""What is wrong with a ledger: it lacks entries that were there, or has others in their place."""


def of(entries: Sequence[Entry]) -> Head | None:
    """The head of *entries*, None when there are none."""
    return Head(len(entries), entries[-1].hash, entries[0].hash) if entries else None


def against(entries: Sequence[Entry], known: Head) -> Against | None:
    """What *known* says against *entries*; None when they go on from it, or somebody has accepted that they do not."""
    if known.length <= 0 or known.head in _accepted(entries):
        return None
    if known.length > len(entries):
        return "shorter"
    return None if entries[known.length - 1].hash == known.head else "other"


def lacking(ours: Iterable[Entry], theirs: Iterable[Entry]) -> tuple[Entry, ...]:
    """The entries of another ledger that ours has not."""
    known = {one.hash for one in ours}
    return tuple(one for one in theirs if one.hash not in known)


def _accepted(entries: Iterable[Entry]) -> frozenset[str]:
    return frozenset(deed.head for one in entries if isinstance(deed := one.deed, Accepted))
