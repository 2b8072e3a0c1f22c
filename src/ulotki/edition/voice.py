"""The language in which the first page of an edition speaks."""

from __future__ import annotations

import datetime
from collections.abc import Callable

from ulotki.content.text import NBSP
from ulotki.content.typography import HOME, LANGUAGES
from ulotki.errors import Say
from ulotki.frozen import dataclass


@dataclass(frozen=True, slots=True)
class PageVoice:
    """The language *lang* in which a page speaks. tell: says a sentence in it."""

    tell: Callable[[Say], str] = str
    lang: str = "en"

    def day(self, day: datetime.date) -> str:
        """*day* in words, with plain blanks. In Polish it ends in a dot of its own, so no sentence puts one after it."""
        return LANGUAGES.get(self.lang, LANGUAGES[HOME]).day(day).replace(NBSP, " ")
