"""What was found out in this run, the last of it: a long run needs no more memory than a short one."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from functools import wraps
from typing import Generic, ParamSpec, TypeVar

K = TypeVar("K")
V = TypeVar("V")
P = ParamSpec("P")


class Recent(Generic[K, V]):
    """A mapping that forgets what was not asked for longest when it holds more than *most* keys."""

    def __init__(self, most: int) -> None:
        self.most = most
        self._found: OrderedDict[K, V] = OrderedDict()

    def get(self, key: K) -> V | None:
        """The value of a key, None when it is unknown or forgotten."""
        found = self._found.get(key)
        if found is not None:
            try:  # noqa: SIM105 (asked so often that entering a context would be felt)
                self._found.move_to_end(key)
            except KeyError:
                pass  # another thread has made it forgotten just now
        return found

    def made(self, key: K, make: Callable[[], V]) -> V:
        """The value of a key; made, and kept, when it is unknown or forgotten. Several threads may ask."""
        found = self.get(key)
        if found is None:
            self[key] = found = make()
        return found

    def __setitem__(self, key: K, value: V) -> None:
        self._found[key] = value
        if len(self._found) > self.most:
            self._found.popitem(last=False)


class Kept(Generic[V]):
    """Values that follow from other values: a piece in three palettes says the same words. Only the last *most* are kept.

    What a value was made from is compared by identity, because comparing all words of a leaflet costs more than telling it
    again. It is kept as long as the value.
    """

    def __init__(self, most: int) -> None:
        self._found: Recent[Hashable, tuple[V, tuple[object, ...]]] = Recent(most)

    def get(self, sources: tuple[object, ...], choices: Hashable, make: Callable[[], V]) -> V:
        """The value of *sources*, by identity, and *choices*, by equality; made when it is not known."""
        return self._found.made((*map(id, sources), choices), lambda: (make(), sources))[0]


def kept(most: int) -> Callable[[Callable[P, V]], Callable[P, V]]:
    """Makes a function give what it gave before for the same values, by identity, of the last *most*; see `Kept`."""

    def keeping(make: Callable[P, V]) -> Callable[P, V]:
        known: Kept[V] = Kept(most)

        @wraps(make)
        def find(*given: P.args, **named: P.kwargs) -> V:
            return known.get((*given, *named.values()), (*named,), lambda: make(*given, **named))

        return find

    return keeping
