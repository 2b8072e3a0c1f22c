"""What was made last and may be asked for again, such as pictures; the oldest goes first."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from threading import Lock
from typing import Generic, TypeVar

V = TypeVar("V")


class Latest(Generic[V]):
    """At most so many values, by key; several threads may ask."""

    def __init__(self, most: int) -> None:
        self.most = most
        self.known: OrderedDict[Hashable, V] = OrderedDict()
        self.lock = Lock()

    def get(self, key: Hashable, make: Callable[[], V]) -> V:
        """The value of *key*; made, and kept, when it is not there."""
        with self.lock:
            if key in self.known:
                self.known.move_to_end(key)
                return self.known[key]
        made = make()
        with self.lock:
            self.known[key] = made
            while len(self.known) > self.most:
                self.known.popitem(last=False)
        return made
