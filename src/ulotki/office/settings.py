"""The settings of a workspace: who publishes, the unit, the printer, the plan."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import replace

from ulotki.content.publisher import Publisher
from ulotki.errors import Refused
from ulotki.files import Unfit
from ulotki.frozen import dataclass
from ulotki.library import tables, toml_paths
from ulotki.library.source import unreadable
from ulotki.library.toml import values_of
from ulotki.office import Outcome
from ulotki.office.edits import refuse_changed, refuse_unreadable
from ulotki.office.setting_kinds import WorkspaceSetting, list_settings
from ulotki.office.setting_values import changed_settings
from ulotki.workspace import Workspace
from ulotki.workspace.history import Edit

FILE = "ulotki.toml"


@dataclass(frozen=True, slots=True)
class Settings:
    """All settings, as ulotki.toml has them. seen: the digest of the file.  change: the number of the change, 0 for none."""

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
        meant = changed_settings(known.settings, request.values)
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
