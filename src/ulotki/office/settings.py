"""The settings of a workspace: who publishes, the unit, the printer, the plan."""

from __future__ import annotations

import datetime
import math
from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace
from typing import Any, Literal, get_args, get_origin, get_type_hints

from ulotki.content.doc import Doc
from ulotki.content.publisher import Publisher
from ulotki.content.text import Prose
from ulotki.errors import Complaint, Finding, Refused, Say, Where, misused, nearest, say
from ulotki.files import Unfit
from ulotki.frozen import dataclass
from ulotki.library import tables, toml_paths
from ulotki.library.source import unreadable
from ulotki.library.toml import values_of
from ulotki.office import Outcome
from ulotki.office.answers import not_a_day
from ulotki.office.edits import refuse_changed, refuse_unreadable
from ulotki.workspace import Workspace
from ulotki.workspace.history import Edit

FILE = "ulotki.toml"


@dataclass(frozen=True, slots=True)
class WorkspaceSetting:
    """A setting, such as "printer.right". value: as typed, "" for not set.  kind: several have commas between them."""

    key: str
    value: str
    help: str
    kind: Literal["text", "number", "day", "yes or no", "choice", "several"]
    choices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Settings:
    """All settings, as ulotki.toml has them. seen: the digest of the file."""

    settings: tuple[WorkspaceSetting, ...]
    seen: str
    change: int = 0

    def __getitem__(self, key: str) -> WorkspaceSetting:
        return next(one for one in self.settings if one.key == key)


@dataclass(frozen=True, slots=True)
class SettingsRequest:
    """New values by key, as they are typed; "" unsets one. seen: the digest that a form was made from, "" for none."""

    values: Mapping[str, str]
    seen: str = ""


def read_settings(workspace: Workspace) -> Outcome[Settings]:
    """What is set. Raises Refused for a file that cannot be read."""
    return Outcome(_settings(_read(workspace)))


def change_settings(workspace: Workspace, request: SettingsRequest, today: datetime.date) -> Outcome[Settings]:
    """Write settings. Raises Refused with the fields that are wrong, Misused for an unknown key."""
    with workspace.alone("settings"):
        before = _read(workspace)
        known = _settings(before)
        refuse_changed(request.seen or None, known.seen)
        meant = _changed_values(known, request.values)
        after = toml_paths.edit_paths(before.decode("utf-8"), meant).encode()
        refuse_unreadable(workspace, FILE, after)
        number = workspace.change([Edit(FILE, before, after)], "settings", today)
    return Outcome(replace(_settings(after), change=number))


def _read(workspace: Workspace) -> bytes:
    try:
        return workspace.contents(FILE) or b""
    except (OSError, Unfit) as error:
        raise Refused([unreadable(workspace.folder / FILE, error)]) from error


def _settings(data: bytes) -> Settings:
    return Settings(tuple(_list_settings(Publisher, values_of(data, FILE), "")), tables.digest(data))


def _list_settings(kind: Any, table: Mapping[str, object], at: str) -> list[WorkspaceSetting]:
    hints = get_type_hints(kind, include_extras=True)
    found: list[WorkspaceSetting] = []
    for item in fields(kind):
        if item.name == "at":
            continue
        type_, *extra = get_args(hints[item.name])
        value = table.get(item.name)
        key = f"{at}{item.name}"
        if is_dataclass(type_) and type_ is not Prose:
            found += _list_settings(type_, value if isinstance(value, Mapping) else {}, f"{key}.")
            continue
        help = next((one.text for one in extra if isinstance(one, Doc)), "")
        default = "" if item.default in (None, "") else item.default
        shown = _shown(value if value is not None else default)
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


def _shown(value: object) -> str:
    if isinstance(value, (tuple, list)):
        return ", ".join(map(str, value))
    return str(value).lower() if isinstance(value, bool) else str(value)


def _changed_values(known: Settings, values: Mapping[str, str]) -> dict[tuple[str | int, ...], object]:
    """The values as TOML has them, those alone that differ. Raises Misused and Refused."""
    names = {one.key: one for one in known.settings}
    faults: list[Finding] = []
    meant: dict[tuple[str | int, ...], object] = {}
    for key, typed in values.items():
        if key not in names:
            raise misused(say('there is no setting "{key}"', key=key), nearest(key, names) or ALL)
        text = " ".join(typed.split())
        try:
            value = _value(names[key], text)
        except ValueError:
            faults.append(Finding("settings", *_wrong(names[key], text), Where(field=key)))
            continue
        if text != names[key].value and not (value is not None and _shown(value) == names[key].value):
            meant[tuple(key.split("."))] = value
    if faults:
        raise Refused(faults)
    return meant


ALL: Say = say("all are shown by: {command}", command="ulotki settings")


def _value(setting: WorkspaceSetting, text: str) -> object:
    """Raises ValueError for what is no value of that kind."""
    if not text:
        return None
    match setting.kind:
        case "number":
            if not math.isfinite(number := float(text.replace(",", ".").replace("−", "-"))):
                raise ValueError(text)
            return number
        case "day":
            return datetime.date.fromisoformat(text)
        case "yes or no" | "choice":
            if text not in setting.choices:
                raise ValueError(text)
            return text == "true" if setting.kind == "yes or no" else text
        case "several":
            return text.replace(",", " ").split()
    return text


def _wrong(setting: WorkspaceSetting, text: str) -> Complaint:
    match setting.kind:
        case "number":
            return say('"{value}" is no number', value=text), say("write millimetres, such as 0.5")
        case "day":
            return not_a_day(text)
    return say('"{value}" cannot be chosen here', value=text), say(
        "choose one of: {known}", known=", ".join(setting.choices)
    )
