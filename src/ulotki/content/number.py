"""The kind of value that is a number: what is printed of it, and which text is no number."""

from __future__ import annotations

from typing import Annotated, ClassVar

from ulotki.content import country
from ulotki.content.doc import Doc
from ulotki.content.typography import HOME
from ulotki.content.value import Value
from ulotki.errors import Say
from ulotki.frozen import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Number(Value):
    """A number to call or to send a message to."""

    kind: ClassVar[str] = "number"

    messages: Annotated[bool, Doc("true: it takes messages only, nobody answers a call.")] = False

    canonical = staticmethod(country.canonical)
    text_fault = staticmethod(country.number_fault)

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
