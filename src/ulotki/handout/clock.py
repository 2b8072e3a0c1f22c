"""Whether the clock of this computer may be wrong."""

from __future__ import annotations

import datetime
from collections.abc import Sequence

from ulotki.errors import Finding, say
from ulotki.handout import ledger
from ulotki.handout.chain import LedgerEntry


def clock_doubts(entries: Sequence[LedgerEntry], today: datetime.date) -> tuple[Finding, ...]:
    """A finding when the ledger knows of a day after *today*: what is asked of the wrong day is answered wrongly."""
    known = ledger.effects(entries)
    last = max(known, key=lambda one: one.deed.day, default=None)
    if last is None or last.deed.day <= today:
        return ()
    number = last.entries[-1]
    what = say(
        "today is {today}, and entry {number} of the ledger is of {day}", today=today, number=number, day=last.deed.day
    )
    hint = say(
        "set the clock of this computer right; if it is, correct the entry: ulotki ledger correct {number} --on DAY",
        number=number,
    )
    return (Finding("clock", what, hint, grave=False),)
