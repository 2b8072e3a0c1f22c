"""Makes the register of a day from the values in the files. A confirmation with a later date does not count yet."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import field, replace

from ulotki.content.overrides import counting_value
from ulotki.content.register import Register
from ulotki.content.unread import Entries, Unread
from ulotki.content.value import Value
from ulotki.errors import Finding
from ulotki.frozen import dataclass


@dataclass(frozen=True, slots=True)
class TypedRegister:
    """The values as the files have them. Nobody can look one up here: that needs a `Register`, which is made for a day."""

    _values: Entries[str, Value]
    _own: Mapping[str, Value] = field(default_factory=dict)

    @property
    def unread(self) -> Mapping[str, Unread]:
        """The entries that cannot be read, by ref."""
        return self._values.unread

    @property
    def lost(self) -> tuple[Finding, ...]:
        """Why a whole file cannot be read."""
        return self._values.lost

    def believed(self, today: datetime.date) -> Register:
        """The register as of *today*. own: overrides of national values, as in a register."""
        known: dict[str, Value | Unread] = {ref: _believed(value, today) for ref, value in self._values.items()}
        own = {ref: _believed(value, today) for ref, value in self._own.items()}
        known |= {ref: counting_value(value) for ref, value in own.items() if ref in known}
        typed = {**self._values, **self._own}
        early = {ref: word for ref, value in typed.items() if (word := _latest(value)) and word > today}
        return Register(Entries({**self.unread, **known}, self.lost), own, early)


def _latest(value: Value) -> datetime.date | None:
    """The latest day of a confirmation of a value or of the one before it."""
    words = (value.confirmed, value.before.confirmed if value.before else None)
    return max((word.on for word in words if word), default=None)


def _believed(value: Value, today: datetime.date) -> Value:
    if value.confirmed and value.confirmed.on > today:
        value = replace(value, confirmed=None)
    if value.before and value.before.confirmed and value.before.confirmed.on > today:
        value = replace(value, before=replace(value.before, confirmed=None))
    return value
