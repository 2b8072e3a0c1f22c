"""What of a hand-over is unlikely to be meant: people are asked again before it is written down."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping, Sequence

from ulotki.edition.record import Record
from ulotki.errors import Finding, Say, say
from ulotki.handout import ledger
from ulotki.handout.chain import Entry
from ulotki.handout.deeds import HandOver

ANYWAY = say("when it is meant so: --anyway")


def doubts(deed: HandOver, record: Record, entries: Sequence[Entry], over: datetime.date | None) -> Iterator[Finding]:
    """What is odd about *deed* after *entries*. record: of its edition.  over: the last day on which it may hang."""
    begun = datetime.date.fromisoformat(record.day)
    if deed.day < begun:
        what = say(
            "{place}: the edition is of {begun}, and {day} is before that", place=deed.place, begun=begun, day=deed.day
        )
        yield Finding("ledger", what, ANYWAY)
    if over and over < deed.day:
        what = say("{place}: they may hang until {day} only, and that is over", place=deed.place, day=over)
        yield Finding("ledger", what, ANYWAY)
    if again := _again(deed, entries):
        what = say("{place}: entry {number} already holds this bundle", place=deed.place, number=again)
        yield Finding("ledger", what, ANYWAY)
    else:
        yield from (Finding("ledger", what, ANYWAY) for what in _more(deed, record, entries))


def _again(deed: HandOver, entries: Sequence[Entry]) -> int | None:
    """The entry that says the same of the same edition, while the pieces are still there."""
    there = {one.code for one in ledger.hanging(entries) if one.place == deed.place and one.there}
    bundle = {(one.code, one.copies) for one in deed.pieces}
    for one in ledger.effective(entries):
        old = one.deed
        if isinstance(old, HandOver) and (old.place, old.edition) == (deed.place, deed.edition):
            same = {(piece.code, piece.copies) for piece in old.pieces}
            if bundle and bundle == same and all(code in there for code, _ in bundle):
                return one.seq
    return None


def _more(deed: HandOver, record: Record, entries: Sequence[Entry]) -> Iterator[Say]:
    """What is there and comes now, when that is more than was ordered for the place."""
    there: Mapping[str, int] = {one.code: one.there for one in ledger.hanging(entries) if one.place == deed.place}
    for file in record.pieces:
        for piece in (one for one in deed.pieces if one.code == file.code):
            most = dict(file.places).get(deed.place, file.copies)
            if piece.copies + there.get(piece.code, 0) > most:
                yield say(
                    "{place}: {copies} copies of {piece} would be there, and {most} were ordered",
                    place=deed.place,
                    copies=piece.copies + there.get(piece.code, 0),
                    piece=piece.name,
                    most=most,
                )
