"""The memory of what was given to whom and what hangs where. Entries are only ever added, each bound to the one before.

What identifies somebody lies apart from the entry, which holds a salted digest of it alone: so it can be forgotten for
good, and the chain still holds. This module is values in, values out; `store` keeps them in a file.
"""

from __future__ import annotations

import datetime
import hashlib
import json
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, fields, replace
from functools import cache
from typing import Any, ClassVar, cast

from ulotki.errors import Say, say

START = "0" * 64
"""What the first entry has for the hash of the one before."""


@dataclass(frozen=True, slots=True)
class Given:
    """A piece that was handed over. copies: in all.  hung: how many of them on boards.  until: display until."""

    code: str
    name: str
    title: str
    copies: int
    hung: int = 0
    until: datetime.date | None = None


@dataclass(frozen=True, slots=True)
class Gone:
    """A piece that was taken away. copies: in all.  hung: how many of them from boards."""

    code: str
    name: str
    edition: str
    copies: int
    hung: int


@dataclass(frozen=True, slots=True)
class HandOver:
    """A bundle for a place. consent: to display, None when nobody asked."""

    kind: ClassVar[str] = "hand-over"

    day: datetime.date
    place: str
    campaign: str
    edition: str
    pieces: tuple[Given, ...]
    consent: bool | None = None


@dataclass(frozen=True, slots=True)
class TakenDown:
    """What was taken away from a place."""

    kind: ClassVar[str] = "taken-down"

    day: datetime.date
    place: str
    pieces: tuple[Gone, ...]


@dataclass(frozen=True, slots=True)
class Meeting:
    """A meeting that was held. people: how many came.  topics: ids of scams.  place: "" when it is none of ours."""

    kind: ClassVar[str] = "meeting"

    day: datetime.date
    group: str
    people: int
    topics: tuple[str, ...] = ()
    place: str = ""


@dataclass(frozen=True, slots=True)
class Forgotten:
    """Personal fields were deleted. entries: whose."""

    kind: ClassVar[str] = "forgotten"

    day: datetime.date
    entries: tuple[int, ...]


Deed = HandOver | TakenDown | Meeting | Forgotten

KINDS: Mapping[str, type[Deed]] = {kind.kind: kind for kind in (HandOver, TakenDown, Meeting, Forgotten)}


@dataclass(frozen=True, slots=True)
class Personal:
    """What identifies somebody. who: took the bundle.  note: free words, which may name anybody."""

    who: str = ""
    phone: str = ""
    note: str = ""

    def __bool__(self) -> bool:
        return any((self.who, self.phone, self.note))


@dataclass(frozen=True, slots=True)
class Secret:
    """Personal fields as they are kept, for entry *seq*. value: JSON."""

    seq: int
    salt: str
    value: str

    @property
    def digest(self) -> str:
        """What the entry holds of it."""
        return _sha256(self.salt + self.value)

    @property
    def personal(self) -> Personal:
        """The fields. Raises ValueError when they are not ours."""
        found: Personal = _shaped(Personal, json.loads(self.value))
        return found


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the ledger. at: when it was written, UTC.  body: the deed as JSON.  person: digest of the personal fields.

    previous: the hash of the entry before.  hash: of all the others.
    """

    seq: int
    at: str
    kind: str
    body: str
    person: str | None
    previous: str
    hash: str = ""

    @property
    def digest(self) -> str:
        """What the hash must be."""
        return _sha256(_json([self.seq, self.at, self.kind, self.body, self.person, self.previous]))

    @property
    def deed(self) -> Deed:
        """What was done. Raises ValueError when this program cannot read it."""
        found: Deed = _shaped(KINDS[self.kind], json.loads(self.body))
        return found


@dataclass(frozen=True, slots=True)
class Fault:
    """The first entry that does not hold, and why."""

    seq: int
    why: Say


@dataclass(frozen=True, slots=True)
class Standing:
    """A piece at a place. copies: handed over.  hung: of them on boards.  taken, down: of either, taken away again.

    edition, until: as last handed over.  entries: the numbers of those that say so.
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
        """Copies that nobody has taken away, as far as we know."""
        return max(0, self.copies - self.taken)

    @property
    def hanging(self) -> int:
        """Those of them on boards."""
        return max(0, self.hung - self.down)


def secret(seq: int, personal: Personal, salt: str) -> Secret:
    """*personal* as it is kept."""
    return Secret(seq, salt, _json(asdict(personal)))


