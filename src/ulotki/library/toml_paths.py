"""Changes single values of a small TOML file by their path; all else in it stays as it is written."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Mapping
from typing import Any

import tomlkit
from tomlkit.exceptions import TOMLKitError

from ulotki.library.tables import BOM, same_ends, unchangeable


def edit_paths(text: str, changes: Mapping[tuple[str | int, ...], object]) -> str:
    """*text* with values changed by their path: ("printer", "right") → 0.5; None removes a key, and a table left empty.

    A number in a path is the place in a list of tables, from 0. For small files such as ulotki.toml or a scam. Raises Refused when that would change something else.
    """
    whole = text.removeprefix(BOM)
    plain = whole.replace("\r\n", "\n")
    meant = tomllib.loads(plain)
    document: Any = tomlkit.parse(plain)
    path: tuple[str | int, ...] = ("",)
    try:
        for path, value in changes.items():
            _set(meant, path, value, dict)
            _set(document, path, value, tomlkit.table)
        new = document.as_string()
        if tomllib.loads(new) != meant:
            raise ValueError("something else was touched")
    except (TOMLKitError, ValueError, TypeError, AttributeError, LookupError):
        raise unchangeable(str(path[0]), ".".join(map(str, path[1:]))) from None
    return text[: len(text) - len(whole)] + same_ends(new, whole)


def _set(table: Any, path: tuple[str | int, ...], value: object, new: Callable[[], Any]) -> None:
    *outer, key = path
    holders: list[Any] = [table]
    for name in outer:
        if isinstance(name, str) and name not in holders[-1]:
            if value is None:
                return
            holders[-1][name] = new()
        holders.append(holders[-1][name])
    if value is not None:
        holders[-1][key] = value
    elif key in holders[-1]:
        del holders[-1][key]
    for name, inner, holder in zip(reversed(outer), reversed(holders[1:]), reversed(holders[:-1]), strict=True):
        if not inner:
            del holder[name]
