"""The kinds of value: a number, an address, a name. Each says what is printed of it, and what is no value of its kind."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from typing import Annotated, ClassVar

from ulotki.content import country
from ulotki.content.doc import Doc
from ulotki.content.regex import regex
from ulotki.content.text import composed
from ulotki.content.typography import HOME, LANGUAGES
from ulotki.content.value import Value
from ulotki.errors import Complaint, Say
from ulotki.frozen import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Number(Value):
    """A number to call or to send a message to."""

    kind: ClassVar[str] = "number"

    messages: Annotated[bool, Doc("true: it takes messages only, nobody answers a call.")] = False

    @staticmethod
    def canonical(text: str) -> str:
        """The digits that are dialled in Poland, without separators and prefixes."""
        return country.canonical(text)

    @property
    def printed(self) -> str:
        """The number in groups for reading aloud, joined by hard spaces."""
        return country.grouped(self.value)

    def told(self, lang: str) -> str:
        """The number; in other languages with the country code, because their readers may have a foreign SIM card."""
        return country.grouped(self.value, abroad=lang != HOME)

    @property
    def link(self) -> str:
        """Its tel: link, "" for a number that takes messages only."""
        known = country.parse_phone(self.value)
        return known.link if known and self.takes_calls else ""

    @property
    def takes_calls(self) -> bool:
        """Whether somebody answers a call. No other code decides this."""
        known = country.parse_phone(self.value)
        return not self.messages and not (known and known.form and known.form.messages)

    @property
    def note(self) -> Say | None:
        """What to know before it is printed."""
        return country.number_note(self.value)

    @staticmethod
    def text_fault(text: str) -> Complaint | None:
        """See `country.number_fault`."""
        return country.number_fault(text)


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

    @staticmethod
    def text_fault(text: str) -> Complaint | None:
        """See `country.address_fault`."""
        return country.address_fault(text)


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