def entry(deed: Deed, at: str, last: Entry | None, person: str | None = None) -> Entry:
    """The entry of *deed* after *last*. person: the digest of its personal fields."""
    seq, previous = (last.seq + 1, last.hash) if last else (1, START)
    made = Entry(seq, at, deed.kind, _json(asdict(deed)), person, previous)
    return replace(made, hash=made.digest)


def verify(entries: Sequence[Entry], secrets: Sequence[Secret]) -> Fault | None:
    """The first entry that is not as it was written, None when all are."""
    kept = {one.seq: one for one in secrets}
    forgotten: set[int] = set()
    missing: list[int] = []
    previous = START
    for seq, one in enumerate(entries, 1):
        if one.seq != seq:
            return Fault(seq, say("it is missing"))
        if one.previous != previous:
            return Fault(seq, say("it does not follow the one before"))
        if one.hash != one.digest:
            return Fault(seq, say("it was changed after it was written"))
        try:
            deed = one.deed
        except (ValueError, KeyError):
            return Fault(seq, say("this program cannot read it"))
        known = kept.pop(seq, None)
        if known and known.digest != one.person:
            return Fault(seq, say("its personal fields were changed"))
        if one.person and not known:
            missing.append(seq)
        if isinstance(deed, Forgotten):
            forgotten |= set(deed.entries)
        previous = one.hash
    if kept:
        return Fault(min(kept), say("it is missing"))
    lost = [number for number in missing if number not in forgotten]
    return Fault(lost[0], say("its personal fields are gone, and nobody asked to forget them")) if lost else None


def hanging(entries: Iterable[Entry]) -> tuple[Standing, ...]:
    """Every piece at every place, also what is there no more, in the order in which it first came."""
    found: dict[tuple[str, str], Standing] = {}
    for one in entries:
        match deed := one.deed:
            case HandOver():
                for piece in deed.pieces:
                    key = deed.place, piece.code
                    fresh = Standing(*key, piece.name, piece.title, deed.campaign, deed.edition, piece.until)
                    old = found.get(key, fresh)
                    found[key] = replace(
                        fresh,
                        copies=old.copies + piece.copies,
                        hung=old.hung + piece.hung,
                        taken=old.taken,
                        down=old.down,
                        entries=(*old.entries, one.seq),
                    )
            case TakenDown():
                for gone in deed.pieces:
                    key = deed.place, gone.code
                    if key in found:
                        old = found[key]
                        found[key] = replace(
                            old,
                            taken=old.taken + gone.copies,
                            down=old.down + gone.hung,
                            entries=(*old.entries, one.seq),
                        )
            case _:
                pass
    return tuple(found.values())


def editions(entries: Iterable[Entry]) -> frozenset[str]:
    """The codes of the editions of which something is still out, on boards or on tables."""
    return frozenset(one.edition for one in hanging(entries) if one.there or one.hanging)


def _json(value: object) -> str:
    """*value* as JSON, in one way only."""
    return json.dumps(value, ensure_ascii=True, sort_keys=True, separators=(",", ":"), default=str)


def _sha256(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


PARTS: Mapping[tuple[str, str], type[Given] | type[Gone]] = {
    ("HandOver", "pieces"): Given,
    ("TakenDown", "pieces"): Gone,
}
"""What the lists of a deed are made of, where it is not words or numbers."""

SCALARS: Mapping[str, tuple[type, ...]] = {
    "str": (str,),
    "int": (int,),
    "bool | None": (bool, type(None)),
    "tuple[str, ...]": (str,),
    "tuple[int, ...]": (int,),
}


def _shaped(kind: type[Any], table: object) -> Any:
    """*table* as a *kind*. Raises ValueError when it is of another shape."""
    names = _types(cast(Hashable, kind))
    if not isinstance(table, dict) or set(table) != set(names):
        raise ValueError("another shape")
    return kind(**{name: _value(kind, name, type_, table[name]) for name, type_ in names.items()})


@cache
def _types(kind: Hashable) -> dict[str, str]:
    return {item.name: str(item.type) for item in fields(cast(type[Any], kind))}


def _value(kind: type[Any], name: str, type_: str, value: object) -> object:
    if type_.startswith("tuple"):
        if not isinstance(value, list):
            raise ValueError("another shape")
        part = PARTS.get((kind.__name__, name))
        return tuple(_shaped(part, item) if part else _scalar(type_, item) for item in value)
    if type_.startswith("datetime.date"):
        if value is None and type_.endswith("None"):
            return None
        if not isinstance(value, str):
            raise ValueError("another shape")
        return datetime.date.fromisoformat(value)
    return _scalar(type_, value)


def _scalar(type_: str, value: object) -> object:
    if type(value) not in SCALARS[type_]:
        raise ValueError("another shape")
    return value
