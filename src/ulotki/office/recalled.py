"""What a recall answers: where to go, as rows for a spreadsheet, and as data for other programs."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping

from ulotki.content.people import Person
from ulotki.content.state import State
from ulotki.content.unread import Entries
from ulotki.documents.table import csv_table
from ulotki.edition.days import turned_values
from ulotki.errors import Say, say
from ulotki.frozen import dataclass
from ulotki.handout.reasons import Cause, Reason, reason_sentence
from ulotki.handout.recall import Recall, RecallQuestion, Visit, WrongPiece
from ulotki.handout.truth import Verdict, mended_pieces
from ulotki.office.facts import Facts, PlaceNames
from ulotki.values import filled


@dataclass(frozen=True, slots=True)
class ReasonData:
    """Why a piece must come down. ref, stood, now, state: of a value on it, as it stands there and as it is now.

    code: of the edition that is recalled.  what: the sentence that says it.
    """

    cause: Cause
    ref: str | None
    stood: str | None
    now: str | None
    state: State | None
    until: datetime.date | None
    code: str | None
    what: Say

    @classmethod
    def of(cls, reason: Reason, day: datetime.date) -> ReasonData:
        """*reason* as data."""
        one = reason.value
        ref, stood, now, state = (one.ref, one.stood, one.says or None, one.state) if one else (None,) * 4
        until, code = reason.until, reason.edition or None
        return cls(reason.cause, ref, stood, now, state, until, code, reason_sentence(reason, day))


@dataclass(frozen=True, slots=True)
class BringData:
    """A piece to bring in the place of another."""

    code: str
    copies: int


@dataclass(frozen=True, slots=True)
class RecallPieceData:
    """A piece at a place. known: whether a record that can be read has it.  newer: codes of what took its place.

    awaited: whether a build would make what is to be brought.
    """

    code: str
    name: str
    title: str
    campaign: str
    edition: str
    copies: int
    hung: int
    known: bool
    verdict: Verdict
    newer: tuple[str, ...]
    reasons: tuple[ReasonData, ...]
    bring: BringData | None
    awaited: bool

    @classmethod
    def of(cls, one: WrongPiece, day: datetime.date) -> RecallPieceData:
        """*one* as data."""
        standing, bring = one.standing, one.bring
        return filled(
            cls,
            standing,
            copies=standing.there,
            hung=standing.hanging,
            known=one.entry is not None,
            verdict=one.judgment.verdict,
            newer=tuple(newer.code for newer in one.judgment.newer),
            reasons=tuple(ReasonData.of(reason, day) for reason in one.reasons),
            bring=BringData(bring.code, bring.copies) if bring else None,
            awaited=one.awaited,
        )


@dataclass(frozen=True, slots=True)
class VisitData:
    """A place to go to. known: whether the workspace still has it.  host, phone: None unless people are asked for."""

    id: str
    name: str
    known: bool
    copies: int
    hung: int
    pieces: tuple[RecallPieceData, ...]
    host: str | None
    phone: str | None


@dataclass(frozen=True, slots=True)
class RecallData:
    """What is to be done. asked: for which values, editions or days.  built: whether any edition was made.

    places: where something must come down.  stays: what may stay though a newer one exists.  unwritten: what was ordered
    while nothing was written down.  copies, hung: to take down, in all and from boards.
    """

    asked: tuple[str, ...]
    day: datetime.date
    built: bool
    places: tuple[VisitData, ...]
    stays: tuple[VisitData, ...]
    unwritten: tuple[VisitData, ...]
    copies: int
    hung: int


@dataclass(frozen=True, slots=True)
class RecallAnswer:
    """What is to be done on a day. names: of places, by id.  hosts: of them, by place.  ask: the question.

    words: the question as it was typed.  people: whether the data names hosts.
    """

    day: datetime.date
    ask: RecallQuestion
    recall: Recall
    names: PlaceNames
    hosts: Entries[str, Person]
    facts: Facts
    words: tuple[str, ...] = ()
    people: bool = False

    @property
    def built(self) -> bool:
        """Whether any edition was made, also one that cannot be read."""
        judge = self.facts.judge
        return bool(judge.unread) or any(not edition.draft for edition in judge.editions)

    @property
    def to_build(self) -> tuple[str, ...]:
        """The campaigns, by id, of which nothing can be brought until they are made anew: a value has turned, or a text."""
        pieces = [one for visit in self.recall.down for one in visit.wrong if one.certain and one.bring is None]
        return tuple(id for id in dict.fromkeys(one.standing.campaign for one in pieces) if self._another(id))

    def _another(self, id: str) -> bool:
        library, record = self.facts.library, self.facts.judge.newest.get(id)
        campaign = library.campaigns.get(id)
        if record is None or campaign is None:
            return False
        turned = turned_values(record, campaign, library, self.day)
        return all(one.holds for one in turned) and bool(turned or mended_pieces(record, library))

    @property
    def data(self) -> RecallData:
        """What other programs get."""
        hosts, found = self.hosts if self.people else {}, self.recall
        return RecallData(
            asked=self.words,
            day=self.day,
            built=self.built,
            places=tuple(self._visit(visit, hosts) for visit in found.down),
            stays=tuple(self._visit(visit, {}) for visit in found.stays),
            unwritten=tuple(self._visit(visit, hosts) for visit in found.unwritten),
            copies=sum(visit.copies for visit in found.down),
            hung=sum(visit.hung for visit in found.down),
        )

    def _visit(self, visit: Visit, hosts: Mapping[str, Person]) -> VisitData:
        pieces = tuple(RecallPieceData.of(one, self.day) for one in visit.wrong)
        host = hosts.get(visit.place)
        whom = (host.name, host.phone) if host else (None, None)
        known = visit.place in self.names
        return VisitData(visit.place, self.names[visit.place], known, visit.copies, visit.hung, pieces, *whom)


HEADS = (
    *(say("place id"), say("place name"), say("code"), say("piece"), say("copies"), say("on boards")),
    *(say("edition"), say("until"), say("why"), say("bring"), say("copies to bring"), say("host"), say("telephone")),
)


def sheet(answer: RecallAnswer, tell: Callable[[Say], str]) -> bytes:
    """A spreadsheet with a row for each piece at each place, in the words of *tell*."""
    rows: list[tuple[object, ...]] = []
    for visit in (*answer.recall.down, *answer.recall.unwritten):
        host = answer.hosts.get(visit.place)
        who = (host.name, host.phone) if host else ("", "")
        place = (visit.place, answer.names[visit.place])
        for one in visit.wrong:
            standing, bring = one.standing, one.bring
            piece = (standing.code, standing.title, standing.there, standing.hanging, standing.edition, standing.until)
            why = "; ".join(tell(reason_sentence(reason, answer.day)) for reason in one.reasons)
            rows.append((*place, *piece, why, *((bring.code, bring.copies) if bring else ("", "")), *who))
        if not visit.wrong:
            rows.append((*place, *[""] * 9, *who))
    return csv_table(map(tell, HEADS), rows)
