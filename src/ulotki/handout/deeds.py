"""Deeds: the kinds of ledger entries as values, and their JSON.

A field that an older program did not write takes its default. A field that this program does not know stays in its entry.
"""

from __future__ import annotations

import datetime
from collections.abc import Hashable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from functools import cache
from typing import Any, ClassVar, TypeVar, cast, get_args, get_type_hints

from ulotki import values
from ulotki.frozen import dataclass

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class GivenPiece:
    """A piece that was handed over. copies: in all.  hung: how many of them on boards.  until: display until."""

    code: str
    name: str
    title: str
    copies: int
    hung: int = 0
    until: datetime.date | None = None


@dataclass(frozen=True, slots=True)
class TakenPiece:
    """A piece that was taken away. copies: in all.  hung: how many of them from boards."""

    code: str
    name: str
    edition: str
    copies: int
    hung: int


@dataclass(frozen=True, slots=True)
class HandOver:
    """A bundle for a place. consent: to display, None when nobody asked.  digest: SHA-256 of the edition's record, ""
    when the entry is not bound to it.  content: the same without the bytes of its files, which another zlib packs
    otherwise; "" when an older program wrote the entry.  corrects: the entry in whose place this one stands.
    """

    kind: ClassVar[str] = "hand-over"

    day: datetime.date
    place: str
    campaign: str = ""
    edition: str = ""
    pieces: tuple[GivenPiece, ...] = ()
    consent: bool | None = None
    digest: str = ""
    content: str = ""
    corrects: int | None = None


@dataclass(frozen=True, slots=True)
class TakenDown:
    """What was taken away from a place. corrects: the entry in whose place this one stands."""

    kind: ClassVar[str] = "taken-down"

    day: datetime.date
    place: str
    pieces: tuple[TakenPiece, ...] = ()
    corrects: int | None = None


@dataclass(frozen=True, slots=True)
class HeldMeeting:
    """A meeting that was held. people: how many came.  topics: ids of scams.  place: its id, "" for any other place.

    corrects: the entry in whose place this one stands.  planned: the id of the planned meeting that it was, "" for none.
    """

    kind: ClassVar[str] = "meeting"

    day: datetime.date
    group: str
    people: int
    topics: tuple[str, ...] = ()
    place: str = ""
    corrects: int | None = None
    planned: str = ""


@dataclass(frozen=True, slots=True)
class Forgotten:
    """Personal fields were deleted. entries: whose."""

    kind: ClassVar[str] = "forgotten"

    day: datetime.date
    entries: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Cancelled:
    """The deed of *entry* did not happen. When a correction or a cancellation is cancelled, the earlier entry counts again."""

    kind: ClassVar[str] = "cancelled"

    day: datetime.date
    entry: int


@dataclass(frozen=True, slots=True)
class Accepted:
    """Somebody accepted this ledger although another one was known: the number of its entries and its last hash."""

    kind: ClassVar[str] = "accepted"

    day: datetime.date
    length: int
    head: str


@dataclass(frozen=True, slots=True)
class Newer:
    """A deed of a newer program, of a kind that this one does not know. word: the name of the kind."""

    day: datetime.date
    word: str


Activity = HandOver | TakenDown | HeldMeeting
"""The deeds that count in reports and that can be corrected."""

Deed = Activity | Forgotten | Cancelled | Accepted

KINDS: Mapping[str, type[Deed]] = {
    kind.kind: kind for kind in (HandOver, TakenDown, HeldMeeting, Forgotten, Cancelled, Accepted)
}


@dataclass(frozen=True, slots=True)
class Personal:
    """Personal data. who: the person who took the bundle.  note: free words, which may name anybody."""

    who: str = ""
    phone: str = ""
    note: str = ""

    def __bool__(self) -> bool:
        return any((self.who, self.phone, self.note))


def load(kind: type[T], text: str) -> T:
    """The JSON *text* as a *kind*; missing fields take their defaults. Raises ValueError when it does not match."""
    return cast(T, _load(cast(Hashable, kind), text)[0])


def unknown_fields(kind: type[Any], text: str) -> tuple[str, ...]:
    """The fields in the JSON of a *kind* that this program does not know, such as "pieces.size"."""
    return _load(cast(Hashable, kind), text)[1]


@cache
def _load(kind: Hashable, text: str) -> tuple[object, tuple[str, ...]]:
    """(what `load` gives, what `unknown_fields` does): entries are asked again and again, and never change."""
    document = values.parse(text)
    found: object = values.load(cast(type[Any], kind), document)
    return found, tuple(sorted(set(_unknown_fields(document, found))))


def json_object(text: str) -> Mapping[str, Any]:
    """The JSON object in *text*. Raises ValueError for anything else."""
    return values.load(Mapping[str, Any], values.parse(text))  # type: ignore[type-abstract]


def _unknown_fields(written: values.Json, known: object) -> Iterator[str]:
    """The fields of *written* that are missing in *known*, the value that was read from it."""
    if isinstance(written, dict) and is_dataclass(known):
        names, deep = _shape(cast(Hashable, type(known)))
        yield from written.keys() - names
        for name in deep & written.keys():
            yield from (f"{name}.{more}" for more in _unknown_fields(written[name], getattr(known, name)))
    elif isinstance(written, list) and isinstance(known, tuple):
        for one, other in zip(written, known, strict=True):
            names, deep = _shape(cast(Hashable, type(other)))
            if deep or (isinstance(one, dict) and not one.keys() <= names):
                yield from _unknown_fields(one, other)


@cache
def _shape(kind: Hashable) -> tuple[frozenset[str], frozenset[str]]:
    """(the names of the fields of a dataclass, those that may hold other dataclasses), none for any other type."""
    if not is_dataclass(kind):
        return frozenset(), frozenset()
    hints = get_type_hints(kind)
    names = frozenset(item.name for item in fields(kind))
    return names, frozenset(name for name in names if any(map(is_dataclass, _parts(hints[name]))))


def _parts(hint: Any) -> Iterator[Any]:
    yield hint
    for part in get_args(hint):
        yield from _parts(part)
