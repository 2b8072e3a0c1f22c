"""What needs attention, and by which day: values and texts to be reviewed, values that end, values that do not hold."""

from __future__ import annotations

import datetime
from enum import StrEnum

from ulotki.errors import Say, say
from ulotki.frozen import dataclass


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
