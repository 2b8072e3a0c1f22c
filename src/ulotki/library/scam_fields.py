"""The fields of a scam's file as people type them in a form, and the file with other values in them."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from contextlib import suppress
from functools import reduce
from operator import getitem
from typing import Any, Literal

from ulotki.errors import misused, nearest_or_all, say
from ulotki.library import toml_paths
from ulotki.library.toml import values_of

FieldKind = Literal["text", "lines", "icon", "channel", "day"]


def _kind(key: str) -> FieldKind:
    match key.rpartition(".")[2]:
        case "icon" | "channel" as kind:
            return kind
        case "reviewed" | "review_by":
            return "day"
        case "quote" | "aftermath" | "write_in":
            return "lines"
    return "text"


POINT = ("lead", "sentence", "icon")

KEYS: Mapping[str, FieldKind] = {
    key: _kind(key)
    for key in (
        *("name", "title", "channel", "icon", "quote", "order", "rule", "story", "summary"),
        *(f"step.{n}.{part}" for n in (1, 2, 3) for part in POINT),
        *(f"sign.{n}.{part}" for n in (1, 2, 3, 4) for part in POINT),
        *("aftermath", "write_in", "reviewed", "review_by", "source.1.url", "source.1.note"),
        *("short.title", "short.quote", "short.order", "short.rule", "short.story"),
    )
}
"""What can be changed here, in the order of a form; all else is in the file."""


def field_text(table: object, key: str) -> str:
    """The value of a field as somebody would type it, a line for each entry; "" for none."""
    value = _at(table, _steps(key))
    return "\n".join(map(str, value)) if isinstance(value, list) else str(value or "")


def edit_scam(data: bytes, values: Mapping[str, str]) -> bytes:
    """*data* with the values that differ. Raises Misused for an unknown field, Refused for a file it cannot change."""
    table = values_of(data)
    changes: dict[tuple[str | int, ...], object] = {}
    for key, typed in values.items():
        if key not in KEYS:
            raise misused(say('there is no field "{key}"', key=key), nearest_or_all(key, KEYS))
        new = _typed(KEYS[key], typed)
        path = _steps(key)
        if new != _at(table, path) and not (new is None and _at(table, path) in (None, "")):
            changes[path] = new if new is not None or key.startswith("short.") else ""
    return toml_paths.edit_paths(data.decode("utf-8"), changes).encode() if changes else data


def _steps(key: str) -> tuple[str | int, ...]:
    return tuple(int(part) - 1 if part.isdigit() else part for part in key.split("."))


def _at(table: Any, path: tuple[str | int, ...]) -> object:
    try:
        return reduce(getitem, path, table)
    except (LookupError, TypeError):
        return None


def _typed(kind: FieldKind, text: str) -> object:
    full = [" ".join(line.split()) for line in text.splitlines() if line.strip()]
    if kind == "lines":
        return full or None
    text = " ".join(full)
    if kind == "day":
        with suppress(ValueError):  # what is no day is written as it is, and the reader names it
            return datetime.date.fromisoformat(text)
    return text or None
