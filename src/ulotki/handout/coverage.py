"""What became of each place by a day: whether a warning hangs there, what its host did for it, and in which month."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping, Sequence
from typing import Literal

from ulotki.content.places import Place
from ulotki.frozen import dataclass
from ulotki.handout import ledger
from ulotki.handout.chain import LedgerEntry
from ulotki.handout.deeds import Done, HandOver, HeldMeeting, TakenDown

PlaceState = Literal["hangs", "lies", "taken", "refused", "waits"]
"""Something hangs; nothing hangs but something lies; all was taken away; the host said no; nothing was written down."""

WARNED: frozenset[PlaceState] = frozenset({"hangs", "lies"})


@dataclass(frozen=True, slots=True)
class PlaceCoverage:
    """A place, as the ledger knows it. kind: "" of a former place.  state: at the end of the period.

    lying: copies that are there and hang nowhere, at its end.
    Of the period alone: copies, hung, handed over; taken, away again; first, day of its first bundle, None for none;
    met, people, meetings at the place and how many came.  consent: the last answer, None when nobody asked.
    """

    place: str
    name: str
    kind: str
    state: PlaceState = "waits"
    copies: int = 0
    hung: int = 0
    taken: int = 0
    consent: bool | None = None
    first: datetime.date | None = None
    met: int = 0
    people: int = 0
    lying: int = 0


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


def place_coverage(
    entries: Iterable[LedgerEntry],
    places: Mapping[str, Place],
    unread: Iterable[str],
    first: datetime.date,
    last: datetime.date,
) -> tuple[PlaceCoverage, ...]:
    """Every place as it is at the end of *last*: those of the workspace in their order, then former ones of the ledger.

    unread: ids of places that cannot be read, which are no former ones.  first: of the period.
    """
    deeds: dict[str, list[Done]] = {}
    for one in ledger.effects(entries):
        if one.deed.place and one.deed.day <= last:
            deeds.setdefault(one.deed.place, []).append(one.deed)
    known = dict.fromkeys((*places, *unread, *deeds))
    return tuple(_place_coverage(id, places.get(id), deeds.get(id, ()), first) for id in known)


def _place_coverage(id: str, place: Place | None, deeds: Sequence[Done], first: datetime.date) -> PlaceCoverage:
    all_time, period = DeedSums.of(deeds), DeedSums.of(deed for deed in deeds if deed.day >= first)
    there, hanging = all_time.copies - all_time.taken, all_time.hung - all_time.down
    state = _state(there, hanging, all_time)
    name, kind = (place.name, place.kind) if place else (id, "")
    return PlaceCoverage(
        *(id, name, kind, state, period.copies, period.hung, period.taken),
        *(all_time.consent, period.first, period.met, period.people, there - hanging),
    )


@dataclass(slots=True)
class DeedSums:
    """What deeds come to. first: day of the first bundle."""

    copies: int = 0
    hung: int = 0
    taken: int = 0
    down: int = 0
    met: int = 0
    people: int = 0
    consent: bool | None = None
    first: datetime.date | None = None

    @classmethod
    def of(cls, deeds: Iterable[Done]) -> DeedSums:
        """The sums of *deeds*, which are in the order of their days."""
        sums = cls()
        for deed in deeds:
            sums.add(deed)
        return sums

    def add(self, deed: Done) -> None:
        """Count *deed*. Without an answer about consent the one before still counts."""
        match deed:
            case HandOver():
                self.copies += sum(one.copies for one in deed.pieces)
                self.hung += sum(one.hung for one in deed.pieces)
                self.consent = self.consent if deed.consent is None else deed.consent
                self.first = min(self.first or deed.day, deed.day)
            case TakenDown():
                self.taken += sum(one.copies for one in deed.pieces)
                self.down += sum(one.hung for one in deed.pieces)
            case HeldMeeting():
                self.met += 1
                self.people += deed.people


def _state(there: int, hanging: int, sums: DeedSums) -> PlaceState:
    if hanging > 0:
        return "hangs"
    if there > 0:
        return "lies"
    if sums.consent is False:
        return "refused"
    return "taken" if sums.first else "waits"


def monthly_figures(entries: Iterable[LedgerEntry], first: datetime.date, last: datetime.date) -> tuple[Month, ...]:
    """Every month from *first* to *last*, also those in which nothing was written down."""
    deeds = [one.deed for one in ledger.effects(entries) if first <= one.deed.day <= last]
    months = range(first.year * 12 + first.month - 1, last.year * 12 + last.month)
    return tuple(_month(datetime.date(number // 12, number % 12 + 1, 1), deeds) for number in months)


def _month(first: datetime.date, deeds: Sequence[Done]) -> Month:
    """The month that begins on *first*."""
    ours = [deed for deed in deeds if deed.day.replace(day=1) == first]
    sums = DeedSums.of(ours)
    places = {deed.place for deed in ours if isinstance(deed, HandOver) and deed.pieces}
    return Month(first, len(places), sums.copies, sums.hung, sums.taken, sums.met, sums.people)
