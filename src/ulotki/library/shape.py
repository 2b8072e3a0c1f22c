"""Reads a TOML table into a dataclass. The dataclass alone defines the keys and their types."""

from __future__ import annotations

import dataclasses
import datetime
import re
import types
import typing
from collections.abc import Collection, Hashable, Mapping
from functools import cache
from typing import Any, Literal, NamedTuple, TypeVar, Union, get_args, get_origin

from ulotki.content.field_policies import policy
from ulotki.content.gate import complaints
from ulotki.content.text import Prose
from ulotki.errors import Finding, Say, nearest_or_all, say
from ulotki.library.document import Document
from ulotki.library.locate import KeyPath

T = TypeVar("T")

GIVEN = frozenset({"id", "lang", "at", "national", "instead_of", "as_of"})
"""Fields that the reader fills itself, never from the table."""

MAY_BE_EMPTY = frozenset({"value", "url"})
"""Texts that may be empty here: a value that nobody has given yet; an address, which has an error of its own."""

MOST_UNKNOWN = 20
"""Unknown keys of one table that are named one by one: more are another kind of file."""

MOST_ENTRIES = 500
"""Tables or texts in one list."""

MOST_IDS = 5_000
"""Ids or codes in one list: a large approval has fewer."""


class FieldFault(NamedTuple):
    """What is wrong with a field, such as "gone.row.1", and the way out."""

    field: str
    what: Say
    hint: Say


FILL = say("write the words, or delete the line")

URL = re.compile(r"https?://[^\s<>\"\\]+")

TYPES: dict[type, Say] = {
    str: say("text in quotes"),
    Prose: say("text in quotes"),
    int: say("a whole number"),
    float: say("a number"),
    bool: say("true or false"),
    datetime.date: say("a day such as 2024-08-01"),
}


class Reader:
    """Reads the tables of one document and collects their faults. names: all there are of a type such as `IconName`."""

    def __init__(self, document: Document, names: Mapping[Any, Collection[str]] | None = None) -> None:
        self.document = document
        self.names = names or {}
        self.findings: list[Finding] = []
        self.field: tuple[type, str] = (object, "")

    def fault(self, path: KeyPath, what: Say, hint: Say | None = None) -> None:
        """Note a fault at *path*."""
        self.findings.append(Finding("read", what, hint, self.document.where(path)))

    def read(self, kind: type[T], table: object, path: KeyPath, **given: object) -> T | None:
        """*table* as a *kind*, or None when it has faults, which are noted. given: values of the fields in GIVEN."""
        if not isinstance(table, Mapping):
            self.fault(path, say("{field} must be a table", field=_name(path)), say("give it keys of its own"))
            return None
        before = len(self.findings)
        fields, given_too = _fields(typing.cast(Hashable, kind))
        hints = field_types(kind)
        unknown = [key for key in table if key not in fields]
        if len(unknown) > MOST_UNKNOWN:
            what = say("{count} keys are unknown", count=len(unknown))
            self.fault(path, what, say("known are: {ids}", ids=", ".join(fields)))
        else:
            for key in unknown:
                self.fault((*path, key), say('unknown key "{key}"', key=key), nearest_or_all(key, fields))
        values: dict[str, object] = {}
        for name, required in fields.items():
            if name in table:
                self.field = (kind, name)
                values[name] = self.value(hints[name], table[name], (*path, name))
                if required and hints[name] is str and table[name] == "" and name not in MAY_BE_EMPTY:
                    self.fault((*path, name), say("{field} is empty", field=_name((*path, name))), FILL)
            elif required:
                hint = say("write {key} = … here; init and the library show how", key=name)
                self.fault(path, say('the field "{key}" is missing', key=name), hint)
        if len(self.findings) > before:
            return None
        own = {name: value for name, value in given.items() if name in given_too}
        if "at" in given_too:
            own["at"] = self.document.where(path)
        return kind(**values, **own)

    def value(self, kind: Any, value: object, path: KeyPath) -> Any:
        """*value* as a *kind*. Faults are noted; the result must then not be used."""
        origin, args = get_origin(kind), get_args(kind)
        if origin in (Union, types.UnionType):
            return self.value(next(arg for arg in args if arg is not type(None)), value, path)
        if origin is Literal:
            return self.choice(args, value, path)
        if isinstance(kind, typing.NewType):
            return self.choice(self.names[kind], value, path)
        if origin is tuple:
            return self.items(args[0], value, path)
        if origin is not None and issubclass(origin, Mapping):
            if not isinstance(value, Mapping):
                return self.wrong(value, path, say("a table"))
            return {key: self.value(args[1], item, (*path, key)) for key, item in value.items()}
        if dataclasses.is_dataclass(kind) and kind is not Prose:
            return self.read(typing.cast(type[Any], kind), value, path)
        return self.scalar(kind, value, path)

    def items(self, kind: Any, value: object, path: KeyPath) -> tuple[Any, ...]:
        """A list, read item by item."""
        if not isinstance(value, list):
            self.wrong(value, path, say("a list in brackets"))
            return ()
        if len(value) > (most := MOST_IDS if kind is str else MOST_ENTRIES):
            what = say("{field} has {count} entries", field=_name(path), count=len(value))
            self.fault(path, what, say("write {most} at most", most=most))
            return ()
        return tuple(self.value(kind, item, (*path, index)) for index, item in enumerate(value))

    def choice(self, known: Collection[str], value: object, path: KeyPath) -> Any:
        """One of the words *known*."""
        if not isinstance(value, str):
            return self.wrong(value, path, TYPES[str])
        if value not in known:
            what = say('{field} cannot be "{value}"', field=_name(path), value=value)
            self.fault(path, what, nearest_or_all(value, sorted(known)))
        return value

    def scalar(self, kind: Any, value: object, path: KeyPath) -> Any:
        """A text, a number, a day."""
        wanted = str if kind is Prose else kind
        if kind is float and type(value) is int:
            value = float(value)
        if type(value) is not wanted:
            if kind is datetime.date and isinstance(value, str):
                what = say('"{value}" is not a date', value=value)
                self.fault(path, what, say("write a day as 2024-08-01, without quotes"))
                return value
            if wanted is str and type(value) in (int, float) and path[-1:] in (("value",), ("replaces",)):
                hint = say('put it in quotes, as in "{value}": a leading zero or plus would be lost', value=value)
                self.fault(path, say("the number {value} is not text", value=value), hint)
                return value
            return self.wrong(value, path, TYPES[kind])
        if isinstance(value, str):
            return self.text(kind, value, path)
        return value

    def text(self, kind: Any, value: str, path: KeyPath) -> Any:
        """A text without anything that its field must not carry."""
        name = path[-1] if isinstance(path[-1], str) else path[-2] if len(path) > 1 else ""
        for what, hint in complaints(value, policy(*self.field, prose=kind is Prose)):
            self.fault(path, what, hint)
        if kind is Prose:
            if not value.strip():
                self.fault(path, say("{field} is empty", field=_name(path)), FILL)
            return Prose(value, self.document.where(path))
        if name == "url" and not URL.fullmatch(value):
            self.fault(path, say('"{value}" is not the address of a page', value=value), say("write it as https://…"))
        return value

    def wrong(self, value: object, path: KeyPath, wanted: Say) -> Any:
        """Note that *value* is of another type than *wanted*."""
        shown = _shown(value)
        what = say("{field} = {value} must be {wanted}", field=_name(path), value=shown, wanted=wanted)
        self.fault(path, what, _quotes(value, wanted) or say("see a file of the library for an example"))
        return value


