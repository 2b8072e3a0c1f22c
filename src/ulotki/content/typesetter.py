"""Typesets the words of one leaflet and records which values they used."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping
from functools import lru_cache

from ulotki.content.marks import typeset
from ulotki.content.number import Number
from ulotki.content.register import Register
from ulotki.content.text import Prose, Run, Words
from ulotki.content.typography import LANGUAGES
from ulotki.content.typography_rules import Typography
from ulotki.content.value import SECOND, Value
from ulotki.errors import Where, refused, say


@lru_cache(maxsize=4_000)
def plain_words(prose: Prose, lang: str) -> Words:
    """*prose* without slots or values as words: the same on every leaflet of its language."""
    return typeset(prose, lambda kind, id: ("", ""), LANGUAGES[lang])


class Typesetter:
    """Typesets one leaflet. used: the values that it has used, by ref."""

    def __init__(self, register: Register, typography: Typography, day: datetime.date) -> None:
        self.register, self.typography, self.day = register, typography, day
        self.used: dict[str, Value] = {}

    def say(self, prose: Prose, slots: Mapping[str, str | tuple[str, str]] | None = None) -> Words:
        """*prose* as words; *slots* fill what is neither number nor address nor name: with a text, or (text, ref)."""
        if "{{" not in prose.source:
            return plain_words(prose, self.typography.lang)

        def lookup(kind: str, id: str) -> tuple[str, str]:
            if not kind:
                if slots is None or id not in slots:
                    what = say('unknown word in braces: "{id}"', id=id)
                    raise refused("numbers", what, say("only the fixed words have such slots"), prose.at)
                slot = slots[id]
                return slot if isinstance(slot, tuple) else (slot, "")
            value = self.find(kind, id, prose.at)
            return value.told(self.typography.lang), value.ref

        return typeset(prose, lookup, self.typography)

    def find(self, kind: str, id: str, at: Where) -> Value:
        """The value, noted as used. Raises Refused when there is none to print."""
        known = self.register.find(kind, id)
        value, second = known.on(self.day) if known else (None, None)
        if value is None or not value.value:
            raise refused("numbers", say("{ref} has no value", ref=f"{kind}:{id}"), self.register.near(kind, id), at)
        self.used[value.ref] = value
        if isinstance(second, Number):
            self.used[second.ref] = second
        return value

    def also(self, prose: Prose, officer: str) -> Iterator[Words]:
        """The line of each number used that is the second of two, except the officer's, which stands beside his new one."""
        for value in tuple(self.used.values()):
            if value.id.endswith(SECOND) and value.valid_until and value.id != officer + SECOND:
                yield self.second(prose, value, self.typography.day(value.valid_until))

    def second(self, prose: Prose, value: Value, day: str) -> Words:
        """*prose* of the second of two numbers, which holds until *day*."""
        return self.say(prose.as_fixed, {"day": day, "number": (value.told(self.typography.lang), value.ref)})

    def value(self, kind: str, id: str, at: Where) -> Words:
        """The value alone, as words."""
        value = self.find(kind, id, at)
        return Words((Run(value.told(self.typography.lang), ref=value.ref),), at)

    def local(self, kind: str, id: str) -> Words | None:
        """The value alone, or None while nobody has given it."""
        value = self.register.find(kind, id)
        return self.value(kind, id, value.at) if value and value.value else None
