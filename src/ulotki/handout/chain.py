"""The hash chain of the ledger: entries are only added, and each has the hash of the one before, so a change is noticed.

Personal data is stored apart from the entry, which has only a salted digest of it. So it can be deleted for good, and the
chain is still valid.
"""

from __future__ import annotations

import datetime
import hashlib
import json
from dataclasses import replace

from ulotki.frozen import dataclass
from ulotki.handout import deeds
from ulotki.handout.deeds import KINDS, Deed, Newer, Personal
from ulotki.values import canonical

START = "0" * 64
"""The previous hash of the first entry."""


@dataclass(frozen=True, slots=True)
class Secret:
    """Personal fields as they are stored, for entry *seq*. value: JSON."""

    seq: int
    salt: str
    value: str

    @property
    def digest(self) -> str:
        """The salted digest that the entry has."""
        return _sha256(self.salt + self.value)

    @property
    def personal(self) -> Personal:
        """The fields. Raises ValueError when the JSON is not valid."""
        return deeds.load(Personal, self.value)


@dataclass(frozen=True, slots=True)
class LedgerEntry:
    """A line of the ledger. at: when it was written, UTC.  body: the deed as JSON.  person: digest of the personal fields.

    previous: the hash of the entry before.  hash: of all the others.
    """

    seq: int
    at: str
    kind: str
    body: str
    person: str | None
    previous: str
    hash: str = ""

    @property
    def digest(self) -> str:
        """The hash that the entry must have."""
        parts = [self.seq, self.at, self.kind, self.body, self.person, self.previous]
        return _sha256(json.dumps(parts, separators=(",", ":")))

    @property
    def deed(self) -> Deed | Newer:
        """The deed. Raises ValueError when the body is not valid."""
        if self.kind in KINDS:
            return deeds.load(KINDS[self.kind], self.body)
        day = deeds.json_object(self.body).get("day", self.at[:10])
        return Newer(datetime.date.fromisoformat(str(day)), self.kind)

    @property
    def unknown(self) -> tuple[str, ...]:
        """The parts that a newer program wrote and this one does not know: its kind, or fields such as "pieces.size"."""
        return deeds.unknown_fields(KINDS[self.kind], self.body) if self.kind in KINDS else (self.kind,)


def make_entry(deed: Deed, at: str, last: LedgerEntry | None, person: str | None = None) -> LedgerEntry:
    """The entry of *deed* after *last*. person: the digest of its personal fields."""
    seq, previous = (last.seq + 1, last.hash) if last else (1, START)
    made = LedgerEntry(seq, at, deed.kind, canonical(deed), person, previous)
    return replace(made, hash=made.digest)


def _sha256(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
