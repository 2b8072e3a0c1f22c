"""A folder is a registry: every module in it is registered, nothing else is; and the modules of a room by name."""

from __future__ import annotations

import importlib
from collections.abc import Callable, Iterator, Mapping
from types import ModuleType
from typing import TypeVar

T = TypeVar("T")


class Shelf(Mapping[str, T]):
    """The value called *name* of each module in *package*, in the order of the module names.

    Its key is the name of the module, with - for _. A module is imported when its value is asked for. A module whose name
    starts with an underscore is a helper and is left out. Every other module must have the value.
    """

    def __init__(self, package: ModuleType, name: str, kind: type[T]) -> None:
        self.package, self.name, self.kind = package.__name__, name, kind
        import pkgutil  # a shelf is made by few commands

        names = sorted(module.name for module in pkgutil.iter_modules(package.__path__))
        self.modules = {name.replace("_", "-"): name for name in names if not name.startswith("_")}

    def __getitem__(self, key: str) -> T:
        module = f"{self.package}.{self.modules[key]}"
        value = getattr(importlib.import_module(module), self.name)
        if not isinstance(value, self.kind):
            raise TypeError(f"{module}.{self.name} is not a {self.kind.__name__}")
        return value

    def __iter__(self) -> Iterator[str]:
        return iter(self.modules)

    def __len__(self) -> int:
        return len(self.modules)


def modules(room: str) -> Callable[[str], ModuleType]:
    """The `__getattr__` of the package *room*: each of its modules by name, imported when somebody names it."""

    def module(name: str) -> ModuleType:
        try:
            return importlib.import_module(f"{room}.{name}")
        except ModuleNotFoundError as error:
            if error.name != f"{room}.{name}":
                raise
            raise AttributeError(f"{room} has no {name}") from None

    return module
