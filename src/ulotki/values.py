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
from functools import cache
from typing import Any, Literal, TypeVar, Union, cast, get_args, get_origin

T = TypeVar("T")

Json = None | bool | int | float | str | list["Json"] | dict[str, "Json"]


class Misshapen(ValueError):
    """A document does not match its type. path: where, such as "files.2.places"; "" for the whole document."""

    def __init__(self, path: str, what: str) -> None:
        super().__init__(f"{path or 'the document'}: {what}")
        self.path, self.what = path, what


def parse(data: bytes | str) -> Json:
    """The JSON document in *data*. Raises Misshapen for anything else, and for nesting that is too deep to be read."""
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


def canonical(value: object) -> str:
    """*value* as canonical JSON text, the same whatever the order of its keys: for digests."""
    return json.dumps(dump(value), ensure_ascii=True, sort_keys=True, separators=(",", ":"))


def load(kind: type[T], document: object, path: str = "") -> T:
    """*document*, as `parse` returns it, as a *kind*: a dataclass, or any type that a dataclass field may have.

    path: the place of *document* in a larger one. Raises Misshapen for the first part that does not match.
    """
    return cast(T, _value(kind, document, path))


def _value(kind: Any, value: object, path: str) -> object:
    origin, args = get_origin(kind), get_args(kind)
    if origin in (Union, types.UnionType):
        return _union(args, value, path)
    if origin is Literal:
        return _one_of(args, value, path)
    if origin is tuple:
        return _tuple(args, value, path)
    if isinstance(origin, type) and issubclass(origin, Mapping):
        return {key: _value(args[1], item, _at(path, key)) for key, item in _table(value, path).items()}
    if dataclasses.is_dataclass(kind):
        return _fields(cast(type[Any], kind), value, path)
    if isinstance(kind, type) and issubclass(kind, enum.Enum):
        return kind(_one_of([one.value for one in kind], value, path))
    if kind is datetime.date:
        return _day(value, path)
    return _scalar(kind, value, path)


def _fields(kind: type[Any], value: object, path: str) -> object:
    table = _table(value, path)
    given: dict[str, object] = {}
    for item in dataclasses.fields(kind):
        if item.name in table:
            given[item.name] = _value(_types(kind)[item.name], table[item.name], _at(path, item.name))
        elif item.default is dataclasses.MISSING and item.default_factory is dataclasses.MISSING:
            raise Misshapen(_at(path, item.name), "missing")
    return kind(**given)


def _union(kinds: Sequence[Any], value: object, path: str) -> object:
    """*value* as the first of *kinds* that matches. When none does, raises the error of the last one."""
    wrong = Misshapen(path, "of no known kind")
    for kind in sorted(kinds, key=lambda kind: kind is not type(None)):
        try:
            return _value(kind, value, path)
        except Misshapen as error:
            wrong = error
    raise wrong


def _tuple(kinds: Sequence[Any], value: object, path: str) -> tuple[object, ...]:
    if not isinstance(value, list):
        raise Misshapen(path, "no list")
    if kinds[-1] is Ellipsis:
        kinds = (kinds[0],) * len(value)
    if len(kinds) != len(value):
        raise Misshapen(path, f"a list of {len(value)} where {len(kinds)} belong")
    return tuple(
        _value(kind, item, _at(path, number)) for number, (kind, item) in enumerate(zip(kinds, value, strict=True), 1)
    )


def _table(value: object, path: str) -> Mapping[str, object]:
    if not isinstance(value, Mapping) or not all(isinstance(key, str) for key in value):
        raise Misshapen(path, "no table")
    return value


def _one_of(known: Sequence[object], value: object, path: str) -> object:
    for one in known:
        if type(one) is type(value) and one == value:
            return one
    raise Misshapen(path, f"none of {', '.join(map(str, known))}")


def _day(value: object, path: str) -> datetime.date:
    if not isinstance(value, str):
        raise Misshapen(path, "no day")
    try:
        return datetime.date.fromisoformat(value)
    except ValueError:
        raise Misshapen(path, "no day") from None


NAMES: Mapping[Any, str] = {
    str: "text",
    int: "whole number",
    float: "number",
    bool: "true or false",
    type(None): "null",
}


def _scalar(kind: Any, value: object, path: str) -> object:
    if kind in (Any, object):
        return value
    if kind is float and type(value) is int:
        return float(value)
    if type(value) is not kind:  # in Python, True is an int too
        raise Misshapen(path, f"no {NAMES.get(kind, getattr(kind, '__name__', kind))}")
    return value


def _at(path: str, part: str | int) -> str:
    return f"{path}.{part}" if path else str(part)


def _types(kind: type[Any]) -> dict[str, Any]:
    return _hints(cast(Hashable, kind))


@cache
def _hints(kind: Hashable) -> dict[str, Any]:
    return typing.get_type_hints(kind)
