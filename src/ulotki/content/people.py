"""Who looks after a place: for letters and the ledger. Never in the repository of anybody's workspace."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from ulotki.errors import Where


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """The host of a place. form: how they are addressed.  greeting: how a letter begins, "" for the usual words of its kind.

    The usual words name the office; where somebody else than its head takes the bundle, the greeting says it.
    """

    name: str
    form: Literal["pan", "pani"]
    phone: str = ""
    greeting: str = ""
    at: Where = Where()
