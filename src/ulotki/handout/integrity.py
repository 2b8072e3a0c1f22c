"""Whether a ledger holds: every entry follows the one before, and no personal fields were changed or are missing."""

from __future__ import annotations

from collections.abc import Sequence

from ulotki.errors import Say, say
from ulotki.frozen import dataclass
from ulotki.handout.chain import START, LedgerEntry, Secret
from ulotki.handout.deeds import Forgotten


@dataclass(frozen=True, slots=True)
class ChainFault:
    """The first entry that is not valid, and why."""

    seq: int
    why: Say


def verify(entries: Sequence[LedgerEntry], secrets: Sequence[Secret]) -> ChainFault | None:
    """The first entry that was changed or is missing, None when all are valid."""
    kept = {one.seq: one for one in secrets}
    forgotten: set[int] = set()
    missing: list[int] = []
    previous = START
    for seq, one in enumerate(entries, 1):
        if one.seq != seq:
            return ChainFault(seq, say("it is missing"))
        if one.previous != previous:
            return ChainFault(seq, say("it does not follow the one before"))
        if one.hash != one.digest:
            return ChainFault(seq, say("it was changed after it was written"))
        try:
            deed = one.deed
        except ValueError:
            return ChainFault(seq, say("this program cannot read it"))
        known = kept.pop(seq, None)
        if known and known.digest != one.person:
            return ChainFault(seq, say("its personal fields were changed"))
        if one.person and not known:
            missing.append(seq)
        if isinstance(deed, Forgotten):
            forgotten |= set(deed.entries)
        previous = one.hash
    if kept:
        return ChainFault(min(kept), say("it is missing"))
    lost = [number for number in missing if number not in forgotten]
    return ChainFault(lost[0], say("its personal fields are gone, and nobody asked to forget them")) if lost else None
