"""Finds what is unlikely in a hand-over, so that people are asked again before it is written to the ledger."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping, Sequence

from ulotki.edition.record import Record
from ulotki.errors import Finding, Say, say
from ulotki.frozen import dataclass
from ulotki.handout import ledger
from ulotki.handout.chain import LedgerEntry
from ulotki.handout.deeds import HandOver
from ulotki.handout.ledger import Effect

ANYWAY = say("when it is meant so: --anyway")


@dataclass(frozen=True, slots=True)
class LedgerState:
    """The state of the ledger. effects: the entries that count.  there: (place, code) → copies at the place."""

    effects: tuple[Effect, ...]
    there: Mapping[tuple[str, str], int]

    @classmethod
    def of(cls, entries: Sequence[LedgerEntry]) -> LedgerState:
        """The state after *entries*."""
        standings = ledger.standings(entries)
        return cls(ledger.effects(entries), {(one.place, one.code): one.there for one in standings})


def hand_over_doubts(
    deed: HandOver, record: Record, known: LedgerState, over: datetime.date | None, place: str
) -> Iterator[Finding]:
    """What is odd about *deed*. record: of its edition.  over: the last day on which it may hang.  place: as it is called."""
    if deed.day < record.speaks:
        days = {"begun": record.speaks, "day": deed.day}
        what = say("{place}: the edition is of {begun}, and {day} is before that", place=place, **days)
        yield Finding("ledger", what, ANYWAY)
    if over and over < deed.day:
        what = say("{place}: they may hang until {day} only, and that is over", place=place, day=over)
        yield Finding("ledger", what, ANYWAY)
    if again := _same_bundle(deed, known):
        what = say("{place}: entry {number} already holds this bundle", place=place, number=again)
        yield Finding("ledger", what, ANYWAY)
    else:
        yield from (Finding("ledger", what, ANYWAY) for what in _over_ordered(deed, record, known, place))


def _same_bundle(deed: HandOver, known: LedgerState) -> int | None:
    """The number of an earlier entry for the same bundle, while its pieces are still there; None for none."""
    bundle = {(one.code, one.copies) for one in deed.pieces}
    for one in known.effects:
        old = one.deed
        if isinstance(old, HandOver) and (old.place, old.edition) == (deed.place, deed.edition):
            same = {(piece.code, piece.copies) for piece in old.pieces}
            if bundle and bundle == same and all(known.there.get((deed.place, code)) for code, _ in bundle):
                return one.seq
    return None


def _over_ordered(deed: HandOver, record: Record, known: LedgerState, place: str) -> Iterator[Say]:
    """What is there and comes now, when that is more than was ordered for the place."""
    files = {file.code: file for file in record.pieces}
    for piece in deed.pieces:
        copies = piece.copies + known.there.get((deed.place, piece.code), 0)
        file = files.get(piece.code)
        most = (file.ordered(deed.place) or file.copies) if file else copies
        told = {"place": place, "copies": copies, "piece": piece.name, "most": most}
        if copies > most:
            yield say("{place}: {copies} copies of {piece} would be there, and {most} were ordered", **told)
