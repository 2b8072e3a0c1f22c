"""What was found out in this run, the last of it: a long run needs no more memory than a short one."""

from __future__ import annotations

from collections import OrderedDict
from typing import Generic, TypeVar

K = TypeVar("K")
V = TypeVar("V")


class Recent(Generic[K, V]):
    """A mapping that forgets what was set first when it holds more than *most* keys."""

    def __init__(self, most: int) -> None:
        self.most = most
        self._found: OrderedDict[K, V] = OrderedDict()

    def get(self, key: K) -> V | None:
        """The value of a key, None when it is unknown or forgotten."""
        return self._found.get(key)

    def __setitem__(self, key: K, value: V) -> None:
        self._found[key] = value
        if len(self._found) > self.most:
            self._found.popitem(last=False)
