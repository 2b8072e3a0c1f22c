"""Compares the record of an edition with the digest that the ledger wrote down at the hand-over."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from ulotki.edition import record as records
from ulotki.edition.record import Edition, Lying, divided
from ulotki.errors import Finding, Where, say
from ulotki.handout import ledger
from ulotki.handout.chain import LedgerEntry
from ulotki.handout.deeds import HandOver


def unbound_records(
    entries: Sequence[LedgerEntry], lying: Iterable[Lying], genuine: Callable[[Edition], bool]
) -> Iterator[Finding]:
    """Findings about editions whose record is not the one that an entry was written for, while pieces of it are out.

    The same edition may be on the disk twice, with other places: one that matches is enough. Where none can be read,
    that is said already; where none lies there, the pieces have no record at all.  genuine: whether the files of an
    edition hold what its record says is packed in them; asked of one that was made anew, so that its bytes are others.
    """
    editions, unread = divided(lying)
    found: dict[str, list[int]] = {}
    for seq, deed in _out(entries):
        ours = [each for each in editions if not each.draft and each.record.edition == deed.edition]
        ours = [each for each in ours if each.record.campaign == deed.campaign]
        torn = any(each.where.endswith(deed.edition) for each in unread)
        if ours and not torn and not any(_same(deed, each, genuine) for each in ours):
            found.setdefault(ours[-1].where, []).append(seq)
    for where, numbers in found.items():
        what = say(
            "this is not the record of which entries {numbers} handed over: what it says of their pieces is not certain",
            numbers=", ".join(map(str, numbers)),
        )
        hint = say(
            "bring the folder back from a backup; if it was made anew, write the bundle down anew: "
            "ulotki ledger cancel {number}, then ulotki hand-over",
            number=numbers[0],
        )
        yield Finding("record", what, hint, Where(f"{where}/{records.NAME}"))


def _same(deed: HandOver, edition: Edition, genuine: Callable[[Edition], bool]) -> bool:
    if records.digest(edition.record) == deed.digest:
        return True
    return bool(deed.content) and records.content_digest(edition.record) == deed.content and genuine(edition)


def _out(entries: Sequence[LedgerEntry]) -> Iterator[tuple[int, HandOver]]:
    """(number, hand-over) of those that are bound to a record, and of which something is still there."""
    there = {(one.place, one.code) for one in ledger.standings(entries) if one.out}
    for one in ledger.effects(entries):
        deed = one.deed
        if (
            isinstance(deed, HandOver)
            and deed.digest
            and any((deed.place, piece.code) in there for piece in deed.pieces)
        ):
            yield one.seq, deed
