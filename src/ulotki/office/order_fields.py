"""Converts the fields of an order from what people type to TOML, and names what is wrong with them."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping
from typing import Any

from ulotki.errors import Complaint, Finding, Refused, Where, say
from ulotki.office.answers import not_a_day
from ulotki.templates import templates

OrderValues = Mapping[str, tuple[str, ...]]
"""An order as it is typed: field → its words; a field of one word has one, or none."""

DEFAULTS: Mapping[str, object] = {
    "scams": None,
    "template": None,
    "format": None,
    "audience": "adults",
    "places": None,
    "copies": 1,
    "until": None,
    "palette": None,
}
"""What can be changed here, in the order of a new entry, and what holds without it; all else is in the file."""

NEEDED: Mapping[str, Complaint] = {
    "scams": (say("no swindle is chosen"), say("choose at least one")),
    "template": (say("no kind of piece is chosen"), say("choose one")),
    "format": (say("no paper is chosen"), say("choose one")),
    "places": (say("no place is chosen"), say("choose at least one, or all")),
}


def default_values(values: OrderValues) -> OrderValues:
    """The defaults of a new order: the first format of its template; what is needed is empty."""
    template = templates().get(" ".join(values.get("template", ())))
    return dict.fromkeys(NEEDED, ()) | {"format": (template.formats[0].name if template else "A4",)}


def changed_values(values: OrderValues, old: Mapping[str, Any]) -> dict[str, object]:
    """The values that differ from *old*, as TOML has them. Raises Refused with each field that is wrong."""
    faults: list[Finding] = []
    given: dict[str, object] = {}
    for key, default in DEFAULTS.items():
        if key not in values:
            continue
        words = tuple(text for word in values[key] if (text := " ".join(word.split())))
        if found := tuple(_field_faults(key, words)):
            faults += found
        elif (value := _value(key, words, old.get(key))) != old.get(key, default):
            given[key] = value
    if faults:
        raise Refused(faults)
    return given


def _field_faults(key: str, words: tuple[str, ...]) -> Iterator[Finding]:
    if key in NEEDED and not words:
        yield Finding("orders", *NEEDED[key], Where(field=key))
    elif key == "copies":
        yield from count_faults(" ".join(words))
    elif key == "until" and words:
        try:
            datetime.date.fromisoformat(words[0])
        except ValueError:
            yield Finding("orders", *not_a_day(words[0]), Where(field=key))


def count_faults(text: str) -> Iterator[Finding]:
    """A finding for what is no number of copies; the reader of the file says how many are too many."""
    if not text.isdecimal() or not text.isascii() or len(text) > LONGEST:
        hint = say("write how many each place gets, such as 20")
        yield Finding("orders", say('"{value}" is not a number of things', value=text), hint, Where(field="copies"))


LONGEST = 7
"""Digits of a number of copies."""


def _value(key: str, words: tuple[str, ...], old: object) -> object:
    if key in ("scams", "places"):
        kept = [word for word in old if word in words] if isinstance(old, list) else []
        return list(dict.fromkeys((*kept, *words)))
    if not words:
        return DEFAULTS[key]
    if key == "until":
        return datetime.date.fromisoformat(words[0])
    return int(words[0]) if key == "copies" else words[0]
