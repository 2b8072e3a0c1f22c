"""Write docs/output.schema.json: a JSON schema of every document that --json gives, made from the dataclasses."""

from __future__ import annotations

import dataclasses
import datetime
import enum
import inspect
import json
import sys
import types
import typing
from collections.abc import Iterator, Mapping
from importlib import import_module
from pathlib import Path
from typing import Any, Literal, Union, get_args, get_origin

from ulotki.cli.commands import ULOTKI
from ulotki.cli.document import VERSION, WRITTEN
from ulotki.cli.lazy import LazyCommand, LazyGroup
from ulotki.errors import Finding, Say
from ulotki.office import FindingData

FILE = Path(__file__).parent.parent / "docs/output.schema.json"

Schema = dict[str, Any]

DATA: Mapping[str, str | Mapping[str, str]] = {
    "copy.compare": "office.copy_comparison:CopyComparison",
    "copy.restore": "office.copy_restore:Restored",
    "error": {"exit": "builtins:int"},
    "hand-over": "office.hand_over_outcome:HandOverData",
    "hand-over.list": "office.hand_list:ListedPlaces",
    "list.campaigns": {"campaigns": "office.listing_rows:CampaignRow"},
    "list.checks": {"checks": "office.listing_rows:CheckRow"},
    "list.icons": {"icons": "office.listing_rows:IconRow"},
    "list.numbers": {"numbers": "office.value_row:ValueRow"},
    "list.places": {"places": "office.listing_rows:PlaceRow"},
    "list.scams": {"scams": "office.listing_rows:ScamRow"},
    "list.templates": {"templates": "office.listing_rows:TemplateRow"},
    "numbers.list": {"numbers": "office.value_row:ValueRow"},
    "pack": "office.pack:PackedData",
    "pack.together": "office.stack:JoinedData",
    "serve": {"address": "builtins:str"},
    "text": "office.scam_text:ScamText",
    "text.list": {"texts": "office.texts:TextRow"},
}
"""Kinds of which the type of what a command gives does not tell: the dataclass, or the names of lists with that of their rows."""

PLAIN: Mapping[Any, Schema] = {
    str: {"type": "string"},
    Say: {"type": "string", "description": "A sentence in the language of the program."},
    Path: {"type": "string"},
    int: {"type": "integer"},
    float: {"type": "number"},
    bool: {"type": "boolean"},
    type(None): {"type": "null"},
    datetime.date: {"type": "string", "format": "date"},
}


class Definitions(dict[str, Schema]):
    """Schemas of dataclasses by name, each made when it is first asked for."""

    def of(self, kind: Any) -> Schema:
        """The schema of a type. Raises TypeError for one that has no form in JSON."""
        origin, args = get_origin(kind), get_args(kind)
        if kind in PLAIN:
            return dict(PLAIN[kind])
        if origin in (Union, types.UnionType):
            return {"anyOf": [self.of(one) for one in args]}
        if origin is Literal:
            return {"enum": list(args)}
        if origin is tuple and args[-1] is Ellipsis:
            return {"type": "array", "items": self.of(args[0])}
        if origin is tuple:
            return {"type": "array", "prefixItems": [self.of(one) for one in args], "items": False}
        if isinstance(origin, type) and issubclass(origin, Mapping):
            return {"type": "object", "additionalProperties": self.of(args[1])}
        if isinstance(kind, type) and issubclass(kind, enum.Enum):
            return {"enum": [one.value for one in kind]}
        if dataclasses.is_dataclass(kind) and isinstance(kind, type):
            return self._dataclass(FindingData if kind is Finding else kind)
        raise TypeError(f"{kind} has no form in JSON")

    def _dataclass(self, kind: type[Any]) -> Schema:
        name = f"{kind.__module__.removeprefix('ulotki.')}.{kind.__name__}"
        if name not in self:
            self[name] = {}  # it may contain itself
            hints = typing.get_type_hints(kind)
            fields = {item.name: self.of(hints[item.name]) for item in dataclasses.fields(kind)}
            self[name] = {"description": inspect.cleandoc(kind.__doc__ or ""), **_object(fields)}
        return {"$ref": f"#/$defs/{name}"}

    def _whole(self, kind: type[Any], fields: Mapping[str, Schema]) -> Schema:
        name = self._dataclass(kind)["$ref"].rpartition("/")[2]
        return {"description": self[name]["description"], **_object({**fields, **self[name]["properties"]})}

    def document(self, kind: str, data: Any) -> Schema:
        """The schema of a document of this kind. data: its type, or the names of its parts with the types of them or of their rows."""
        fields: dict[str, Schema] = {
            "schema": {"const": f"ulotki.{kind}/{VERSION}"},
            "findings": self.of(tuple[Finding, ...]),
        }
        if kind in WRITTEN:
            fields["file"] = self.of(str | None)
        if not isinstance(data, Mapping):
            wholes = [self._whole(one, fields) for one in get_args(data) or (data,)]
            return {"anyOf": wholes} if len(wholes) > 1 else wholes[0]
        for name, row in data.items():
            one = self.of(row)
            fields[name] = {"type": "array", "items": one} if "$ref" in one else one
        return _object(fields)


def _object(fields: Mapping[str, Schema]) -> Schema:
    return {"type": "object", "properties": dict(fields), "required": list(fields)}


def _named(place: str) -> Any:
    module, _sign, name = place.partition(":")
    return getattr(import_module(module if module == "builtins" else f"ulotki.{module}"), name)


def commands(group: LazyGroup = ULOTKI, before: str = "") -> Iterator[tuple[str, LazyCommand]]:
    """Each command by the kind of its document, such as "numbers.set"."""
    for name, one in group.commands.items():
        if isinstance(one, LazyGroup):
            yield from commands(one, f"{before}{name}.")
        elif isinstance(one, LazyCommand):
            yield f"{before}{name}", one


def kinds() -> dict[str, Any]:
    """Kind of document → the type of its data, or the types of its parts by name."""
    other = {
        kind: _named(data) if isinstance(data, str) else {name: _named(row) for name, row in data.items()}
        for kind, data in DATA.items()
    }
    own = {kind: _given(one) for kind, one in commands() if kind not in other and f"{kind}.numbers" not in other}
    return dict(sorted((other | own).items()))


def _given(command: LazyCommand) -> Any:
    """What other programs get of the value that a command gives; {} for nothing."""
    outcome = inspect.get_annotations(_named(f"cli.{command.place}"), eval_str=True)["return"]
    (value,) = get_args(outcome)
    data = getattr(value, "data", None)
    if get_origin(value) is dict:
        return {}
    if isinstance(data, property):
        return typing.get_type_hints(data.fget)["return"]
    return typing.get_type_hints(value)["data"] if data else value


def schema() -> Schema:
    """The schema of whatever --json gives."""
    found = Definitions()
    documents = {f"ulotki.{kind}": found.document(kind, data) for kind, data in kinds().items()}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "What ulotki gives with --json",
        "oneOf": [{"$ref": f"#/$defs/{name}"} for name in documents],
        "$defs": {**documents, **dict(sorted(found.items()))},
    }


def main() -> int:
    """Write it."""
    FILE.write_text(json.dumps(schema(), ensure_ascii=False, indent=1) + "\n", "utf-8")
    print(f"{FILE.name}: {len(kinds())} kinds of document")
    return 0


if __name__ == "__main__":
    sys.exit(main())
