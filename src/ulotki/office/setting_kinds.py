"""The settings as they are typed: each with its kind, its help, and what may be written."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from typing import Any, Literal, get_args, get_origin, get_type_hints

from ulotki.content.doc import Doc
from ulotki.content.text import Prose
from ulotki.frozen import dataclass


@dataclass(frozen=True, slots=True)
class WorkspaceSetting:
    """A setting, such as "printer.right". value: as typed, "" for not set.  kind: several have commas between them."""

    key: str
    value: str
    help: str
    kind: Literal["text", "number", "day", "yes or no", "choice", "several"]
    choices: tuple[str, ...] = ()


def list_settings(kind: Any, table: Mapping[str, object], at: str) -> list[WorkspaceSetting]:
    """The settings of a dataclass and of those inside it. table: what the file says.  at: what their keys begin with."""
    hints = get_type_hints(kind, include_extras=True)
    found: list[WorkspaceSetting] = []
    for item in fields(kind):
        if item.name == "at":
            continue
        type_, *extra = get_args(hints[item.name])
        value = table.get(item.name)
        key = f"{at}{item.name}"
        if is_dataclass(type_) and type_ is not Prose:
            found += list_settings(type_, value if isinstance(value, Mapping) else {}, f"{key}.")
            continue
        help = next((one.text for one in extra if isinstance(one, Doc)), "")
        default = "" if item.default in (None, "") else item.default
        shown = setting_text(value if value is not None else default)
        found.append(WorkspaceSetting(key, shown, help, *_kind(type_)))
    return found


def _kind(type_: Any) -> tuple[Any, tuple[str, ...]]:
    if get_origin(type_) is Literal:
        return "choice", get_args(type_)
    if type_ is float:
        return "number", ()
    if type_ is bool:
        return "yes or no", ("true", "false")
    if get_origin(type_) is tuple:
        return "several", ()
    return ("day", ()) if datetime.date in (type_, *get_args(type_)) else ("text", ())


def setting_text(value: object) -> str:
    """A value of the file as people type it."""
    if isinstance(value, (tuple, list)):
        return ", ".join(map(str, value))
    return str(value).lower() if isinstance(value, bool) else str(value)
