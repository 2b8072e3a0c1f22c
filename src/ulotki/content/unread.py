"""Unreadable content as a value: an error only for the code that asks for it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import TypeVar

from ulotki.errors import Finding, Refused
from ulotki.frozen import dataclass

K = TypeVar("K")
V = TypeVar("V")


@dataclass(frozen=True, slots=True)
class Unread:
    """A file, or an entry of a file, that cannot be read.

    kind: what it should be, such as "scam", "place", "number".  id: of the entry, "" for a whole file.
    findings: why it cannot be read.  group: the kind of a place or the language of a scam, "" when it is unknown.
    """

    kind: str
    id: str
    findings: tuple[Finding, ...]
    group: str = ""


class Entries(dict[K, V]):
    """The entries that could be read, by id. An entry that could not be read raises Refused with the reason.

    unread: the others, by id.  lost: why a whole file cannot be read; then nobody knows what else there is.
    """

    def __init__(self, found: Mapping[K, V | Unread], lost: tuple[Finding, ...] = ()) -> None:
        super().__init__((key, one) for key, one in found.items() if not isinstance(one, Unread))
        self.unread = {key: one for key, one in found.items() if isinstance(one, Unread)}
        self.lost = lost

    def __missing__(self, key: K) -> V:
        if key in self.unread:
            raise Refused(self.unread[key].findings)
        if self.lost:
            raise Refused(self.lost)
        raise KeyError(key)

    def known(self, key: K) -> V | None:
        """The entry, None when there is none. Raises Refused when it cannot be read, or nobody knows whether there is one."""
        return self[key] if key in self or key in self.unread or self.lost else None

    def faults(self, keys: Collection[K] | None = None) -> tuple[Finding, ...]:
        """Why those entries cannot be read, all of them by default, and why the whole file cannot."""
        wanted = (one for key, one in self.unread.items() if keys is None or key in keys)
        return tuple(dict.fromkeys((*self.lost, *(why for one in wanted for why in one.findings))))


def value_or_unread(value: V, kind: str, id: str, faults: Iterable[Finding], group: str = "") -> V | Unread:
    """*value*, or an `Unread` when there are *faults*."""
    found = tuple(faults)
    return Unread(kind, id, found, group) if found else value
