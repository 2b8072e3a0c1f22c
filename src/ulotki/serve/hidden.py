"""What nobody reads on the page: a value that a second person still has to type, who must read the source and not us."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable

from ulotki.content.number import Number
from ulotki.content.state import State
from ulotki.content.value import Value


def waits(value: Value, day: datetime.date) -> bool:
    """Whether a second person still has to type *value*."""
    return value.state(day) is State.UNCONFIRMED and not value.national


def hush(text: str, values: Iterable[Value], instead: str) -> str:
    """*text* with *instead* where one of *values* stands, however it is spaced."""
    for value in values:
        for pattern in _patterns(value):
            text = pattern.sub(lambda _: instead, text)
    return text


def _patterns(value: Value) -> Iterable[re.Pattern[str]]:
    if isinstance(value, Number):
        digits = value.canonical(value.value)
        yield re.compile(r"(?<!\d)" + r"[\s\-–.]*".join(map(re.escape, digits)) + r"(?!\d)")
        return
    for words in dict.fromkeys((value.value, value.printed)):
        yield re.compile(r"(?<!\w)" + r"\s+".join(map(re.escape, words.split())) + r"(?!\w)")
