"""What lies there and cannot be read, as a value: it stops who asks for it, and nobody else."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeVar

from ulotki.errors import Finding, Refused

K = TypeVar("K")
V = TypeVar("V")


@dataclass(frozen=True, slots=True)
class Unread:
    """A file, or an entry of one, that cannot be read.

    kind: what it would be, such as "scam", "place", "number".  id: as others name it, "" for a whole file.
    findings: why.  group: of a place its kind and of a scam its language, "" when that cannot be told.
    """

    kind: str
    id: str
    findings: tuple[Finding, ...]
    group: str = ""


class Entries(dict[K, V]):
    """What could be read, by id. Who asks with [ ] for what could not gets a Refused that says why.

    unread: what could not, by id.  lost: why a whole file of them cannot be read: nobody knows then what else there is.
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
