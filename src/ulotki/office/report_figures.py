"""The figures of an account, as other programs get them."""

from __future__ import annotations

import datetime

from ulotki.frozen import dataclass
from ulotki.handout.coverage import PlaceCoverage
from ulotki.handout.report import KindSums, MeetingFigures, Report
from ulotki.values import filled


@dataclass(frozen=True, slots=True)
class Consents:
    """Places by the last answer of the host."""

    yes: int
    no: int
    not_asked: int


@dataclass(frozen=True, slots=True)
class TopicFigures:
    """What pieces were about, and how many copies were given."""

    title: str
    copies: int


@dataclass(frozen=True, slots=True)
class Figures:
    """The figures of a period, from the first to the last day; see `handout.report`. lost: editions without a record.

    coverage: what became of each place.
    """

    first: datetime.date
    last: datetime.date
    ordered: int
    lost: tuple[str, ...]
    copies: int
    hung: int
    places: int
    boards: int
    coverage: tuple[PlaceCoverage, ...]
    consents: Consents
    kinds: tuple[KindSums, ...]
    meetings: tuple[MeetingFigures, ...]
    people: int
    topics: tuple[TopicFigures, ...]
    taken: int
    down: int

    @classmethod
    def of(cls, report: Report, covered: tuple[PlaceCoverage, ...]) -> Figures:
        """*report* with its sums, and what became of each place."""
        consents = Consents(report.agreed, report.refused, report.unasked)
        topics = tuple(TopicFigures(title, count) for title, count in report.topics)
        return filled(cls, report, coverage=covered, consents=consents, kinds=report.shares, topics=topics)
