"""Compares the label of a local number with the national numbers and with the rules of police numbers."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable

from ulotki.content import country
from ulotki.content.number import Number
from ulotki.content.value import Value
from ulotki.errors import Complaint, say

POLICE = ("polic", "komend", "komisariat", "posterun", "dzielnicow", "dyżurn")
"""Beginnings of words in labels of police numbers."""

POLICE_NEW_FROM, POLICE_BOTH_UNTIL = datetime.date(2020, 2, 24), datetime.date(2020, 8, 24)
"""The police changed all its landlines from area numbers to 47 …; for half a year both worked."""


def contradiction(value: Value, known: Iterable[Value]) -> Complaint | None:
    """(what, hint) when the label of a local *value* contradicts the *known* national values, else None.

    An override is not compared with its own national value.
    """
    if not isinstance(value, Number) or not value.value:
        return None
    words = re.findall(r"\w+", value.label.casefold())
    for other in known:
        if not isinstance(other, Number) or not other.national:
            continue
        if other.same(value.value):
            what = say('"{value}" stands in the national register: {label}', value=value.value, label=other.label)
            return what, say("take it from there by its id: {id}", id=other.id)
        if value.same(other.replaces):
            return say('"{value}" no longer works', value=value.value), say("it is now {new}", new=other.value)
        named = next((word for word in words for start in other.called if word.startswith(start)), None)
        if named:
            what = say('"{word}" names {value}, not {given}', word=named, value=other.value, given=value.value)
            return what, say("give the label other words, or take the national number")
    if not any(word.startswith(POLICE) for word in words):
        return None
    past = value.valid_until is not None and value.valid_until <= POLICE_BOTH_UNTIL
    dialled = country.parse_phone(value.value)
    form = dialled.form if dialled else None
    if form and form.id == "landline" and not past:
        what = say("the police does not answer on {value}: its landlines begin with 47", value=value.value)
        return what, say("since 24 February 2020; the old numbers worked until 24 August 2020")
    early = value.valid_from is not None and value.valid_from < POLICE_NEW_FROM
    if form and form.id == "police" and early:
        said = {"value": value.value, "day": value.valid_from, "since": POLICE_NEW_FROM}
        what = say("{value} cannot hold on {day}: police numbers begin with 47 since {since}", **said)
        return what, say("for half a year both the old number and the new one worked: give each its days")
    return None
