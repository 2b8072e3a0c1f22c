"""What needs attention, and by which day: values and texts to be reviewed, values that end, values that do not hold."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator
from enum import StrEnum

from ulotki.content.dates import shifted
from ulotki.content.register import Register
from ulotki.content.scam import Scam
from ulotki.content.state import State
from ulotki.content.typography import HOME
from ulotki.content.value import Value
from ulotki.errors import Say, say
from ulotki.frozen import dataclass

DAYS = 30
"""How many days ahead to look, by default."""


class Why(StrEnum):
    """Why something needs attention."""

    REVIEW = "review"
    ENDS = "ends"
    OLD_ENDS = "old-ends"
    BEGINS = "begins"
    EXPIRED = "expired"
    WITHDRAWN = "withdrawn"
    MISSING = "missing"
    UNCONFIRMED = "unconfirmed"
    OLD_UNCONFIRMED = "old-unconfirmed"
    EARLY = "early"


AHEAD = frozenset({Why.REVIEW, Why.ENDS, Why.OLD_ENDS, Why.BEGINS})
"""Reasons with a day, which can be dealt with before that day."""

UNDATED = frozenset({Why.MISSING, Why.UNCONFIRMED, Why.OLD_UNCONFIRMED, Why.EARLY})
"""Reasons without a day, which need attention at once."""

WORDS = {
    Why.REVIEW: say("read it again in its source"),
    Why.ENDS: say("ends on this day: find the value that comes after it"),
    Why.OLD_ENDS: say("the old value ends on this day: on the next one make the edition anew"),
    Why.BEGINS: say("begins on this day: make the edition anew"),
    Why.EXPIRED: say("has ended: find the value that holds now"),
    Why.WITHDRAWN: say("is withdrawn: set the value that holds now"),
    Why.MISSING: say("has no value: a box for a stamp or a pen is printed"),
    Why.UNCONFIRMED: say("a second person has to confirm it; until then WZÓR is printed"),
    Why.OLD_UNCONFIRMED: say("a second person has to confirm the old value too; while it holds WZÓR is printed"),
    Why.EARLY: say("does not hold yet, and nothing before it does"),
}


@dataclass(frozen=True, slots=True)
class Due:
    """Something that needs attention. ref: of a value, or "scam:bank", "scam:bank/uk".

    day: the one it is about, or the one asked for when it has none.  what: the sentence that says what to do.
    label: whose value, or what the scam is called.  source: where it is read, None when nobody has said.
    """

    day: datetime.date
    ref: str
    why: Why
    what: Say
    label: str
    source: str | None

    @property
    def uid(self) -> str:
        """A stable id of the entry, so that a calendar imports it only once."""
        own = self.why not in UNDATED
        return f"{self.ref}.{self.why}{f'.{self.day.isoformat()}' if own else ''}@ulotki"


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
