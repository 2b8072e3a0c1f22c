"""Frozen dataclasses that cost little to define: every value of the program is one, and a command imports hundreds.

For each of them Python 3.11 compiles six methods when the module is imported; that was a third of the start of a command.
Here three are compiled when they are first used, and the others are the same functions for all. What a class does is what it
does in the standard library, and a type checker sees the standard library.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from dataclasses import MISSING, FrozenInstanceError, fields
from typing import TYPE_CHECKING, Any, NoReturn

__all__ = ["dataclass"]

if TYPE_CHECKING:
    from dataclasses import dataclass
else:

    def dataclass(
        *, frozen: bool = False, slots: bool = False, eq: bool = True, kw_only: bool = False
    ) -> Callable[[type], type]:
        """As in the standard library, which makes every class that is not frozen or has no slots."""
        if not (frozen and slots):
            return dataclasses.dataclass(frozen=frozen, slots=slots, eq=eq, kw_only=kw_only)
        methods = {"__init__": _init, "__eq__": _eq, "__hash__": _hash} if eq else {"__init__": _init}

        def made(kind: type) -> type:
            kind = dataclasses.dataclass(init=False, repr=False, eq=False, slots=True, kw_only=kw_only)(kind)
            for name, method in SHARED.items():
                setattr(kind, name, method)
            for name, source in methods.items():
                setattr(kind, name, Late(kind, name, source))
            return kind

        return made


class Late:
    """Stands in *kind* for a method until it is first used. source: the text of the method, and the names in it."""

    def __init__(self, kind: type[Any], name: str, source: Callable[[type[Any]], tuple[str, dict[str, Any]]]) -> None:
        self.kind, self.name, self.source = kind, name, source

    def __get__(self, value: object, kind: type[Any]) -> Any:
        text, names = self.source(self.kind)
        names["__name__"] = self.kind.__module__
        exec(text, names)  # text has only names of fields, and the standard library does the same
        made = names[self.name]
        made.__qualname__ = f"{self.kind.__qualname__}.{self.name}"
        setattr(self.kind, self.name, made)
        return getattr(kind if value is None else value, self.name)


def _init(kind: type[Any]) -> tuple[str, dict[str, Any]]:
    """`__init__`, with a parameter for each field. It fills the slots themselves, since attributes cannot be set."""
    names: dict[str, Any] = {"_MISSING": MISSING}
    plain: list[str] = ["self"]
    named: list[str] = []
    lines: list[str] = []
    for item in fields(kind):
        value, default = item.name, ""
        if item.default is not MISSING:
            names[f"_default_{item.name}"], default = item.default, f"=_default_{item.name}"
        elif item.default_factory is not MISSING:
            names[f"_make_{item.name}"], default = item.default_factory, "=_MISSING"
            value = f"_make_{item.name}() if {item.name} is _MISSING else {item.name}"
        (named if item.kw_only else plain).append(item.name + default)
        names[f"_fill_{item.name}"] = getattr(kind, item.name).__set__
        lines.append(f"_fill_{item.name}(self, {value})")
    if hasattr(kind, "__post_init__"):
        lines.append("self.__post_init__()")
    return _method("__init__", [*plain, *(["*", *named] if named else [])], lines or ["pass"]), names


def _eq(kind: type[Any]) -> tuple[str, dict[str, Any]]:
    """`__eq__`, of two values of the same class."""
    equal = f"{_compared(kind, 'self')} == {_compared(kind, 'other')}"
    lines = [f"return {equal} if other.__class__ is self.__class__ else NotImplemented"]
    return _method("__eq__", ["self", "other"], lines), {}


def _hash(kind: type[Any]) -> tuple[str, dict[str, Any]]:
    """`__hash__`, by what `__eq__` compares."""
    return _method("__hash__", ["self"], [f"return hash({_compared(kind, 'self')})"]), {}


def _compared(kind: type[Any], value: str) -> str:
    """The tuple of the fields of *value* that are compared."""
    return f"({''.join(f'{value}.{item.name},' for item in fields(kind) if item.compare)})"


def _method(name: str, parameters: list[str], lines: list[str]) -> str:
    return f"def {name}({', '.join(parameters)}):\n " + "\n ".join(lines)


def _repr(self: Any) -> str:
    shown = ", ".join(f"{item.name}={getattr(self, item.name)!r}" for item in fields(self) if item.repr)
    return f"{type(self).__qualname__}({shown})"


def _setattr(self: object, name: str, value: object) -> NoReturn:
    raise FrozenInstanceError(f"cannot assign to field {name!r}")


def _delattr(self: object, name: str) -> NoReturn:
    raise FrozenInstanceError(f"cannot delete field {name!r}")


def _getstate(self: Any) -> list[object]:
    return [getattr(self, item.name) for item in fields(self)]


def _setstate(self: Any, state: list[object]) -> None:
    for item, value in zip(fields(self), state, strict=True):
        object.__setattr__(self, item.name, value)


SHARED: dict[str, Callable[..., object]] = {
    "__repr__": _repr,
    "__setattr__": _setattr,
    "__delattr__": _delattr,
    "__getstate__": _getstate,
    "__setstate__": _setstate,
}
"""Methods that are the same for all: they look at the fields of the value that they are called for."""
