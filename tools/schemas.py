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
from collections.abc import Mapping
from importlib import import_module
from pathlib import Path
from typing import Any, Literal, Union, get_args, get_origin

from ulotki.cli.schemas import DATA, VERSION, WRITTEN
from ulotki.errors import Finding, Say
from ulotki.office import Complaint

FILE = Path(__file__).parent.parent / "docs/output.schema.json"

Schema = dict[str, Any]

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
            return self._dataclass(Complaint if kind is Finding else kind)
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

    def document(self, kind: str, data: str | Mapping[str, str]) -> Schema:
        """The schema of a document of this kind."""
        fields: dict[str, Schema] = {
            "schema": {"const": f"ulotki.{kind}/{VERSION}"},
            "findings": self.of(tuple[Finding, ...]),
        }
        if kind in WRITTEN:
            fields["file"] = self.of(str | None)
        if isinstance(data, str):
            wholes = [self._whole(one, fields) for one in get_args(_named(data)) or (_named(data),)]
            return {"anyOf": wholes} if len(wholes) > 1 else wholes[0]
        for name, row in data.items():
            one = self.of(_named(row))
            fields[name] = {"type": "array", "items": one} if "$ref" in one else one
        return _object(fields)


def _object(fields: Mapping[str, Schema]) -> Schema:
    return {"type": "object", "properties": dict(fields), "required": list(fields)}


def _named(place: str) -> Any:
    module, _sign, name = place.partition(":")
    return getattr(import_module(module if module == "builtins" else f"ulotki.{module}"), name)


def schema() -> Schema:
    """The schema of whatever --json gives."""
    found = Definitions()
    documents = {f"ulotki.{kind}": found.document(kind, data) for kind, data in DATA.items()}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "What ulotki gives with --json",
        "oneOf": [{"$ref": f"#/$defs/{name}"} for name in documents],
        "$defs": {**documents, **dict(sorted(found.items()))},
    }


def main() -> int:
    """Write it."""
    FILE.write_text(json.dumps(schema(), ensure_ascii=False, indent=1) + "\n", "utf-8")
    print(f"{FILE.name}: {len(DATA)} kinds of document")
    return 0


if __name__ == "__main__":
    sys.exit(main())
