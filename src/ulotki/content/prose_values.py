"""Values that hold prose: every prose in one, and a digest of its content."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass

from ulotki.content.text import Prose
from ulotki.errors import Where


def proses(value: object) -> Iterator[Prose]:
    """Every prose in *value*: in the fields of dataclasses, in tuples and in mappings."""
    match value:
        case Prose():
            yield value
        case tuple():
            for item in value:
                yield from proses(item)
        case dict():
            for item in value.values():
                yield from proses(item)
        case _ if is_dataclass(value):
            for field in fields(value):
                yield from proses(getattr(value, field.name))


def digest(value: object) -> str:
    """A text that is the same for values with the same content; the place where they were read does not count."""
    if isinstance(value, Where):
        return ""
    if isinstance(value, tuple | list):
        return f"({' '.join(map(digest, value))})"
    if isinstance(value, Mapping):
        return f"({' '.join(f'{digest(key)}={digest(item)}' for key, item in sorted(value.items()))})"
    if is_dataclass(value):
        parts = (f"{field.name}={digest(getattr(value, field.name))}" for field in fields(value) if field.name != "at")
        return f"{type(value).__name__}({' '.join(parts)})"
    return repr(value)
