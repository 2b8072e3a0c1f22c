"""The objects of a file as they refer to one another, and what they are, whatever its streams contain.

Files of a run that differ in streams and metadata alone share one, so what follows from it is worked out once.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping
from functools import cached_property
from typing import Any, TypeVar

from ulotki.readback.digests import digest_of
from ulotki.readback.objects import Objects
from ulotki.recent import Recent

V = TypeVar("V")

NAME = re.compile(r' "(?:n:)?/([^"\\]*(?:\\.[^"\\]*)*)"')
REFERENCE = re.compile(r' "(\d+ 0 R)"')
"""A name and a reference in JSON. Nothing inside a string looks so, for a quotation mark in it has a backslash before it."""

TRAILER = "trailer"
"""Where the trailer is among the objects by their references."""


class Graph:
    """The objects of a file, and what they refer to.

    told: each, and the trailer, as JSON by its reference, without its stream.  written: each that is no stream, as it is.
    In JSON a reference is "5 0 R", a name "/Type", a string "u:…" in Unicode or "b:…" in bytes.
    """

    def __init__(self, told: Mapping[str, str], written: Mapping[str, bytes]) -> None:
        self.told, self.written = told, written
        self._found: dict[str, Any] = {}

    def once(self, what: str, find: Callable[[], V]) -> V:
        """What *find* finds in the graph, worked out once. what: names it."""
        if what not in self._found:
            self._found[what] = find()
        found: V = self._found[what]
        return found

    @cached_property
    def tables(self) -> dict[str, Any]:
        """The objects as plain values."""
        return dict(zip(self.told, json.loads(f"[{','.join(self.told.values())}]"), strict=True))

    def at(self, value: Any) -> Any:
        """What *value* of a table stands for: the object that it refers to, None when there is none, or itself."""
        return self.tables.get(value) if is_reference(value) else value

    def every(self, value: Any) -> list[Any]:
        """The parts of *value* of a table, if that is an array, or itself alone."""
        found = self.at(value)
        return found if isinstance(found, list) else [value]

    def below(self, top: Any, name: str) -> Iterator[Any]:
        """A dictionary, and those below it by the entry *name*, in order."""
        waiting = [top]
        while waiting:
            one = self.at(waiting.pop())
            if isinstance(one, dict):
                yield one
                waiting += reversed(self.every(one.get(name, [])))

    @property
    def root(self) -> dict[str, Any]:
        """The catalogue."""
        found: dict[str, Any] = self.at(self.tables[TRAILER]["/Root"])
        return found

    @cached_property
    def names(self) -> frozenset[str]:
        """Every name in an object, outside streams and strings."""
        return names_in("".join({*self.told.values()}))

    @cached_property
    def hidden(self) -> frozenset[int]:
        """The numbers of objects that nothing refers to: no reader shows them, a program that searches for objects may."""
        waiting, left = [TRAILER], self.told.keys() - {TRAILER}
        while waiting:
            for name in REFERENCE.findall(self.told[waiting.pop()]):
                if name in left:
                    left.remove(name)
                    waiting.append(name)
        return frozenset(int(name.removesuffix(" 0 R")) for name in left)


GRAPHS: Recent[bytes, Graph] = Recent(10)
"""Graphs of this run, by what is written."""

LENGTH = re.compile(r' "/Length": \d+')


def graph_of(objects: Objects, trailer: str, alone: int) -> Graph:
    """The graph of the objects of a file. trailer: as JSON.  alone: the number of an object that is left out, 0 for none.

    Lengths of streams are left out, too.
    """
    told = {f"{number} 0 R": text for number, text in objects.told.items() if number not in objects.streams}
    told |= {f"{number} 0 R": LENGTH.sub(' "/Length": 0', objects.told[number]) for number in objects.streams}
    told[TRAILER] = trailer
    written = {f"{number} 0 R": body for number, body in objects.written.items()}
    if alone:
        told[f"{alone} 0 R"] = " null"
        del written[f"{alone} 0 R"]
    if len(told) > MOST:
        return Graph(told, written)
    others = [f"{name}{text}".encode() for name, text in told.items() if name not in written]
    return GRAPHS.made(digest_of(*written.values(), *others), lambda: Graph(told, written))


MOST = 5_000
"""Objects of a graph that is kept for other files: those of a pack are 1,200, of all packs in one file many times more."""


def names_in(told: str) -> frozenset[str]:
    """The names in objects, as JSON."""
    return frozenset(NAME.findall(told))


def is_reference(value: Any) -> bool:
    """Whether a value of a table refers to an object: a name begins with a slash, a string with a letter."""
    return isinstance(value, str) and value.endswith(" 0 R") and value[:1].isdigit()
