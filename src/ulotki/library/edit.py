"""Changes the values of a numbers.toml, text in and text out; how the file is written stays, see `tables`."""

from __future__ import annotations

import datetime
from collections.abc import Mapping

from ulotki.content.dates import shifted
from ulotki.content.kinds import KINDS
from ulotki.content.names import same_person, two_people
from ulotki.content.state import Confirmed
from ulotki.errors import Refused, Say, misused, refused, say
from ulotki.frozen import dataclass
from ulotki.library.tables import TomlTable, edit_entry, read_entry


@dataclass(frozen=True, slots=True, kw_only=True)
class TypedValue:
    """A value as *by* read it in *source* on *day*. first, last: the days it holds.

    old_until: last day of the value before it, which is kept while it holds; by itself it is kept until the day before
    *first*, when that lies ahead.  over: the national value in whose place it stands, the old one of a first entry.
    """

    value: str
    source: str
    by: str
    day: datetime.date
    review_by: datetime.date
    label: str = ""
    first: datetime.date | None = None
    last: datetime.date | None = None
    old_until: datetime.date | None = None
    over: str = ""


def with_value(text: str, kind: str, id: str, given: TypedValue) -> str:
    """*text* with *given*. An earlier confirmation or withdrawal is removed. An identical entry is left unchanged.

    Raises Refused or Misused when an old value should be kept and there is none.
    """
    old = read_entry(text, kind, id) or ({"value": given.over} if given.over else {})
    change: dict[str, object] = {
        "value": given.value,
        "source": given.source,
        "checked": given.day,
        "set_by": given.by,
        "set_as": given.value,
        **({"label": given.label} if given.label else {}),
    }
    if alike(kind, _text(old, "value"), given.value):
        change |= _again(old, kind, id, given)
    else:
        change |= {"valid_from": given.first, "valid_until": given.last, "review_by": given.review_by}
        change |= _kept(old, f"{kind}:{id}", given.day, given.first, given.old_until)
    if "withdrawn" not in old and all(old.get(key) == new for key, new in change.items()):
        return text
    return edit_entry(text, kind, id, {**change, "confirmed": None, "withdrawn": None})


def _again(old: TomlTable, kind: str, id: str, given: TypedValue) -> dict[str, object]:
    """The other changes when the same value is set again."""
    known = _day(old, "review_by")
    begins = given.first or _day(old, "valid_from") or given.day
    bounds = (("valid_from", given.first), ("valid_until", given.last))
    change: dict[str, object] = {key: bound for key, bound in bounds if bound}
    change["review_by"] = known if known and known > max(given.day, begins) else given.review_by
    if given.old_until:
        _need_old(old, _table(old, "before"), f"{kind}:{id}")
        change["before"] = {**_table(old, "before"), "until": given.old_until}
    elif "withdrawn" in old:
        # The old value was withdrawn together with it, and nobody has set the old one again.
        change["before"] = None
    return change


def with_confirmation(text: str, kind: str, id: str, word: TomlTable) -> tuple[str, bool]:
    """(*text* with *word*, a second person's `Confirmed` as a table; whether it confirms the value before).

    The value that was set is never shown, because the second person must read it in the source. Raises Refused when the
    two values differ, or when both people are the same.
    """
    value, by, day = _text(word, "value"), _text(word, "by"), word["on"]
    old = read_entry(text, kind, id)
    was, before = _text(old, "value"), _table(old, "before")
    if not was:
        raise _refused(say("{ref} has no value yet", ref=f"{kind}:{id}"), say("set it first: ulotki numbers set"))
    if "withdrawn" in old:
        what = say("{ref} has been withdrawn", ref=f"{kind}:{id}")
        raise _refused(what, say("set it anew first: ulotki numbers set"))
    if alike(kind, was, value):
        return _seconded(text, kind, id, old, {"confirmed": {**word, "value": was}}, by), False
    until = _day(before, "until")
    if alike(kind, _text(before, "value"), value) and until and day <= until and not _holds(kind, before):
        word = {"before": {**before, "confirmed": {**word, "value": _text(before, "value")}}}
        return _seconded(text, kind, id, before, word, by), True
    what = say("this is not what was set for {ref}: the two differ", ref=f"{kind}:{id}")
    raise _refused(what, say("one of the two of you reads it in the source again; nothing was changed"))


def with_stop(text: str, kind: str, id: str, value: str, *, source: str, by: str, day: datetime.date) -> str:
    """*text* with an override by which *by* stops the national *value* here, as read in *source* on *day*.

    When another person stops it too, that confirms the stop. The same person again changes nothing.
    """
    old = read_entry(text, kind, id)
    first = _text(_table(old, "withdrawn"), "by")
    if first and alike(kind, _text(old, "value"), value):
        if "confirmed" in old or not two_people(first, by):
            return text
        return edit_entry(text, kind, id, {"confirmed": {"value": value, "by": by, "on": day, "source": source}})
    change: dict[str, object] = dict.fromkeys(old)
    said = {"value": value, "replaces": value, "source": source, "checked": day, "withdrawn": {"by": by, "on": day}}
    return edit_entry(text, kind, id, change | said)


