"""The settings of a workspace: who publishes, the unit, the printer, the plan."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import replace

from ulotki.content.publisher import Publisher
from ulotki.errors import Finding, Refused, Where, misused, nearest, say
from ulotki.files import Unfit
from ulotki.frozen import dataclass
from ulotki.library import tables, toml_paths
from ulotki.library.source import unreadable
from ulotki.library.toml import values_of
from ulotki.office import Outcome
from ulotki.office.edits import refuse_changed, refuse_unreadable
from ulotki.office.setting_kinds import WorkspaceSetting, list_settings, setting_complaint, setting_text, setting_value
from ulotki.workspace import Workspace
from ulotki.workspace.history import Edit

FILE = "ulotki.toml"


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
    return Settings(tuple(list_settings(Publisher, values_of(data, FILE), "")), tables.digest(data))


def _changed_values(known: Settings, values: Mapping[str, str]) -> dict[tuple[str | int, ...], object]:
    """The values as TOML has them, those alone that differ. Raises Misused and Refused."""
    names = {one.key: one for one in known.settings}
    faults: list[Finding] = []
    meant: dict[tuple[str | int, ...], object] = {}
    for key, typed in values.items():
        if key not in names:
            hint = nearest(key, names) or say("all are shown by: {command}", command="ulotki settings")
            raise misused(say('there is no setting "{key}"', key=key), hint)
        text = " ".join(typed.split())
        try:
            value = setting_value(names[key], text)
        except ValueError:
            faults.append(Finding("settings", *setting_complaint(names[key], text), Where(field=key)))
            continue
        if text != names[key].value and not (value is not None and setting_text(value) == names[key].value):
            meant[tuple(key.split("."))] = value
    if faults:
        raise Refused(faults)
    return meant
