"""A folder is a registry: every module in it is registered, nothing else is."""

from __future__ import annotations

import importlib
import pkgutil
from types import ModuleType
from typing import TypeVar

T = TypeVar("T")


def collect(package: ModuleType, name: str, kind: type[T]) -> tuple[T, ...]:
    """The value called *name* of each module in *package*, in the order of the module names.

    A module whose name starts with an underscore is a helper and is left out. Every other module must have the value.
    """
    found: list[T] = []
    for module in sorted(pkgutil.iter_modules(package.__path__), key=lambda module: module.name):
        if module.name.startswith("_"):
            continue
        value = getattr(importlib.import_module(f"{package.__name__}.{module.name}"), name)
        if not isinstance(value, kind):
            raise TypeError(f"{package.__name__}.{module.name}.{name} is not a {kind.__name__}")
        found.append(value)
    return tuple(found)
