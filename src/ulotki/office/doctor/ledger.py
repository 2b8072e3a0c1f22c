"""The ledger: whether it holds, and whether it keeps names longer than it may."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from pathlib import Path

from ulotki.content.dates import shifted
from ulotki.content.publisher import Publisher
from ulotki.errors import Trouble, say
from ulotki.handout import heads
from ulotki.handout.clock import clock_doubts
from ulotki.library import Library
from ulotki.office.doctor.lines import Diagnosis, fault, good, look
from ulotki.workspace import book


def holds(workspace: Path, today: datetime.date) -> Iterator[Diagnosis]:
    """Whether the ledger holds, is all that it once said, and knows of no day to come."""
    try:
        known = book.read(workspace)
    except Trouble as trouble:
        yield from (fault("ledger", finding) for finding in trouble.findings)
        return
    yield from (fault("ledger", finding) for finding in (*known.findings, *clock_doubts(known.entries, today)))
    head = heads.head_of(known.entries)
    if head and not known.findings:
        what = say("the ledger holds: entries {count}, the last is {hash}", count=head.length, hash=head.short)
        yield good("ledger", what)


def names_kept_too_long(workspace: Path, library: Library, day: datetime.date) -> Iterator[Diagnosis]:
    """Whether names are kept longer than the settings say."""
    until = library.settings.names_until if isinstance(library.settings, Publisher) else None
    if until is None or day <= until:
        return
    try:
        known = book.read(workspace)
    except Trouble:  # said already
        return
    past = [one.seq for one in known.entries if one.seq in known.people and one.deed.day <= until]
    if past:
        said = {"day": until, "numbers": ", ".join(map(str, past))}
        what = say("names, telephones or notes were to be kept until {day}, and are in entries: {numbers}", **said)
        forget = shifted(until, 1)
        yield look("names", what, say("delete them for good: ulotki ledger forget --before {day}", day=forget))
