"""What deeds come to, in copies, meetings and people: in all, and in each month of a period."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence

from ulotki.frozen import dataclass
from ulotki.handout import ledger
from ulotki.handout.chain import LedgerEntry
from ulotki.handout.deeds import Activity, HandOver, HeldMeeting, TakenDown


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
    def of(cls, deeds: Iterable[Activity]) -> DeedSums:
        """The sums of *deeds*, which are in the order of their days."""
        sums = cls()
        for deed in deeds:
            sums.add(deed)
        return sums

    def add(self, deed: Activity) -> None:
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


def monthly_figures(entries: Iterable[LedgerEntry], first: datetime.date, last: datetime.date) -> tuple[Month, ...]:
    """Every month from *first* to *last*, also those in which nothing was written down."""
    deeds = [one.deed for one in ledger.effects(entries) if first <= one.deed.day <= last]
    months = range(first.year * 12 + first.month - 1, last.year * 12 + last.month)
    return tuple(_month(datetime.date(number // 12, number % 12 + 1, 1), deeds) for number in months)


def _month(first: datetime.date, deeds: Sequence[Activity]) -> Month:
    ours = [deed for deed in deeds if deed.day.replace(day=1) == first]
    sums = DeedSums.of(ours)
    places = {deed.place for deed in ours if isinstance(deed, HandOver) and deed.pieces}
    return Month(first, len(places), sums.copies, sums.hung, sums.taken, sums.met, sums.people)
