"""Frozen dataclasses as JSON and back: the one codec of everything that the program stores for itself.

A file outlives the program that wrote it, so files of older and of newer programs are read. A missing field takes its
default: an older program did not know it. An unknown field is ignored: a newer program added it. Anything else that does
not match is an error that names the place in the document. A format raises its version when ignoring a field is not safe.
"""

from __future__ import annotations

import dataclasses
import datetime
import enum
import json
import types
import typing
from collections.abc import Callable, Hashable, Mapping, Sequence
from functools import cache, partial
from typing import Any, Literal, TypeVar, Union, cast, get_args, get_origin

T = TypeVar("T")

Json = None | bool | int | float | str | list["Json"] | dict[str, "Json"]


class Misshapen(ValueError):
    """A document does not match its type. path: where, such as "files.2.places"; "" for the whole document."""

    def __init__(self, path: str, what: str) -> None:
        super().__init__(f"{path or 'the document'}: {what}")
        self.path, self.what = path, what

    def inside(self, part: str) -> Misshapen:
        """An error of a document that has the one of this error at *part*."""
        return Misshapen(f"{part}.{self.path}" if part and self.path else part or self.path, self.what)


LARGEST = 24_000_000
"""Bytes of a document that is read: the record of a campaign for twenty thousand places has fewer."""

MOST = 1_500_000
"""Tables, lists and commas of a document that is read: each takes a hundred bytes of memory."""


def parse(data: bytes | str) -> Json:
    """The JSON document in *data*. Raises Misshapen for anything else, for nesting that is too deep, and for too much."""
    marks: tuple[Any, ...] = (b"[", b"{", b",") if isinstance(data, bytes) else ("[", "{", ",")
    if len(data) > LARGEST or sum(map(data.count, marks)) > MOST:
        raise Misshapen("", "more than a document of ours holds")
    try:
        return cast(Json, json.loads(data))
    except json.JSONDecodeError as error:
        raise Misshapen("", f"no whole JSON from line {error.lineno} on") from error
    except UnicodeDecodeError as error:
        raise Misshapen("", "not written in UTF-8") from error
    except (ValueError, RecursionError) as error:  # a number of a million digits; ten thousand nested lists
        raise Misshapen("", "no JSON that can be read") from error


def dump(value: object, instead: Callable[[object], object] | None = None) -> Json:
    """*value* as a JSON document: a dataclass becomes an object with its fields in order, a tuple becomes a list.

    instead: gives what stands in the place of a value, such as the words of a sentence; most stand for themselves.
    Raises TypeError for a value that has no form in JSON.
    """
    if instead is not None:
        value = instead(value)
    match value:
        case None | bool() | int() | float() | str() if not isinstance(value, enum.Enum):
            return value
        case enum.Enum():
            return dump(value.value, instead)
        case datetime.date():
            return value.isoformat()
        case Mapping():
            return {str(key): dump(item, instead) for key, item in value.items()}
        case list() | tuple():
            return [dump(item, instead) for item in value]
        case _ if dataclasses.is_dataclass(value) and not isinstance(value, type):
            return {item.name: dump(getattr(value, item.name), instead) for item in dataclasses.fields(value)}
    raise TypeError(f"{type(value).__name__} has no form in JSON")


def filled(kind: type[T], source: object, **more: Any) -> T:
    """A dataclass *kind* made of *more* and of what *source* has under the names of its other fields."""
    names = [item.name for item in dataclasses.fields(cast(Any, kind)) if item.name not in more]
    return kind(**{name: getattr(source, name) for name in names if hasattr(type(source), name)}, **more)


def canonical(value: object) -> str:
    """*value* as canonical JSON text, the same whatever the order of its keys: for digests."""
    return json.dumps(value, ensure_ascii=True, sort_keys=True, separators=(",", ":"), default=_plain)


def _plain(value: object) -> object:
    """What json knows no form of, one level deep: the rest follows when json meets it."""
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {item.name: getattr(value, item.name) for item in dataclasses.fields(value)}
    return dump(value)


def load(kind: type[T], document: object) -> T:
    """*document*, as `parse` returns it, as a *kind*: a dataclass, or any type that a dataclass field may have.

    Raises Misshapen for the first part that does not match.
    """
    return cast(T, _loader(cast(Hashable, kind))(document))


Loader = Callable[[object], Any]
"""Makes a value of a document, or raises Misshapen with the path below the document."""


