"""Which entries of the ledger count, and which pieces are at which place."""

from __future__ import annotations

import datetime
from collections.abc import Collection, Iterable
from dataclasses import field, replace
from functools import lru_cache

from ulotki.frozen import dataclass
from ulotki.handout.chain import LedgerEntry
from ulotki.handout.deeds import Activity, Cancelled, GivenPiece, HandOver, HeldMeeting, TakenDown, TakenPiece


@dataclass(frozen=True, slots=True)
class Effect:
    """An entry that counts. deed: as it was last corrected.  entries: its number, and those of its corrections.

    said: the deed before it was limited: nothing hangs without consent, and only what is there can be taken away.
    """

    deed: Activity
    said: Activity
    entries: tuple[int, ...]

    @property
    def seq(self) -> int:
        """The number of the entry."""
        return self.entries[0]


@dataclass(frozen=True, slots=True)
class Standing:
    """A piece at a place. copies: handed over.  hung: those on boards.  taken: copies taken away.  down: those from boards.

    edition, until: of the last hand-over.  entries: numbers of the entries about it.
    """

    place: str
    code: str
    name: str
    title: str
    campaign: str
    edition: str
    until: datetime.date | None
    copies: int = 0
    hung: int = 0
    taken: int = 0
    down: int = 0
    entries: tuple[int, ...] = ()

    @property
    def there(self) -> int:
        """Copies that are still at the place, by the ledger."""
        return self.copies - self.taken

    @property
    def hanging(self) -> int:
        """Copies that are still on boards, by the ledger."""
        return self.hung - self.down

    @property
    def told(self) -> dict[str, object]:
        """What sentences say of it."""
        return {"code": self.code, "title": self.title, "name": self.name, "copies": self.there, "hung": self.hanging}

    @property
    def out(self) -> bool:
        """Whether any copy is still at the place, by the ledger."""
        return bool(self.there or self.hanging)


def effects(entries: Iterable[LedgerEntry]) -> tuple[Effect, ...]:
    """The entries that count, by number: those that were not cancelled, as they were last corrected.

    Entries are applied one by one. Only what is there at that moment can be taken down, so no count becomes negative.
    """
    return _effects(tuple(entries))


@lru_cache(maxsize=2)
def _effects(entries: tuple[LedgerEntry, ...]) -> tuple[Effect, ...]:
    """`effects`, remembered: one command asks it of the same ledger again and again."""
    deeds = {one.seq: one.deed for one in entries}
    void = cancellations(entries)
    reads = _corrections(entries, void)
    there: dict[tuple[str, str], tuple[int, int]] = {}
    found: list[Effect] = []
    for seq, numbers in reads.items():
        said = deeds[numbers[-1]]
        if seq in void or not isinstance(said, Activity):
            continue
        found.append(Effect(_limit(said, there), said, numbers))
    return tuple(found)


def cancellations(entries: Iterable[LedgerEntry]) -> dict[int, int]:
    """The number of each cancelled entry → the number of the cancellation. One that is itself cancelled has no effect."""
    void: dict[int, int] = {}
    for one in sorted(entries, key=lambda one: one.seq, reverse=True):
        if isinstance(one.deed, Cancelled) and one.seq not in void and one.deed.entry < one.seq:
            void[one.deed.entry] = one.seq
    return void


def first_entries(entries: Iterable[LedgerEntry]) -> dict[int, int]:
    """The number of each entry → the number of the first entry in its chain of corrections, which may be its own."""
    found = _corrections(entries, ())
    return {number: root for root, numbers in found.items() for number in numbers}


def _corrections(entries: Iterable[LedgerEntry], void: Collection[int]) -> dict[int, tuple[int, ...]]:
    """The number of each first entry → itself and its corrections; the last one counts."""
    first: dict[int, int] = {}
    found: dict[int, tuple[int, ...]] = {}
    for seq, deed in ((one.seq, one.deed) for one in entries):
        corrects = deed.corrects if isinstance(deed, Activity) else None
        first[seq] = seq if corrects is None else first.get(corrects, seq)
        if first[seq] == seq:
            found[seq] = (seq,)
        elif seq not in void:
            found[first[seq]] += (seq,)
    return found


def _limit(deed: Activity, there: dict[tuple[str, str], tuple[int, int]]) -> Activity:
    """*deed* limited to what is possible. there: (place, code) → (copies, those on boards); it is updated."""
    match deed:
        case HandOver():
            if deed.consent is False or any(one.hung > one.copies for one in deed.pieces):
                deed = replace(deed, pieces=tuple(_limit_hung(one, consent=deed.consent) for one in deed.pieces))
            for one in deed.pieces:
                copies, hung = there.get(key := (deed.place, one.code), (0, 0))
                there[key] = copies + one.copies, hung + one.hung
            return deed
        case TakenDown():
            gone: list[TakenPiece] = []
            for part in deed.pieces:
                copies, hung = there.get((deed.place, part.code), (0, 0))
                left = copies - min(part.copies, copies)
                still = min(hung - min(part.hung, hung), left)
                there[deed.place, part.code] = left, still
                gone.append(replace(part, copies=copies - left, hung=hung - still))
            return replace(deed, pieces=tuple(gone))
        case HeldMeeting():
            return deed


def _limit_hung(one: GivenPiece, *, consent: bool | None) -> GivenPiece:
    """*one* with no more on boards than there are copies, and none without consent."""
    hung = 0 if consent is False else min(one.hung, one.copies)
    return one if hung == one.hung else replace(one, hung=hung)


@dataclass(slots=True)
class _Count:
    """A `Standing` while the ledger is read. given, deed: of the last hand-over."""

    given: GivenPiece
    deed: HandOver
    copies: int = 0
    hung: int = 0
    taken: int = 0
    down: int = 0
    entries: list[int] = field(default_factory=list)

    def standing(self) -> Standing:
        """What there is at the end."""
        one, deed = self.given, self.deed
        counts = (self.copies, self.hung, self.taken, self.down)
        what = (one.code, one.name, one.title, deed.campaign, deed.edition, one.until)
        return Standing(deed.place, *what, *counts, tuple(self.entries))


def standings(entries: Iterable[LedgerEntry]) -> tuple[Standing, ...]:
    """Every piece that was ever at a place, in the order of its first hand-over."""
    return _standings(tuple(entries))


@lru_cache(maxsize=2)
def _standings(entries: tuple[LedgerEntry, ...]) -> tuple[Standing, ...]:
    found: dict[tuple[str, str], _Count] = {}
    for one in effects(entries):
        match deed := one.deed:
            case HandOver():
                for piece in deed.pieces:
                    count = found.setdefault((deed.place, piece.code), _Count(piece, deed))
                    count.given, count.deed = piece, deed
                    count.copies += piece.copies
                    count.hung += piece.hung
                    count.entries += one.entries
            case TakenDown():
                for gone in deed.pieces:
                    if known := found.get((deed.place, gone.code)):
                        known.taken += gone.copies
                        known.down += gone.hung
                        known.entries += one.entries
    return tuple(count.standing() for count in found.values())


def editions_out(entries: Iterable[LedgerEntry]) -> frozenset[str]:
    """The codes of editions with pieces that are still at a place, on boards or elsewhere."""
    return frozenset(one.edition for one in standings(entries) if one.out)
