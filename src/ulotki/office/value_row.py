"""A value of the register as a row of a list: its state, and who stands for it."""

from __future__ import annotations

import datetime
from typing import Self

from ulotki.content.state import Confirmed, State, Withdrawn
from ulotki.content.value import Value
from ulotki.errors import Say
from ulotki.frozen import dataclass
from ulotki.values import filled


@dataclass(frozen=True, slots=True)
class Signature:
    """Who confirmed or withdrew a value, and when. role: the post of that person, None when it was not given."""

    by: str
    on: datetime.date
    role: str | None = None


@dataclass(frozen=True, slots=True)
class BeforeRow:
    """The value that held before another."""

    value: str
    until: datetime.date | None
    state: State
    set_by: str | None
    confirmed: Signature | None


@dataclass(frozen=True, slots=True)
class ValueRow:
    """A value of the register, its state on the day, and who confirmed it. instead_of: the national value it overrides."""

    ref: str
    value: str
    label: str
    state: State
    national: bool
    note: Say | None
    instead_of: str | None
    source: str
    checked: datetime.date | None
    review_by: datetime.date | None
    valid_from: datetime.date | None
    valid_until: datetime.date | None
    replaces: str | None
    set_by: str | None
    confirmed: Signature | None
    before: BeforeRow | None
    withdrawn: Signature | None
    remark: Say | None = None

    @classmethod
    def of(cls, value: Value, day: datetime.date, remark: Say | None = None) -> Self:
        """*value* as it is on *day*."""
        was = value.former
        sign = _signature(was.confirmed if was else None)
        said = (was.value, was.valid_until, was.state(day), was.set_by or None, sign) if was else None
        return filled(
            cls,
            value,
            state=value.state(day),
            note=value.note or None,
            instead_of=value.instead_of.value if value.instead_of else None,
            replaces=value.replaces or None,
            set_by=value.set_by or None,
            confirmed=_signature(value.confirmed),
            before=BeforeRow(*said) if said else None,
            withdrawn=_signature(value.withdrawn),
            remark=remark,
        )


def _signature(word: Confirmed | Withdrawn | None) -> Signature | None:
    return Signature(word.by, word.on, (word.role if isinstance(word, Confirmed) else "") or None) if word else None
