"""What can be written down about pieces and people: the values of the ledger, and how they are kept as JSON.

A field that an older program did not write has its default; one that this program does not know is left in its entry.
"""

from __future__ import annotations

import datetime
import json
from collections.abc import Hashable, Iterator, Mapping
from dataclasses import MISSING, dataclass, fields
from functools import cache
from typing import Any, ClassVar, TypeVar, cast

T = TypeVar("T")


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
    """A bundle for a place. consent: to display, None when nobody asked.  digest: SHA-256 of the edition's record, ""
    when the entry is not bound to it.  corrects: the entry in whose place this one stands.
    """

    kind: ClassVar[str] = "hand-over"

    day: datetime.date
    place: str
    campaign: str = ""
    edition: str = ""
    pieces: tuple[Given, ...] = ()
    consent: bool | None = None
    digest: str = ""
    corrects: int | None = None


@dataclass(frozen=True, slots=True)
class TakenDown:
    """What was taken away from a place. corrects: the entry in whose place this one stands."""

    kind: ClassVar[str] = "taken-down"

    day: datetime.date
    place: str
    pieces: tuple[Gone, ...] = ()
    corrects: int | None = None


@dataclass(frozen=True, slots=True)
class Meeting:
    """A meeting that was held. people: how many came.  topics: ids of scams.  place: "" when it is none of ours.

    corrects: the entry in whose place this one stands.
    """

    kind: ClassVar[str] = "meeting"

    day: datetime.date
    group: str
    people: int
    topics: tuple[str, ...] = ()
    place: str = ""
    corrects: int | None = None


@dataclass(frozen=True, slots=True)
class Forgotten:
    """Personal fields were deleted. entries: whose."""

    kind: ClassVar[str] = "forgotten"

    day: datetime.date
    entries: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Cancelled:
    """What *entry* says did not happen. A correction that is cancelled leaves what it corrected; so does a cancellation."""

    kind: ClassVar[str] = "cancelled"

    day: datetime.date
    entry: int


@dataclass(frozen=True, slots=True)
class Accepted:
    """Somebody goes on with this ledger, although a longer or another one was known: its entries, its last hash."""

    kind: ClassVar[str] = "accepted"

    day: datetime.date
    length: int
    head: str


@dataclass(frozen=True, slots=True)
class Newer:
    """A deed of a kind that this program does not know: a newer program wrote it. word: what that calls it."""

    day: datetime.date
    word: str


Done = HandOver | TakenDown | Meeting
"""What happens to people and pieces: what counts, and what can be corrected."""

Deed = Done | Forgotten | Cancelled | Accepted

KINDS: Mapping[str, type[Deed]] = {
    kind.kind: kind for kind in (HandOver, TakenDown, Meeting, Forgotten, Cancelled, Accepted)
}


@dataclass(frozen=True, slots=True)
class Personal:
    """What identifies somebody. who: took the bundle.  note: free words, which may name anybody."""

    who: str = ""
    phone: str = ""
    note: str = ""

    def __bool__(self) -> bool:
        return any((self.who, self.phone, self.note))


def dumped(value: object) -> str:
    """*value* as JSON, in one way only."""
    return json.dumps(value, ensure_ascii=True, sort_keys=True, separators=(",", ":"), default=str)


def loaded(kind: type[T], text: str) -> T:
    """The *kind* that JSON holds: fields it lacks have their defaults. Raises ValueError when it is of another shape."""
    return cast(T, _shaped(kind, table(text)))


def unknown(kind: type[Any], text: str) -> tuple[str, ...]:
    """The fields of JSON that is a *kind* which this program does not know, such as "pieces.size"."""
    return tuple(sorted(set(_unknown(kind, table(text)))))


def table(text: str) -> dict[str, Any]:
    """The JSON object in *text*. Raises ValueError when it is none."""
    try:
        found = json.loads(text)
    except RecursionError:
        raise ValueError("nested too deep") from None
    if not isinstance(found, dict):
        raise ValueError("another shape")
    return found


PARTS: Mapping[tuple[str, str], type[Given] | type[Gone]] = {
    ("HandOver", "pieces"): Given,
    ("TakenDown", "pieces"): Gone,
}
"""What the lists of a deed are made of, where it is not words or numbers."""

SCALARS: Mapping[str, tuple[type, ...]] = {
    "str": (str,),
    "int": (int,),
    "int | None": (int, type(None)),
    "bool | None": (bool, type(None)),
    "tuple[str, ...]": (str,),
    "tuple[int, ...]": (int,),
}


def _shaped(kind: type[Any], table: object) -> Any:
    """*table* as a *kind*: fields it lacks have their defaults. Raises ValueError when it is of another shape."""
    names = _types(cast(Hashable, kind))
    if not isinstance(table, dict):
        raise ValueError("another shape")
    lacking = {item.name for item in fields(kind) if item.default is MISSING} - set(table)
    if lacking:
        raise ValueError("another shape")
    return kind(**{name: _value(kind, name, type_, table[name]) for name, type_ in names.items() if name in table})


def _unknown(kind: type[Any], table: Mapping[str, Any]) -> Iterator[str]:
    """The fields of *table*, a *kind* as it was read, that this program does not know."""
    names = _types(cast(Hashable, kind))
    for name, value in table.items():
        part = PARTS.get((kind.__name__, name))
        if name not in names:
            yield name
        elif part:
            yield from (f"{name}.{inner}" for item in value for inner in _unknown(part, item))


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
