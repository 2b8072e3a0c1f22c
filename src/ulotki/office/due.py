"""What needs attention within some days: values to read again, values that end or do not hold, texts to review."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from ulotki.content import due_list
from ulotki.content.due import Due
from ulotki.content.kinds import KINDS
from ulotki.content.unread import Entries
from ulotki.errors import Finding, say
from ulotki.frozen import dataclass
from ulotki.library import Library
from ulotki.office import Outcome


@dataclass(frozen=True, slots=True)
class Dues:
    """Everything that is due, by day."""

    due: tuple[Due, ...]


def find_due(library: Library, days: int, day: datetime.date) -> Outcome[Dues]:
    """What is due within so many *days* from *day* on. What cannot be read may be due too, and is a finding."""
    found = tuple(due_list.all_due(library.register, library.editions, day, days))
    unknown = tuple(_unknown(library))
    nothing = () if found or unknown else (say("nothing is due within {days} days", days=days),)
    return Outcome(Dues(found), unknown, nothing)


def _unknown(library: Library) -> Iterator[Finding]:
    """Why values or texts cannot be read."""
    values = library.register.values
    if isinstance(values, Entries):
        yield from values.lost
    for one in library.unread:
        if one.kind in (*KINDS, "scam"):
            yield from one.findings
