"""A value that may be printed, and what state it is in on a day.

A local value is typed by one person and good only after a second person has typed the same (`confirmed`).
"""

from __future__ import annotations

import datetime
from dataclasses import replace
from typing import Annotated, ClassVar

from ulotki.content.dates import shifted
from ulotki.content.doc import Doc
from ulotki.content.names import same_person, two_people
from ulotki.content.state import Before, Confirmed, State, Withdrawn
from ulotki.content.text import composed
from ulotki.errors import Complaint, Say, Where
from ulotki.frozen import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Value:
    """A value that changes over the years and must be right on paper.

    national: it ships with the program.  instead_of: the national value that it overrides in this workspace, None for none.
    """

    kind: ClassVar[str]

    value: Annotated[str, Doc("What is printed; empty while nobody knows it.")]
    label: Annotated[str, Doc("Whose value it is.")]
    source: Annotated[str, Doc("Where it was read.")] = ""
    checked: Annotated[datetime.date | None, Doc("The day on which it was last read in its source.")] = None
    set_by: Annotated[str, Doc("Who typed it.")] = ""
    set_as: Annotated[
        str,
        Doc("The value as that person typed it, written by the program: who changes value by hand, voids their word."),
    ] = ""
    confirmed: Annotated[Confirmed | None, Doc("The confirmation of a second person.")] = None
    valid_from: Annotated[datetime.date | None, Doc("The first day on which it holds.")] = None
    valid_until: Annotated[datetime.date | None, Doc("The last day on which it holds.")] = None
    replaces: Annotated[str, Doc("The value that it replaced.")] = ""
    before: Annotated[Before | None, Doc("The old value, while it still holds.")] = None
    withdrawn: Annotated[Withdrawn | None, Doc("Who withdrew it, and when.")] = None
    review_by: Annotated[datetime.date | None, Doc("The day by which it must be read again in its source.")] = None
    called: Annotated[
        tuple[str, ...], Doc("Beginnings of words that name this service and no other; they show a wrong label.")
    ] = ()
    id: str = ""
    national: bool = False
    instead_of: Value | None = None
    at: Where = Where()

    @property
    def ref(self) -> str:
        """Its name in runs of text and in records: "number:112"."""
        return f"{self.kind}:{self.id}"

    @property
    def printed(self) -> str:
        """The value as it is printed."""
        return self.value

    def told(self, lang: str) -> str:
        """The value as it is printed in a piece in the language *lang*."""
        return self.printed

    @property
    def link(self) -> str:
        """The target of a link on it, "" for no link."""
        return ""

    @property
    def note(self) -> Say | None:
        """What to know before it is printed, None for nothing."""
        return None

    @staticmethod
    def text_fault(text: str) -> Complaint | None:
        """(what, hint) when *text* is not a value of this kind that may be printed, else None."""
        return None

    def fault(self) -> Complaint | None:
        """(what, hint) when the value, or the one before it, may not be printed; else None."""
        values = (self.value, self.before.value if self.before else "")
        return next((found for value in values if value and (found := self.text_fault(value))), None)

    @staticmethod
    def canonical(text: str) -> str:
        """*text* in the one form in which values of this kind are compared, "" for an empty one."""
        return composed(text).strip()

    def same(self, text: str) -> bool:
        """Whether *text* is this value in any spelling. No other code decides this. An empty text is never the same."""
        own = self.canonical(self.value)
        return bool(own) and own == self.canonical(text)

    @property
    def former(self) -> Value | None:
        """The value that held before, as a value of its own; None when there is none."""
        if self.before is None:
            return None
        if self.instead_of and self.instead_of.same(self.before.value):
            return replace(self.instead_of, id=f"{self.id}{SECOND}", valid_from=None, valid_until=self.before.until)
        return replace(
            self,
            id=f"{self.id}{SECOND}",
            value=self.before.value,
            checked=None,
            set_by=self.before.set_by,
            set_as=self.before.set_as,
            confirmed=self.before.confirmed,
            valid_from=None,
            valid_until=self.before.until,
            before=None,
        )

    def on(self, day: datetime.date) -> tuple[Value, Value | None]:
        """(what is printed on *day*, the other value that holds as well or None).

        Before the first day of a new value the old one is printed, and while both hold the old one comes second.
        """
        if self.before is None or self.former is None:
            return self, None
        if self.valid_from is not None and day < self.valid_from:
            return replace(self.former, id=self.id), None
        return self, self.former if day <= self.before.until else None

    @property
    def turns(self) -> frozenset[datetime.date]:
        """The days on which what is printed of it may change: it begins, has ended, is confirmed, or its confirmation lapses."""
        former = self.former
        begun = (self.valid_from, self.confirmed.on if self.confirmed else None)
        over = (self.valid_until, self.review if self.older else None)
        days = {*(day for day in begun if day), *(shifted(day, 1) for day in over if day)}
        return frozenset(days) | (former.turns if former else frozenset())

    @property
    def review(self) -> datetime.date | None:
        """The day by which it must be reviewed, never before its first day; None when nobody has set one."""
        return max(self.review_by, self.valid_from or self.review_by) if self.review_by else None

    def state(self, day: datetime.date) -> State:
        """Its state on *day*."""
        if not self.value:
            return State.MISSING
        if self.withdrawn:
            return State.WITHDRAWN
        if self.valid_from and day < self.valid_from:
            return State.EARLY
        if self.valid_until and day > self.valid_until:
            return State.EXPIRED
        good = State.DUE if self.review and day > self.review else State.GOOD
        if self.national:
            return good if self.source and self.checked else State.UNCONFIRMED
        if self.older and good is State.DUE:
            return State.UNCONFIRMED
        return good if self.seconded else State.UNCONFIRMED

    @property
    def seconded(self) -> bool:
        """Whether two different, named people have typed the same value, the second one from a source that is named.

        Of an entry of an older version, which has neither `set_as` nor a source, that the names are not alike.
        """
        word = self.confirmed
        if word is None or not self.same(word.value) or not word.by.strip() or not self.set_by.strip():
            return False
        if not self.set_as:
            return not same_person(word.by, self.set_by)
        later = self.checked is None or word.on >= self.checked
        return self.same(self.set_as) and bool(word.source) and later and two_people(word.by, self.set_by)

    @property
    def older(self) -> bool:
        """Whether an older version took the confirmation, which asked for less: it is good until the value is due."""
        return not self.national and not self.set_as and self.seconded


SECOND = "+"
"""Suffix of the id of a value that is printed as the second of two."""


def split_ref(ref: str) -> tuple[str, str]:
    """(kind, id) of a ref."""
    kind, _colon, id = ref.partition(":")
    return kind, id
