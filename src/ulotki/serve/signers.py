"""Who has signed values here, to be offered where somebody signs."""

from __future__ import annotations

from collections.abc import Iterable

from ulotki.content.names import same_person
from ulotki.content.value import Value


def people(values: Iterable[Value]) -> list[str]:
    """Who has set or confirmed values here, each once."""
    words = [
        word
        for value in values
        if not value.national
        for word in (value.set_by, value.confirmed.by if value.confirmed else "")
    ]
    return sorted({word for word in words if word})


def others(values: Iterable[Value], first: str) -> list[str]:
    """Those of `people` who may confirm what *first* has set."""
    return [one for one in people(values) if not (first and same_person(one, first))]
