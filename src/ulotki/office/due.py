"""What needs attention within some days: values to read again, values that end or do not hold, texts to review."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from ulotki.content import due as dues
from ulotki.content.due import Due, Why
from ulotki.errors import Say, say
from ulotki.library import Library
from ulotki.office import Outcome


@dataclass(frozen=True, slots=True)
class DueData:
    """Something to see to: of which value or scam, by which day, why and what to do."""

    day: datetime.date
    ref: str
    why: Why
    what: Say
    label: str
    source: str | None

    @classmethod
    def of(cls, entry: Due) -> DueData:
        """*entry* as data."""
        return cls(entry.day, entry.ref, entry.why, entry.what, entry.label, entry.source or None)


@dataclass(frozen=True, slots=True)
class DuesData:
    """Everything that is due."""

    due: tuple[DueData, ...]


@dataclass(frozen=True, slots=True)
class Dues:
    """Everything that is due, by day."""

    entries: tuple[Due, ...]

    @property
    def data(self) -> DuesData:
        """All of it."""
        return DuesData(tuple(DueData.of(one) for one in self.entries))


def due(library: Library, days: int, day: datetime.date) -> Outcome[Dues]:
    """What is due within so many *days* from *day* on."""
    entries = tuple(dues.due(library.register, library.editions, day, days))
    return Outcome(Dues(entries), asides=() if entries else (say("nothing is due within {days} days", days=days),))
