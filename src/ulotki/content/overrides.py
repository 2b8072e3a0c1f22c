"""Overrides: a workspace stops a value of the national register, or replaces it for a time.

An entry of the workspace with the id of a national value overrides it. It keeps the national label, and it needs a source
and two people like every local value. `replaces` holds the national value at that time. The override ends when the
national register has the new value too.
"""

from __future__ import annotations

from dataclasses import replace

from ulotki.content.kinds import Address
from ulotki.content.names import same_person
from ulotki.content.value import Value
from ulotki.errors import Say, say

OWN = frozenset({"label", "called", "messages", "purpose", "mask"})
"""Fields that an override takes from the national value and cannot change."""


def with_national_fields(own: Value, national: Value) -> Value:
    """The override *own* with the fields that it takes from its *national* value."""
    kept = {name: getattr(national, name) for name in ("label", "called", "messages", "purpose") if hasattr(own, name)}
    if isinstance(national, Address) and own.same(national.value):
        kept["mask"] = national.mask
    return replace(own, **kept, instead_of=national)


def counting_value(own: Value) -> Value:
    """The value that counts: *own*, or the national value when that has the same content.

    When the national value changed to something else, *own* counts as unconfirmed.
    """
    national = own.instead_of
    assert national is not None
    if has_ended(own):
        return national
    return own if own.withdrawn or national.same(own.replaces) else replace(own, confirmed=None)


def has_ended(own: Value) -> bool:
    """Whether the override is over: the national register has the value of *own*, or no longer has the stopped value.

    To set the national value again lifts a stop, and that needs a second person too.
    """
    national = own.instead_of
    assert national is not None
    if own.withdrawn:
        return not national.same(own.value)
    return national.same(own.value) and (own.seconded or not national.same(own.replaces))


def override_remark(own: Value) -> Say:
    """A sentence about *own* and its national value."""
    national = own.instead_of
    assert national is not None
    values = {"value": own.printed, "national": national.printed}
    if has_ended(own) and own.withdrawn:
        return say("{value} was stopped here, and the program now says {national}: the entry can be deleted", **values)
    if has_ended(own):
        return say("the program now says {value} itself: the entry here can be deleted", **values)
    if own.withdrawn and own.confirmed and not same_person(own.withdrawn.by, own.confirmed.by):
        return say("stopped here by {who} and {other}", who=own.withdrawn.by, other=own.confirmed.by)
    if own.withdrawn:
        return say("stopped here by {who}; a second person has not confirmed that yet", who=own.withdrawn.by)
    if not national.same(own.replaces):
        return say(
            "{value} was set here in place of {old}, and the program now says {national}: set the one that holds",
            **values,
            old=own.replaces or "–",
        )
    if national.same(own.value):
        return say("the stop of {value} is lifted when a second person confirms it", **values)
    return say("{value} stands here in place of {national}, which the program says", **values)
