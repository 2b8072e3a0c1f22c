"""The register: every number, address and name that may be printed.

National values ship with the program, each with its source and the day of the check, and are held by the program's own
tests. A workspace adds its own values.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import field

from ulotki.content.value import Value, split_ref
from ulotki.errors import Refused, Say, nearest_or_all
from ulotki.frozen import dataclass


@dataclass(frozen=True, slots=True)
class Register:
    """All values by ref. own: the overrides of national values by ref, including those that no longer count.

    early: by ref, the day of a confirmation that is left out, because that day is still to come.
    """

    values: Mapping[str, Value]
    own: Mapping[str, Value] = field(default_factory=dict)
    early: Mapping[str, datetime.date] = field(default_factory=dict)

    def __iter__(self) -> Iterator[Value]:
        return iter(self.values.values())

    def find(self, kind: str, id: str) -> Value | None:
        """The value, or None when the register has no such id. Raises Refused when it is there and cannot be read."""
        try:
            return self.values[f"{kind}:{id}"]
        except KeyError:
            return None

    def turns(self, refs: Iterable[str]) -> frozenset[datetime.date]:
        """The days on which any of the values *refs* turns. Raises Refused when one cannot be read."""
        found = (self.find(*split_ref(ref)) for ref in refs)
        return frozenset[datetime.date]().union(*(value.turns for value in found if value))

    @property
    def replaced(self) -> frozenset[str]:
        """The refs of national values with an override that counts."""
        return frozenset(ref for ref, value in self.values.items() if value.instead_of)

    def torn(self, ref: str) -> bool:
        """Whether the value exists or may exist, but cannot be read, so nobody can tell what holds."""
        try:
            self.values[ref]
        except Refused:
            return True
        except KeyError:
            return False
        return False

    def near(self, kind: str, id: str) -> Say:
        """A hint for an id that does not exist: the closest id, or all ids."""
        return nearest_or_all(id, [value.id for value in self if value.kind == kind])