@cache
def _loader(kind: Any) -> Loader:
    """How a type is loaded: worked out once, since a ledger has many entries of the same few types."""
    origin, args = get_origin(kind), get_args(kind)
    if origin in (Union, types.UnionType):
        return _union([_loader(one) for one in sorted(args, key=lambda one: one is not type(None))])
    if origin is Literal:
        return partial(_one_of, args)
    if origin is tuple:
        return _list(_loader(args[0])) if args[-1] is Ellipsis else _pair([_loader(one) for one in args])
    if isinstance(origin, type) and issubclass(origin, Mapping):
        return _mapping(_loader(args[1]))
    if dataclasses.is_dataclass(kind) and isinstance(kind, type):
        return _fields(kind)
    if isinstance(kind, type) and issubclass(kind, enum.Enum):
        values = [one.value for one in kind]
        return lambda value: kind(_one_of(values, value))
    if kind is datetime.date:
        return _day
    return _scalar(kind)


def _fields(kind: type[Any]) -> Loader:
    hints = typing.get_type_hints(kind)
    missing = dataclasses.MISSING
    # A type may contain itself, so its fields are looked up when they are first met.
    known = [
        (item.name, cast(Hashable, hints[item.name]), item.default is missing and item.default_factory is missing)
        for item in dataclasses.fields(kind)
    ]
    loaders: list[tuple[str, Any, Loader, bool]] = []

    def load(value: object) -> object:
        table = value if type(value) is dict else _table(value)
        if not loaders:
            loaders.extend((name, hint, _loader(hint), required) for name, hint, required in known)
        given: dict[str, object] = {}
        for name, hint, loader, required in loaders:
            if name in table:
                one = table[name]
                if type(one) is hint and hint in PLAIN:  # most fields hold text and numbers, and loading is a call
                    given[name] = one
                    continue
                try:
                    given[name] = loader(one)
                except Misshapen as error:
                    raise error.inside(name) from None
            elif required:
                raise Misshapen(name, "missing")
        return kind(**given)

    return load


def _union(loaders: Sequence[Loader]) -> Loader:
    """The first that matches. When none does, raises the error of the last one."""
    if loaders[0] is _nothing:  # most unions are of something or nothing
        _none, *rest = loaders
        other = rest[0] if len(rest) == 1 else _union(rest)
        return lambda value: None if value is None else other(value)

    def load(value: object) -> object:
        wrong: Misshapen | None = None
        for loader in loaders:
            try:
                return loader(value)
            except Misshapen as error:
                wrong = error
        assert wrong is not None
        raise wrong

    return load


def _list(loader: Loader) -> Loader:
    def load(value: object) -> tuple[object, ...]:
        if not isinstance(value, list):
            raise Misshapen("", "no list")
        try:
            return tuple([loader(item) for item in value])
        except Misshapen:  # once more, to say which
            return tuple(_numbered(number, loader, item) for number, item in enumerate(value, 1))

    return load


def _pair(loaders: Sequence[Loader]) -> Loader:
    def load(value: object) -> tuple[object, ...]:
        if not isinstance(value, list):
            raise Misshapen("", "no list")
        if len(loaders) != len(value):
            raise Misshapen("", f"a list of {len(value)} where {len(loaders)} belong")
        each = zip(loaders, value, strict=True)
        return tuple(_numbered(number, loader, item) for number, (loader, item) in enumerate(each, 1))

    return load


def _numbered(number: int, loader: Loader, item: object) -> object:
    try:
        return loader(item)
    except Misshapen as error:
        raise error.inside(str(number)) from None


def _mapping(loader: Loader) -> Loader:
    def load(value: object) -> dict[str, object]:
        found: dict[str, object] = {}
        for key, item in _table(value).items():
            try:
                found[key] = loader(item)
            except Misshapen as error:
                raise error.inside(key) from None
        return found

    return load


def _table(value: object) -> Mapping[str, object]:
    if not isinstance(value, Mapping) or not all(isinstance(key, str) for key in value):
        raise Misshapen("", "no table")
    return value


def _one_of(known: Sequence[object], value: object) -> object:
    for one in known:
        if type(one) is type(value) and one == value:
            return one
    raise Misshapen("", f"none of {', '.join(map(str, known))}")


def _day(value: object) -> datetime.date:
    if not isinstance(value, str):
        raise Misshapen("", "no day")
    try:
        return datetime.date.fromisoformat(value)
    except ValueError:
        raise Misshapen("", "no day") from None


NAMES: Mapping[Any, str] = {
    str: "text",
    int: "whole number",
    float: "number",
    bool: "true or false",
    type(None): "null",
}

PLAIN = (str, int, bool)
"""Types of which a value of JSON is one as it stands."""


def _scalar(kind: Any) -> Loader:
    if kind in (Any, object):
        return lambda value: value
    if kind is type(None):
        return _nothing
    name = NAMES.get(kind, getattr(kind, "__name__", kind))

    def load(value: object) -> object:
        if type(value) is kind:  # in Python, True is an int too
            return value
        if kind is float and type(value) is int:
            return float(value)
        raise Misshapen("", f"no {name}")

    return load


def _nothing(value: object) -> None:
    if value is not None:
        raise Misshapen("", "no null")