def with_withdrawal(text: str, kind: str, id: str, *, by: str, day: datetime.date) -> str:
    """*text* in which *by* withdraws the value, so that it is not printed any more. To withdraw twice changes nothing."""
    old = read_entry(text, kind, id)
    if not _text(old, "value"):
        raise _refused(say("{ref} has no value yet", ref=f"{kind}:{id}"), say("there is nothing to withdraw"))
    return text if "withdrawn" in old else edit_entry(text, kind, id, {"withdrawn": {"by": by, "on": day}})


def alike(kind: str, one: str, other: str) -> bool:
    """Whether two texts are the same value of a *kind*; see `Value.same`."""
    return KINDS[kind](value=one, label="").same(other)


def _kept(
    old: TomlTable, ref: str, day: datetime.date, first: datetime.date | None, old_until: datetime.date | None
) -> dict[str, object]:
    """What a new value keeps of *old*: the replaced value, and the value before while it still holds.

    A value whose first day is later was never printed, so the value before it stays the old one.
    """
    begins = _day(old, "valid_from")
    waiting = begins is not None and begins > day
    held: TomlTable = _table(old, "before") if waiting else old
    was = _text(held, "value")
    change: dict[str, object] = {"replaces": was or _text(old, "value") or None, "before": None}
    later = first is not None and first > day
    if old_until:
        _need_old(old, was, ref)
    if was and "withdrawn" not in old and (old_until or later):
        limit = _day(held, "until" if waiting else "valid_until")
        eve = shifted(first, -1) if first else None
        until = old_until or min(bound for bound in (eve, limit) if bound)
        kept = {"value": was, "until": until, **{key: held.get(key) for key in ("set_by", "set_as", "confirmed")}}
        change["before"] = {key: value for key, value in kept.items() if value}
    return change


def _need_old(old: TomlTable, held: object, ref: str) -> None:
    """Raises Refused or Misused when the old value *held* cannot be kept: it was withdrawn, or there is none."""
    hint = say("leave --old-until out")
    if "withdrawn" in old:
        raise _refused(say("{ref} has been withdrawn, so the old value no longer holds", ref=ref), hint)
    if not held:
        raise misused(say("there is no old value of {ref} that could still hold", ref=ref), hint)


def _seconded(text: str, kind: str, id: str, of: TomlTable, change: Mapping[str, object], by: str) -> str:
    """*text* with *change*, the confirmation of the table *of* by *by*. Raises Refused when *by* has set it."""
    first = _text(of, "set_by")
    if not first.strip():
        what = say("nobody has said who set {ref}", ref=f"{kind}:{id}")
        raise _refused(what, say("set it with the program, which asks who did: ulotki numbers set"))
    if same_person(first, by):
        what = say("{who} has set this value, and nobody can confirm their own", who=by)
        raise _refused(what, say("somebody else reads it in the source and types it"))
    if not two_people(first, by):
        what = say("nobody can tell from these names that two people did it: {first}, {second}", first=first, second=by)
        raise _refused(what, say("both write their first name and surname; set the value anew: ulotki numbers set"))
    if not alike(kind, _text(of, "set_as"), _text(of, "value")):
        what = say("the value of {ref} is not the one that {who} has set", ref=f"{kind}:{id}", who=first)
        raise _refused(what, say("it was written by hand or by an older version: set it anew: ulotki numbers set"))
    return edit_entry(text, kind, id, change)


def _holds(kind: str, before: TomlTable) -> bool:
    """Whether a second person has confirmed the value before already."""
    word = _table(before, "confirmed")
    try:
        told = Confirmed(word["value"], word["by"], word["on"], _text(word, "source"))
        until: datetime.date = before["until"]
        signed = {"set_by": before["set_by"], "set_as": _text(before, "set_as"), "confirmed": told}
        return KINDS[kind](value=before["value"], label="", valid_until=until, **signed).state(until).holds
    except (LookupError, TypeError, AttributeError):
        return False


def _refused(what: Say, hint: Say) -> Refused:
    return refused("numbers", what, hint)


def _table(table: TomlTable, key: str) -> TomlTable:
    value = table.get(key)
    return value if isinstance(value, Mapping) else {}


def _text(table: TomlTable, key: str) -> str:
    value = table.get(key)
    return value if isinstance(value, str) else ""


def _day(table: TomlTable, key: str) -> datetime.date | None:
    value = table.get(key)
    return value if type(value) is datetime.date else None
