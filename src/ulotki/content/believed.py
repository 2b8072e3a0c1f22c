"""Leaves out what nobody can have said yet: a confirmation of a day that has not come counts as none."""

from __future__ import annotations

import datetime
from dataclasses import replace

from ulotki.content.register import Register, Value
from ulotki.content.unread import Entries, Unread


def believed(register: Register, today: datetime.date) -> Register:
    """*register* without confirmations of a day after *today*, of values and of the values before them."""
    known: dict[str, Value | Unread] = {ref: _believed(value, today) for ref, value in register.values.items()}
    if known == dict(register.values):
        return register
    values = register.values
    unread, lost = (values.unread, values.lost) if isinstance(values, Entries) else ({}, ())
    return replace(register, values=Entries({**unread, **known}, lost))


def _believed(value: Value, today: datetime.date) -> Value:
    if value.confirmed and value.confirmed.on > today:
        value = replace(value, confirmed=None)
    if value.before and value.before.confirmed and value.before.confirmed.on > today:
        value = replace(value, before=replace(value.before, confirmed=None))
    return value
