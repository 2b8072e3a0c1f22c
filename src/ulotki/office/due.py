"""What needs attention within some days: values to read again, values that end or do not hold, texts to review."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from ulotki.content import due as dues
from ulotki.content.due import Due, Why
from ulotki.content.kinds import KINDS
from ulotki.content.unread import Entries
from ulotki.errors import Finding, Say, say
from ulotki.frozen import dataclass
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


def find_due(library: Library, days: int, day: datetime.date) -> Outcome[Dues]:
    """What is due within so many *days* from *day* on. What cannot be read may be due too, and is a finding."""
    entries = tuple(dues.all_due(library.register, library.editions, day, days))
    unknown = tuple(_unknown(library))
    nothing = () if entries or unknown else (say("nothing is due within {days} days", days=days),)
    return Outcome(Dues(entries), unknown, nothing)


def _unknown(library: Library) -> Iterator[Finding]:
    """Why values or texts cannot be read."""
    values = library.register.values
    if isinstance(values, Entries):
        yield from values.lost
    for one in library.unread:
        if one.kind in (*KINDS, "scam"):
            yield from one.findings
