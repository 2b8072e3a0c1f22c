"""The hosts of places, for letters and the ledger. These are personal data: they never belong in a repository."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from ulotki.errors import Where


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """The host of a place. form: the form of address.  greeting: how a letter begins, "" for the usual words of the kind.

    The usual words address the head of the office. Set a greeting where somebody else takes the bundle.
    """

    name: str
    form: Literal["pan", "pani"]
    phone: str = ""
    greeting: str = ""
    at: Where = Where()
