"""The JSON Schema of a type, with the help of each field."""

from __future__ import annotations

import dataclasses
import datetime
import types
import typing
from collections.abc import Mapping
from typing import Any, Literal, NewType, Union, get_args, get_origin

from ulotki.content.doc import Doc
from ulotki.content.scam import COUNTS, GONE_COUNTS, Gone, Scam
from ulotki.content.text import Prose
from ulotki.library.shape import GIVEN, field_types

Schema = dict[str, Any]


def _object(properties: Mapping[str, Schema], **more: object) -> Schema:
    return {"type": "object", "properties": properties, **more, "additionalProperties": False}


def _table(kind: type[Any], names: Mapping[Any, Any]) -> Schema:
    return {"type": "object", "additionalProperties": _record(kind, names)}


def _record(kind: type[Any], names: Mapping[Any, Any]) -> Schema:
    words = _descriptions(kind)
    hints = field_types(kind)
    properties: dict[str, Schema] = {}
    required: list[str] = []
    for item in dataclasses.fields(kind):
        if item.name in GIVEN:
            continue
        schema = _of(hints[item.name], names)
        if item.name in (counts := {Scam: COUNTS, Gone: GONE_COUNTS}.get(kind, {})):
            schema["minItems"], schema["maxItems"] = counts[item.name]
        if item.name in words:
            schema["description"] = words[item.name]
        properties[item.name] = schema
        if item.default is dataclasses.MISSING and item.default_factory is dataclasses.MISSING:
            required.append(item.name)
    return _object(properties, required=required)


def _of(kind: Any, names: Mapping[Any, Any]) -> Schema:
    origin, args = get_origin(kind), get_args(kind)
    if origin in (Union, types.UnionType):
        return _of(next(arg for arg in args if arg is not type(None)), names)
    if origin is Literal:
        return {"enum": list(args)}
    if isinstance(kind, NewType):
        return {"enum": sorted(names[kind])}
    if origin is tuple:
        return {"type": "array", "items": _of(args[0], names)}
    if origin is not None and issubclass(origin, Mapping):
        return {"type": "object", "additionalProperties": _of(args[1], names)}
    if kind in SCALARS:
        return dict(SCALARS[kind])
    return _record(kind, names)


SCALARS: dict[Any, Schema] = {
    str: {"type": "string"},
    Prose: {"type": "string"},
    int: {"type": "integer"},
    float: {"type": "number"},
    bool: {"type": "boolean"},
    datetime.date: {"type": "string", "format": "date"},
}


def _descriptions(kind: type[Any]) -> dict[str, str]:
    """The `Doc` of each field of *kind* that has one, by name."""
    hints = typing.get_type_hints(kind, include_extras=True)
    notes = ((name, note) for name, hint in hints.items() for note in getattr(hint, "__metadata__", ()))
    return {name: note.text for name, note in notes if isinstance(note, Doc)}
