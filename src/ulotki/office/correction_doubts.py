"""What is unlikely to be meant in a correction, and was not so before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ulotki.content.places import place_label
from ulotki.edition.record import Record, digest
from ulotki.errors import Finding, say
from ulotki.handout import ledger
from ulotki.handout.chain import LedgerEntry
from ulotki.handout.deeds import Activity, HandOver
from ulotki.handout.doubts import LedgerState, hand_over_doubts
from ulotki.library import Undated

AGAIN = say("when it is not meant so, correct the entry again")


def new_doubts(
    effect: ledger.Effect, deed: Activity, entries: Sequence[LedgerEntry], lying: Sequence[Record], library: Undated
) -> tuple[Finding, ...]:
    """What is odd about *deed*, beside what the other entries say, and was not odd already about what it corrects."""
    before = effect.said
    if not (isinstance(deed, HandOver) and isinstance(before, HandOver)):
        return ()
    records = [one for one in lying if (one.campaign, one.edition) == (deed.campaign, deed.edition)]
    record = next((one for one in records if digest(one) == deed.digest), records[-1] if records else None)
    if record is None:  # nobody knows what was ordered
        return ()
    others = LedgerState.of([one for one in entries if one.seq not in effect.entries])
    where = place_label(deed.place, library.places)

    def odd(said: HandOver) -> tuple[Finding, ...]:
        over = max((one.until for one in said.pieces if one.until), default=None)
        return tuple(hand_over_doubts(said, record, others, over, where))

    known = odd(before) if before.place == deed.place else ()
    return tuple(replace(one, hint=AGAIN, grave=False) for one in odd(deed) if one not in known)
