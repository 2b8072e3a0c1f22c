"""Frozen dataclasses that cost little to define and to make: every value of the program is one, and a command imports hundreds.

For each of them Python 3.11 compiles six methods when the module is imported; that was a third of the start of a command.
Here three are compiled when they are first used, and the others are the same for all. A type checker sees the standard
library and refuses whatever changes a value; at run time nothing does, so filling a value takes a third of the time.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from dataclasses import MISSING, Field, fields
from functools import cache
from types import CodeType, FunctionType
from typing import TYPE_CHECKING, Any

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
            kind.__repr__ = _repr
            for name, make in methods.items():
                setattr(kind, name, Late(kind, name, make))
            return kind

        return made


class Late:
    """Stands in *kind* for a method until it is first used. make: gives the method."""

    def __init__(self, kind: type[Any], name: str, make: Callable[[type[Any]], FunctionType]) -> None:
        self.kind, self.name, self.make = kind, name, make

    def __get__(self, value: object, kind: type[Any]) -> Any:
        made = self.make(self.kind)
        made.__module__, made.__qualname__ = self.kind.__module__, f"{self.kind.__qualname__}.{self.name}"
        setattr(self.kind, self.name, made)
        return getattr(kind if value is None else value, self.name)


def _init(kind: type[Any]) -> FunctionType:
    """`__init__`, with a parameter for each field."""
    items = sorted(fields(kind), key=lambda item: bool(item.kw_only))
    plain = [item for item in items if not item.kw_only]
    makers = {f"make{place}": item.default_factory for place, item in enumerate(items)}
    factories = tuple(make is not MISSING for make in makers.values())
    code = _filling(len(plain), factories, hasattr(kind, "__post_init__"))
    names = {f"field{place}": item.name for place, item in enumerate(items)}
    attributes = tuple(names.get(name, name) for name in code.co_names)
    code = code.replace(co_varnames=("self", *names.values()), co_names=attributes)
    defaults = tuple(item.default for item in plain if not _needed(item))
    made = FunctionType(code, {"MISSING": MISSING, **makers}, "__init__", defaults)
    made.__kwdefaults__ = {item.name: item.default for item in items if item.kw_only and not _needed(item)}
    return made


@cache
def _filling(plain: int, factories: tuple[bool, ...], checked: bool) -> CodeType:
    """The code of an `__init__` with so many parameters: it is the same for all such classes except for their names.

    plain: how many may be given without a name.  factories: whether each field has one.  checked: whether `__post_init__`
    is called at the end.
    """
    names = [f"field{place}" for place in range(len(factories))]
    parameters = ["self", *names[:plain], *(["*", *names[plain:]] if names[plain:] else [])]
    lines = [
        f"self.{name} = make{place}() if {name} is MISSING else {name}" if factory else f"self.{name} = {name}"
        for place, (name, factory) in enumerate(zip(names, factories, strict=True))
    ]
    lines += ["self.__post_init__()"] if checked else []
    return _compiled("__init__", parameters, lines or ["pass"]).__code__


def _needed(item: Field[Any]) -> bool:
    return item.default is MISSING and item.default_factory is MISSING


def _eq(kind: type[Any]) -> FunctionType:
    """`__eq__`, of two values of the same class."""
    equal = f"{_compared(kind, 'self')} == {_compared(kind, 'other')}"
    lines = [f"return {equal} if other.__class__ is self.__class__ else NotImplemented"]
    return _compiled("__eq__", ["self", "other"], lines)


def _hash(kind: type[Any]) -> FunctionType:
    """`__hash__`, by what `__eq__` compares."""
    return _compiled("__hash__", ["self"], [f"return hash({_compared(kind, 'self')})"])


def _compared(kind: type[Any], value: str) -> str:
    """The tuple of the fields of *value* that are compared."""
    return f"({''.join(f'{value}.{item.name},' for item in fields(kind) if item.compare)})"


def _compiled(name: str, parameters: list[str], lines: list[str]) -> FunctionType:
    """The function of that text. It has only names of fields, and the standard library does the same."""
    known: dict[str, FunctionType] = {}
    exec(f"def {name}({', '.join(parameters)}):\n " + "\n ".join(lines), known)
    return known[name]


def _repr(self: Any) -> str:
    shown = ", ".join(f"{item.name}={getattr(self, item.name)!r}" for item in fields(self) if item.repr)
    return f"{type(self).__qualname__}({shown})"
