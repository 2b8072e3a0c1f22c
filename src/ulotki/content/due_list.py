"""Lists what needs attention within some days: values and texts to be reviewed, values that end or do not hold."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator

from ulotki.content.dates import shifted
from ulotki.content.due import WORDS, Due, Why
from ulotki.content.register import Register
from ulotki.content.scam import Scam
from ulotki.content.state import State
from ulotki.content.typography import HOME
from ulotki.content.value import Value

DAYS = 30
"""How many days ahead to look, by default."""


def all_due(register: Register, scams: Iterable[Scam], day: datetime.date, days: int = DAYS) -> tuple[Due, ...]:
    """Everything that needs attention within *days* from *day*, including overdue entries, sorted by day."""
    last = shifted(day, days)
    found = [one for value in register for one in _value(value, day, last)]
    for scam in scams:
        if scam.review_by <= last:
            ref = f"scam:{scam.id}" if scam.lang == HOME else f"scam:{scam.id}/{scam.lang}"
            source = scam.source[0].url if scam.source else None
            found.append(Due(scam.review_by, ref, Why.REVIEW, WORDS[Why.REVIEW], scam.name.source, source))
    return tuple(sorted(found, key=lambda one: (one.day, one.ref, one.why)))


def _value(value: Value, day: datetime.date, last: datetime.date) -> Iterator[Due]:
    def one(on: datetime.date | None, why: Why) -> Due:
        return Due(on or day, value.ref, why, WORDS[why], value.label, value.source or None)

    begins = value.valid_from if value.valid_from and value.valid_from > day else None
    former = value.former
    match value.state(begins or day):
        case State.MISSING:
            yield one(None, Why.MISSING)
        case State.WITHDRAWN:
            yield one(value.withdrawn.on if value.withdrawn else None, Why.WITHDRAWN)
            return
        case State.EXPIRED:
            yield one(value.valid_until, Why.EXPIRED)
        case State.UNCONFIRMED:
            yield one(None, Why.UNCONFIRMED)
    if begins and value.value:
        if former is None or value.on(day)[0].state(day) is State.EXPIRED:
            yield one(None, Why.EARLY)
        if begins <= last:
            yield one(begins, Why.BEGINS)
    if value.valid_until and day <= value.valid_until <= last:
        yield one(value.valid_until, Why.ENDS)
    if value.value and value.review and value.review <= last:
        yield one(value.review, Why.REVIEW)
    if former and former.valid_until and day <= former.valid_until:
        if former.state(day) is State.UNCONFIRMED:
            yield one(None, Why.OLD_UNCONFIRMED)
        if former.valid_until <= last:
            yield one(former.valid_until, Why.OLD_ENDS)
