"""What deeds come to, in copies, meetings and people."""

from __future__ import annotations

import datetime
from collections.abc import Iterable

from ulotki.frozen import dataclass
from ulotki.handout.deeds import Done, HandOver, HeldMeeting, TakenDown


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
