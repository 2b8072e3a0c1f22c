"""The account of a campaign for the unit: what was ordered, given, hung, said at meetings and taken down in a period.

Figures come from the ledger, and from the records what an edition holds. Nobody is named.
"""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from ulotki.content.places import Place
from ulotki.edition.record import Record, RecordEntry
from ulotki.frozen import dataclass
from ulotki.handout import ledger
from ulotki.handout.chain import LedgerEntry
from ulotki.handout.deed_sums import DeedSums
from ulotki.handout.deeds import HandOver, HeldMeeting
from ulotki.templates import templates

OTHER = "other"
"""The kind of a place that no longer exists."""


@dataclass(frozen=True, slots=True)
class KindSums:
    """What places of one kind got. boards: boards in use, at most one for each copy.  hung: copies on boards."""

    kind: str
    places: int = 0
    boards: int = 0
    copies: int = 0
    hung: int = 0


@dataclass(frozen=True, slots=True)
class MeetingFigures:
    """A meeting. topics: what they were about, in words.  place: its id, "" for any other place."""

    day: datetime.date
    group: str
    people: int
    topics: tuple[str, ...]
    place: str = ""


@dataclass(frozen=True, slots=True)
class Report:
    """The figures of a period. ordered: copies that the editions hold of which something was given; nobody knows how many were printed.

    lost: editions whose record is gone; of them what was given counts as ordered.  shares: by kind of place.
    agreed, refused, unasked: places, by their last answer.  topics: (what about, copies given), the most first.
    taken, down: copies taken away, and those of them from boards.
    """

    first: datetime.date
    last: datetime.date
    ordered: int = 0
    lost: tuple[str, ...] = ()
    shares: tuple[KindSums, ...] = ()
    agreed: int = 0
    refused: int = 0
    unasked: int = 0
    meetings: tuple[MeetingFigures, ...] = ()
    topics: tuple[tuple[str, int], ...] = ()
    taken: int = 0
    down: int = 0

    @property
    def places(self) -> int:
        """The number of places that got something."""
        return sum(share.places for share in self.shares)

    @property
    def boards(self) -> int:
        """The number of boards in use."""
        return sum(share.boards for share in self.shares)

    @property
    def copies(self) -> int:
        """The copies that were handed over."""
        return sum(share.copies for share in self.shares)

    @property
    def hung(self) -> int:
        """The copies that were hung on boards."""
        return sum(share.hung for share in self.shares)

    @property
    def people(self) -> int:
        """The people at all meetings together."""
        return sum(one.people for one in self.meetings)


def make_report(
    entries: Iterable[LedgerEntry],
    records: Sequence[Record],
    places: Mapping[str, Place],
    names: Mapping[str, str],
    first: datetime.date,
    last: datetime.date,
) -> Report:
    """The figures of the days from *first* to *last*. names: of scams, by id.  records: of editions."""
    within = (one.deed for one in ledger.effects(entries) if first <= one.deed.day <= last)
    deeds = sorted(within, key=lambda deed: deed.day)
    given = [deed for deed in deeds if isinstance(deed, HandOver)]
    got: dict[str, DeedSums] = {}
    for deed in given:
        got.setdefault(deed.place, DeedSums()).add(deed)
    total = DeedSums.of(deeds)
    ordered, lost = _ordered(given, records)
    answers = [one.consent for one in got.values()]
    return Report(
        first,
        last,
        ordered,
        lost,
        shares=tuple(_kind_figures(got, places)),
        agreed=answers.count(True),
        refused=answers.count(False),
        unasked=answers.count(None),
        meetings=tuple(
            MeetingFigures(one.day, one.group, one.people, tuple(names.get(id, id) for id in one.topics), one.place)
            for one in deeds
            if isinstance(one, HeldMeeting)
        ),
        topics=_topics(given, records, names),
        taken=total.taken,
        down=total.down,
    )


def _topics(
    given: Iterable[HandOver], records: Iterable[Record], names: Mapping[str, str]
) -> tuple[tuple[str, int], ...]:
    """(what about, copies given), the most first."""
    pieces = {file.code: file for record in records for file in record.pieces}
    copies: Counter[str] = Counter()
    for one in (one for deed in given for one in deed.pieces):
        copies[_topic(pieces.get(one.code), one.title, names)] += one.copies
    return tuple(sorted(copies.items(), key=lambda topic: (-topic[1], topic[0])))


def _ordered(given: Iterable[HandOver], records: Sequence[Record]) -> tuple[int, tuple[str, ...]]:
    """(copies that these editions hold, those whose record is gone). A piece that an edition took over counts once."""
    handed: dict[str, Counter[str]] = {}
    for deed in given:
        codes = handed.setdefault(deed.edition, Counter())
        for one in deed.pieces:
            codes[one.code] += one.copies
    known = {record.edition: record for record in records}
    copies: dict[str, int] = {}
    for edition, codes in handed.items():
        held = {file.code: file.copies for file in known[edition].pieces} if edition in known else codes
        for code, count in held.items():
            copies[code] = max(count, copies.get(code, 0))
    return sum(copies.values()), tuple(sorted(handed.keys() - known.keys()))


def _kind_figures(got: Mapping[str, DeedSums], places: Mapping[str, Place]) -> Iterator[KindSums]:
    """The sums of each kind, in the order of the workspace's places; former places come last."""
    kinds = dict.fromkeys([*(place.kind for place in places.values()), OTHER])
    for kind in kinds:
        ids = [id for id in got if (places[id].kind if id in places else OTHER) == kind]
        if ids:
            boards = sum(min(places[id].boards, got[id].hung) for id in ids if id in places)
            yield KindSums(kind, len(ids), boards, sum(got[id].copies for id in ids), sum(got[id].hung for id in ids))


def _topic(entry: RecordEntry | None, title: str, names: Mapping[str, str]) -> str:
    """What a piece is about: its scam; its own title when it is about several, or nobody knows more."""
    template = templates().get(entry.template) if entry else None
    return title if entry is None or (template and template.whole) else names.get(entry.scam, title)
