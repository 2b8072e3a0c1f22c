"""What keeps an entry of a workspace from overriding a national value."""

from __future__ import annotations

from ulotki.content import country
from ulotki.content.number import Number
from ulotki.content.value import Value
from ulotki.errors import Complaint, say

FIXED = frozenset({"number:112"})
"""Values that no workspace can stop or replace."""

REACHED = frozenset({"emergency", "service", "fire"})
"""Forms of numbers that belong to a public service by law; they cannot replace another number."""


def fixed_complaint(national: Value) -> Complaint:
    """(what, hint) for an attempt to stop or replace a value in FIXED."""
    what = say("{value} is neither stopped nor replaced", value=national.value)
    return what, say("it is the emergency number of all Europe; an entry for it in numbers.toml is to be deleted")


def override_fault(own: Value) -> Complaint | None:
    """(what, hint) when *own* cannot override its national value, else None."""
    national = own.instead_of
    assert national is not None
    if not own.value:
        return say("value is empty"), say("to stop it: ulotki numbers stop {id} --by … --source …", id=own.id)
    if not own.source:
        return say("nobody has said where this was read"), say("write the page under source")
    return _unlike(own, national) if isinstance(own, Number) and isinstance(national, Number) else None


def _unlike(own: Number, national: Number) -> Complaint | None:
    """(what, hint) when one number is called and the other takes messages, or when a public service would be another's."""
    forms = [one.form if one else None for one in map(country.parse_phone, (own.value, national.value))]
    form, meant = forms
    if form is None or own.same(national.value):
        return None
    hint = say("replace it by one of the same kind")
    if form.messages and not national.messages:
        return say("{value} takes messages alone, and {label} is called", value=own.value, label=national.label), hint
    if national.messages and not form.messages and form.id != "mobile":
        return say("no messages can be sent to {value}", value=own.value), hint
    if form.id in REACHED and (meant is None or meant.id not in REACHED):
        return say("{value} is the number of another service", value=own.value), hint
    return None
