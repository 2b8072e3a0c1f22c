"""What became of each place by a day: whether a warning hangs there, what its host did for it, and in which month."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping, Sequence
from typing import Literal

from ulotki.content.places import Place
from ulotki.frozen import dataclass
from ulotki.handout import ledger
from ulotki.handout.chain import LedgerEntry
from ulotki.handout.deed_sums import DeedSums
from ulotki.handout.deeds import Activity

PlaceState = Literal["hangs", "lies", "taken", "refused", "waits"]
"""Something hangs; nothing hangs but something lies; all was taken away; the host said no; nothing was written down."""

WARNED: frozenset[PlaceState] = frozenset({"hangs", "lies"})


@dataclass(frozen=True, slots=True)
class PlaceCoverage:
    """A place, as the ledger knows it. kind: "" of a former place.

    At the end of the period: state; lying, copies that are there and hang nowhere.  Of the period alone: copies, hung,
    handed over; taken, away again; first, day of its first bundle, None for none; met, people, meetings at the place and
    how many came.  consent: the last answer, None when nobody asked.
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
    deeds: dict[str, list[Activity]] = {}
    for one in ledger.effects(entries):
        if one.deed.place and one.deed.day <= last:
            deeds.setdefault(one.deed.place, []).append(one.deed)
    known = dict.fromkeys((*places, *unread, *deeds))
    return tuple(_place_coverage(id, places.get(id), deeds.get(id, ()), first) for id in known)


def _place_coverage(id: str, place: Place | None, deeds: Sequence[Activity], first: datetime.date) -> PlaceCoverage:
    all_time, period = DeedSums.of(deeds), DeedSums.of(deed for deed in deeds if deed.day >= first)
    there, hanging = all_time.copies - all_time.taken, all_time.hung - all_time.down
    name, kind = (place.name, place.kind) if place else (id, "")
    return PlaceCoverage(
        *(id, name, kind, _state(there, hanging, all_time), period.copies, period.hung, period.taken),
        *(all_time.consent, period.first, period.met, period.people, there - hanging),
    )


def _state(there: int, hanging: int, sums: DeedSums) -> PlaceState:
    if hanging > 0:
        return "hangs"
    if there > 0:
        return "lies"
    if sums.consent is False:
        return "refused"
    return "taken" if sums.first else "waits"
