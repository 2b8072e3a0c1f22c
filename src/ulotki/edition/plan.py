"""What became of an order: which pieces are new, changed or gone since an edition, and why. Values in, values out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from ulotki.edition.record import Entry, Record
from ulotki.errors import Say, say

Values = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece as it would be: what its record would say of it."""

    name: str
    code: str
    values: Values
    mark: str | None
    places: tuple[tuple[str, int], ...]
    purposes: frozenset[str]


@dataclass(frozen=True, slots=True)
class Change:
    """A piece that is not as in the edition. kind: "new", "gone", "changed", or "copies" when only those are others.

    values: (ref, before, now) of every value that changed on it, None for one that does not stand there.
    """

    name: str
    kind: str
    values: tuple[tuple[str, str | None, str | None], ...]
    places: tuple[tuple[str, int], ...]
    mark: str | None = None

    @property
    def copies(self) -> int:
        """For all places together."""
        return sum(count for _, count in self.places)


@dataclass(frozen=True, slots=True)
class Less:
    """A place that gets fewer copies than of the edition: before and now, of all pieces together."""

    place: str
    before: int
    now: int


@dataclass(frozen=True, slots=True)
class Plan:
    """changes: since the edition.  same: how many pieces stay as they are.  less: places that get fewer copies."""

    changes: tuple[Change, ...]
    same: int
    less: tuple[Less, ...] = ()

    def by_reason(self) -> dict[tuple[str, str, str | None, str | None], list[Change]]:
        """The changes by why: (kind, ref, before, now), ref "" when no value is to blame."""
        found: dict[tuple[str, str, str | None, str | None], list[Change]] = {}
        for change in self.changes:
            for ref, before, now in change.values or (("", None, None),):
                found.setdefault((change.kind, ref, before, now), []).append(change)
        return found


def piece(entry: Entry, record: Record) -> Piece:
    """What a record says of a piece."""
    purposes = frozenset(file.purpose for file in record.files if file.name == entry.name)
    return Piece(entry.name, entry.code, entry.values, entry.mark, entry.places, purposes)


def pieces(record: Record) -> tuple[Piece, ...]:
    """All pieces of a record."""
    return tuple(piece(entry, record) for entry in record.pieces)


def compare(old: Sequence[Piece], new: Sequence[Piece]) -> Plan:
    """What changed from *old* to *new*."""
    before = {one.name: one for one in old}
    changes: list[Change] = []
    same = 0
    for one in new:
        was = before.pop(one.name, None)
        if was is None:
            changes.append(Change(one.name, "new", (), one.places, one.mark))
        elif (was.code, was.mark) != (one.code, one.mark) or not one.purposes <= was.purposes:
            changes.append(Change(one.name, "changed", _values(was.values, one.values), one.places, one.mark))
        elif was.places != one.places:
            changes.append(Change(one.name, "copies", (), one.places, one.mark))
        else:
            same += 1
    changes += [Change(was.name, "gone", (), was.places) for was in before.values()]
    return Plan(tuple(changes), same, tuple(_less(old, new)))


def _less(old: Sequence[Piece], new: Sequence[Piece]) -> Iterator[Less]:
    before, now = _copies(old), _copies(new)
    for place, copies in before.items():
        if now.get(place, 0) < copies:
            yield Less(place, copies, now.get(place, 0))


def _copies(pieces: Sequence[Piece]) -> dict[str, int]:
    """What each place gets, of all pieces together."""
    found: dict[str, int] = {}
    for piece in pieces:
        for place, copies in piece.places:
            found[place] = found.get(place, 0) + copies
    return found


def _values(old: Values, new: Values) -> tuple[tuple[str, str | None, str | None], ...]:
    refs = sorted({*old, *new})
    return tuple((ref, old.get(ref), new.get(ref)) for ref in refs if old.get(ref) != new.get(ref))


def reason(kind: str, ref: str, before: str | None, now: str | None) -> Say:
    """Why pieces change, in words."""
    if ref:
        return say("{ref}: {before} → {now}", ref=ref, before=before or "–", now=now or "–")
    match kind:
        case "new":
            return say("newly ordered")
        case "gone":
            return say("no longer ordered")
        case "copies":
            return say("other places or copies")
        case _:
            return say("other words, another look, or another mark")
