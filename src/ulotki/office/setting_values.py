"""The values of settings as they are typed, converted to TOML."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import replace

from ulotki.errors import Finding, Misused, Refused, Where, misused, nearest, say
from ulotki.office.answers import typed_day
from ulotki.office.setting_kinds import WorkspaceSetting, setting_text


def changed_settings(
    known: Iterable[WorkspaceSetting], values: Mapping[str, str]
) -> dict[tuple[str | int, ...], object]:
    """The values as TOML has them, those alone that differ. Raises Misused and Refused."""
    names = {one.key: one for one in known}
    faults: list[Finding] = []
    meant: dict[tuple[str | int, ...], object] = {}
    for key, typed in values.items():
        if key not in names:
            hint = nearest(key, names) or say("all are shown by: {command}", command="ulotki settings")
            raise misused(say('there is no setting "{key}"', key=key), hint)
        text = " ".join(typed.split())
        try:
            value = setting_value(names[key], text)
        except Misused as trouble:
            faults += [replace(one, check="settings", at=Where(field=key)) for one in trouble.findings]
            continue
        if text != names[key].value and not (value is not None and setting_text(value) == names[key].value):
            meant[tuple(key.split("."))] = value
    if faults:
        raise Refused(faults)
    return meant


def setting_value(setting: WorkspaceSetting, text: str) -> object:
    """What *text* is in the file, None for nothing. Raises Misused for what is no value of that kind."""
    if not text:
        return None
    match setting.kind:
        case "number":
            with suppress(ValueError):
                if math.isfinite(number := float(text.replace(",", ".").replace("−", "-"))):
                    return number
            raise misused(say('"{value}" is no number', value=text), say("write millimetres, such as 0.5"))
        case "day":
            return typed_day(text)
        case "yes or no" | "choice":
            if text not in setting.choices:
                known = ", ".join(setting.choices)
                what = say('"{value}" cannot be chosen here', value=text)
                raise misused(what, say("choose one of: {known}", known=known))
            return text == "true" if setting.kind == "yes or no" else text
        case "several":
            return text.replace(",", " ").split()
    return text
