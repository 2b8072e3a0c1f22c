"""The numbers, addresses and names: which hold, which print a mark, which need attention soon."""

from __future__ import annotations

import datetime
from collections.abc import Collection, Iterator

from ulotki.content import due as dues
from ulotki.content import due_list
from ulotki.content.overrides import override_remark
from ulotki.content.state import State
from ulotki.content.value import Value
from ulotki.errors import Say, say
from ulotki.library import Library
from ulotki.office.doctor.lines import Diagnosis, good, look, wrong


def marked_values(library: Library, day: datetime.date) -> Iterator[tuple[str, Diagnosis]]:
    """(ref, line) of the values that print a mark, or nothing; how many others there are."""
    held = 0
    for value in library.register:
        asked = value.id if value.kind == "number" else value.ref
        now = value.on(day)[0]
        match now.state(day):
            case state if state.holds:
                held += 1
                if now.older:  # its confirmation asked for less than one does today
                    said = {"label": now.label, "day": now.review or now.valid_until or "–"}
                    what = say(
                        "{label}: confirmed in an older version, without a source; it is good until {day}", **said
                    )
                    yield f"{now.ref} older", look("value", what, _anew(now), now.ref)
            case State.MISSING:
                what = say("{label}: there is no value, so a box for a stamp or a pen is printed", label=value.label)
                hint = say('give it: ulotki numbers set {id} "…" --source … --by …', id=asked)
                yield value.ref, look("value", what, hint, value.ref)
            case State.UNCONFIRMED if value.ref in library.register.early:
                pass
            case State.UNCONFIRMED:
                named = {"label": value.label, "value": now.printed}
                what = say("{label}: {value} is confirmed by nobody, so it prints WZÓR", **named)
                hint = say('another person reads it anew: ulotki numbers confirm {id} "…" --by … --source …', id=asked)
                yield value.ref, wrong("value", what, hint, value.ref)
            case state:
                marked = {"label": value.label, "value": now.printed, "state": say(state.value)}
                what = say("{label}: {value} is {state}, so it prints WZÓR", **marked)
                hint = say('give the one that holds: ulotki numbers set {id} "…" --source … --by …', id=asked)
                yield value.ref, wrong("value", what, hint, value.ref)
    for ref, early in library.register.early.items():
        value = library.register.values[ref]
        what = say("{label}: confirmed on {day}, which has not come yet", label=value.label, day=early)
        yield ref, wrong("value", what, _anew(value), ref)
    yield "", good("value", say("numbers, addresses and names that hold: {count}", count=held))


def _anew(value: Value) -> Say:
    asked = value.id if value.kind == "number" else value.ref
    return say('set it anew, and let a second person confirm it with a source: ulotki numbers set {id} "…"', id=asked)


def own_values(library: Library) -> Iterator[Diagnosis]:
    """Values of the program that this workspace has stopped or replaced."""
    for ref, own in library.register.own.items():
        yield look("value", say("{label}: {what}", label=own.label, what=override_remark(own)), ref=ref)


def due_values(library: Library, day: datetime.date, told: Collection[str]) -> Iterator[Diagnosis]:
    """What needs attention within `due_list.DAYS`; of values that have a line already, *told*, only what lies ahead."""
    for entry in due_list.all_due(library.register, library.editions, day):
        if entry.why in dues.AHEAD or entry.ref not in told:
            what = say("{label}, by {day}: {what}", label=entry.label, day=entry.day, what=entry.what)
            yield look("due", what, say("its source: {url}", url=entry.source) if entry.source else None, entry.ref)
