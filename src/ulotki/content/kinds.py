"""Two kinds of value, an address and a name; and the table of all kinds by name, with that of numbers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from typing import Annotated, ClassVar

from ulotki.content import country
from ulotki.content.doc import Doc
from ulotki.content.number import Number
from ulotki.content.regex import regex
from ulotki.content.text import composed
from ulotki.content.typography import HOME, LANGUAGES
from ulotki.content.value import Value
from ulotki.frozen import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Address(Value):
    """A page on the internet."""

    kind: ClassVar[str] = "address"

    purpose: Annotated[Mapping[str, str], Doc("What the page is for, for the caption, by language.")] = field(
        default_factory=dict
    )
    mask: Annotated[
        int | None, Doc("The QR mask (0 to 7) that is read best; without it, the one with the lowest penalty.")
    ] = None

    @property
    def printed(self) -> str:
        """The host name, as people read and type it."""
        return self.value.removeprefix("https://")

    @property
    def link(self) -> str:
        """The address itself."""
        return self.value

    text_fault = staticmethod(country.address_fault)


@dataclass(frozen=True, slots=True, kw_only=True)
class Name(Value):
    """Words about a person or an office that may change: rank and name, hours, a unit."""

    kind: ClassVar[str] = "name"

    @property
    def printed(self) -> str:
        """The words with the hard spaces and dashes of Polish typography."""
        return LANGUAGES[HOME](self.value)

    @staticmethod
    def canonical(text: str) -> str:
        """The words with single blanks, and one kind of dash without blanks around it: "8 - 15" is "8–15"."""
        return DASH.sub("-", " ".join(composed(text).split()))


DASH = regex(r" ?[-\N{HYPHEN}\N{NON-BREAKING HYPHEN}\N{FIGURE DASH}–—\N{MINUS SIGN}] ?")

KINDS: Mapping[str, type[Value]] = {kind.kind: kind for kind in (Number, Address, Name)}
"""The kinds of value by name, in the order in which an id alone is looked up."""
