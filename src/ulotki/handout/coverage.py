"""What became of each place by a day: whether a warning hangs there, what its host did for it, and in which month."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from ulotki.content.campaign import Place
from ulotki.handout import ledger
from ulotki.handout.chain import Entry
from ulotki.handout.deeds import Done, HandOver, Meeting, TakenDown

State = Literal["hangs", "lies", "taken", "refused", "waits"]
"""Something hangs; nothing hangs but something lies; all was taken away; the host said no; nothing was written down."""

WARNED: frozenset[State] = frozenset({"hangs", "lies"})


@dataclass(frozen=True, slots=True)
class Covered:
    """A place, as the ledger knows it. kind: "" of a former place.  copies, hung: handed over.  taken: away again.

    consent: the last answer, None when nobody asked.  first: day of the first bundle, None for none.
    met, people: meetings at the place, and how many came.
    """

    place: str
    name: str
    kind: str
    state: State = "waits"
    copies: int = 0
    hung: int = 0
    taken: int = 0
    consent: bool | None = None
    first: datetime.date | None = None
    met: int = 0
    people: int = 0


@dataclass(frozen=True, slots=True)
class Month:
    """What happened in a month. first: its first day.  places: that got something.  copies, hung: handed over.

    taken: away.  met, people: meetings and how many came.
    """

    first: datetime.date
    places: int = 0
    copies: int = 0
    hung: int = 0
    taken: int = 0
    met: int = 0
    people: int = 0


def covered(
    entries: Iterable[Entry], places: Mapping[str, Place], unread: Iterable[str], last: datetime.date
) -> tuple[Covered, ...]:
    """Every place as it is at the end of *last*: those of the workspace in their order, then former ones of the ledger.

    unread: ids of places that cannot be read, which are no former ones.
    """
    deeds = [one.deed for one in ledger.effective(entries) if one.deed.day <= last]
    there = [deed.place for deed in deeds if deed.place]
    return tuple(_covered(id, places.get(id), deeds) for id in dict.fromkeys((*places, *unread, *there)))


def _covered(id: str, place: Place | None, deeds: Iterable[Done]) -> Covered:
    copies = hung = taken = down = met = people = 0
    consent, first = None, None
    for deed in deeds:
        if deed.place != id:
            continue
        match deed:
            case HandOver():
                copies += sum(one.copies for one in deed.pieces)
                hung += sum(one.hung for one in deed.pieces)
                consent = consent if deed.consent is None else deed.consent
                first = min(first or deed.day, deed.day)
            case TakenDown():
                taken += sum(one.copies for one in deed.pieces)
                down += sum(one.hung for one in deed.pieces)
            case Meeting():
                met, people = met + 1, people + deed.people
    state = _state(copies - taken, hung - down, consent, was=first is not None)
    name, kind = (place.name, place.kind) if place else (id, "")
    return Covered(id, name, kind, state, copies, hung, taken, consent, first, met, people)


def _state(there: int, hanging: int, consent: bool | None, *, was: bool) -> State:
    """was: whether anything was ever brought, so that somebody was there."""
    if hanging > 0:
        return "hangs"
    if there > 0:
        return "lies"
    if consent is False:
        return "refused"
    return "taken" if was else "waits"


def months(entries: Iterable[Entry], first: datetime.date, last: datetime.date) -> tuple[Month, ...]:
    """Every month from *first* to *last*, also those in which nothing was written down."""
    deeds = [one.deed for one in ledger.effective(entries) if first <= one.deed.day <= last]
    found, month = [], first.replace(day=1)
    while month <= last:
        found.append(_month(month, [deed for deed in deeds if deed.day.replace(day=1) == month]))
        month = (month + datetime.timedelta(days=31)).replace(day=1)
    return tuple(found)


def _month(first: datetime.date, deeds: Iterable[Done]) -> Month:
    copies = hung = taken = met = people = 0
    places: set[str] = set()
    for deed in deeds:
        match deed:
            case HandOver():
                copies += sum(one.copies for one in deed.pieces)
                hung += sum(one.hung for one in deed.pieces)
                places |= {deed.place} if deed.pieces else set()
            case TakenDown():
                taken += sum(one.copies for one in deed.pieces)
            case Meeting():
                met, people = met + 1, people + deed.people
    return Month(first, len(places), copies, hung, taken, met, people)
