"""Texts of the national library as they were read and judged when its pins were made, so that a command need not do it again.

`make pins` reads every text of the library, checks it against the gate, and writes the values into `judged.jsonl`; its digest
stands in pins.py. A `judged.jsonl` with another digest is not used, nor is a value of it for a file with other bytes: then the
TOML file is read and judged as any other. Numbers and addresses are never taken from here. Why: docs/decisions/0043.
"""

from __future__ import annotations

import dataclasses
import datetime
import hashlib
import json
import typing
from collections.abc import Callable, Hashable, Mapping
from functools import cache
from pathlib import Path
from types import UnionType
from typing import Any, TypeVar, Union, get_args, get_origin

from ulotki import files, pins
from ulotki.content.text import Prose
from ulotki.errors import Where
from ulotki.frozen import dataclass

T = TypeVar("T")

FILE = Path(__file__).parent / "judged.jsonl"
"""First what the program defines, then a line for each text: its name, the digest of its file, its value."""

Shapes = dict[str, list[str]]
"""The names of the fields of each type, in order: values are lists of what the fields hold."""


@dataclass(frozen=True, slots=True)
class JudgedTexts:
    """What is in `judged.jsonl`. lines: by (name in the library, such as "scams/pl/bank.toml", digest of the file).

    names: the names that content may use, by kind; see `source.Vocabulary`.
    """

    shapes: Shapes
    lines: Mapping[tuple[str, str], str]
    names: Mapping[str, Any] | None = None

    def value(self, kind: type[T], name: str, digest: str, file: str) -> T | None:
        """The value of the text *name*, when its file has this *digest*; None when it must be read.

        file: the path of the file, for the places of its words.
        """
        line = self.lines.get((name, digest))
        if line is None or any(self.shapes.get(one) != names for one, names in shapes(kind).items()):
            return None
        return typing.cast(T, _maker(typing.cast(Hashable, kind))(json.loads(line), file))


EMPTY = JudgedTexts({}, {})


def form() -> JudgedTexts:
    """The texts in `judged.jsonl`; none when it is not there, or is not the pinned one."""
    return _form(FILE, pins.JUDGED)


@cache
def _form(file: Path, digest: str) -> JudgedTexts:
    try:
        data = files.contents(file)
    except OSError:
        return EMPTY
    if hashlib.sha256(data).hexdigest() != digest:
        return EMPTY
    first, *lines = data.decode("utf-8").splitlines()
    parts = (line.split("\t", 2) for line in lines)
    return JudgedTexts(lines={(name, sum): value for name, sum, value in parts}, **json.loads(first))


def judged_text(texts: Mapping[tuple[str, str], object], names: Mapping[str, object]) -> str:
    """The contents of `judged.jsonl` for *texts* by (name, digest of the file), and for the names that they may use."""
    known: Shapes = {}
    for text in texts.values():
        known |= shapes(type(text))
    lines = (f"{name}\t{sum}\t{_json(_dumped(text))}\n" for (name, sum), text in sorted(texts.items()))
    return "".join((f"{_json({'shapes': dict(sorted(known.items())), 'names': names})}\n", *lines))


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _dumped(value: object) -> object:
    match value:
        case Prose(source, at):
            return [source, at.line, at.field]
        case Where():
            return [value.line, value.field]
        case datetime.date():
            return value.isoformat()
        case tuple():
            return [_dumped(item) for item in value]
        case dict():
            return {key: _dumped(item) for key, item in value.items()}
        case _ if dataclasses.is_dataclass(value):
            return [_dumped(getattr(value, field.name)) for field in dataclasses.fields(value)]
    return value


@cache
def _hints(kind: Hashable) -> dict[str, Any]:
    """The type of each field of *kind*, in order; a field that may hold any words holds prose in the library."""
    hints = typing.get_type_hints(kind)
    fields = dataclasses.fields(typing.cast(Any, kind))
    return {one.name: Prose if isinstance(hints[one.name], TypeVar) else hints[one.name] for one in fields}


def shapes(kind: type) -> Shapes:
    """The names of the fields of *kind*, and of every type that is in it."""
    return _shapes(typing.cast(Hashable, kind))


@cache
def _shapes(kind: Any) -> Shapes:
    found: Shapes = {}
    if dataclasses.is_dataclass(kind) and isinstance(kind, type):
        found[kind.__name__] = list(_hints(typing.cast(Hashable, kind)))
    inside = _hints(typing.cast(Hashable, kind)).values() if found else get_args(kind)
    for one in inside if kind not in (Prose, Where) else ():
        found |= _shapes(one)
    return found


Make = Callable[[Any, str], Any]
"""(what stands in `judged.jsonl`, the path of the file) → the value."""


@cache
def _maker(kind: Any) -> Make:
    origin, args = get_origin(kind), get_args(kind)
    if origin in (Union, UnionType):
        (some,) = (_maker(one) for one in args if one is not type(None))
        return lambda value, file: None if value is None else some(value, file)
    if origin is tuple:
        each = _maker(args[0])
        return lambda value, file: tuple([each(one, file) for one in value])
    if isinstance(origin, type) and issubclass(origin, Mapping):
        each = _maker(args[1])
        return lambda value, file: {key: each(one, file) for key, one in value.items()}
    if kind is Prose:
        return lambda value, file: Prose(value[0], Where(file, value[1], value[2]))
    if kind is Where:
        return lambda value, file: Where(file, *value)
    if kind is datetime.date:
        return lambda value, file: datetime.date.fromisoformat(value)
    return _fields(kind) if dataclasses.is_dataclass(kind) and isinstance(kind, type) else _as_it_is


def _as_it_is(value: Any, _file: str) -> Any:
    return value


def _fields(kind: Callable[..., Any]) -> Make:
    makers = {name: _maker(hint) for name, hint in _hints(typing.cast(Hashable, kind)).items()}
    deep = [(name, make) for name, make in makers.items() if make is not _as_it_is]

    def made(value: Any, file: str) -> Any:
        given = dict(zip(makers, value, strict=True))
        for name, make in deep:
            given[name] = make(given[name], file)
        return kind(**given)

    return made