@cache
def _fields(kind: Any) -> tuple[Mapping[str, bool], frozenset[str]]:
    """(whether each field that a table may have is required, the fields that the reader fills itself)."""
    required = {
        item.name: item.default is dataclasses.MISSING and item.default_factory is dataclasses.MISSING
        for item in dataclasses.fields(kind)
    }
    return {name: one for name, one in required.items() if name not in GIVEN}, GIVEN & required.keys()


def field_types(kind: type[Any]) -> dict[str, Any]:
    """The type of each field, by name."""
    return _types(typing.cast(Hashable, kind))


@cache
def _types(kind: Hashable) -> dict[str, Any]:
    hints = typing.get_type_hints(kind)
    return {name: Prose if isinstance(hint, TypeVar) else hint for name, hint in hints.items()}


def _shown(value: object) -> str:
    """*value* as TOML, shortened for a message."""
    match value:
        case dict():
            return "{…}"
        case list():
            return "[…]"
        case bool():
            return str(value).lower()
        case str():
            return f'"{value}"'
        case _:
            return str(value)


def _quotes(value: object, wanted: Say) -> Say | None:
    """A hint when *value* is wrong only in its quotation marks, else None."""
    if isinstance(value, str) and wanted in (TYPES[int], TYPES[float]) and NUMBER.fullmatch(value.strip()):
        return say("take the quotation marks away: {value}", value=value.strip().replace(",", "."))
    if isinstance(value, str) and wanted == TYPES[bool] and value.strip().lower() in ("true", "false"):
        return say("take the quotation marks away: {value}", value=value.strip().lower())
    if type(value) in (int, float) and wanted == TYPES[str]:
        return say('put it in quotes: "{value}"', value=value)
    return None


NUMBER = re.compile(r"[+-]?[0-9]+([.,][0-9]+)?")


def _name(path: KeyPath) -> str:
    return ".".join(str(part + 1) if isinstance(part, int) else part for part in path) or "–"
