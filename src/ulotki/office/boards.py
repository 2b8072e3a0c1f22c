"""What hangs where, place by place: what must come down, what holds, and where nobody has written anything down."""

from __future__ import annotations

import datetime
from collections import Counter

from ulotki.errors import Say
from ulotki.frozen import dataclass
from ulotki.handout import ledger
from ulotki.handout.deeds import HandOver
from ulotki.handout.reasons import reason_sentence
from ulotki.handout.recall import Visit, pieces_out
from ulotki.office import Outcome
from ulotki.office.recall import RecallRequest, recall
from ulotki.office.recalled import RecallAnswer
from ulotki.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Board:
    """A place with pieces. hung: copies on boards.  copies: all.  since: the last hand-over, and entry: its number.

    reasons: why something must come down or be looked at, () when all of it holds.  certain: whether it must for certain.
    """

    place: str
    name: str
    hung: int
    copies: int
    since: datetime.date
    entry: int
    reasons: tuple[Say, ...] = ()
    certain: bool = False


@dataclass(frozen=True, slots=True)
class Boards:
    """All that is known. down: where something must come down.  good: where all holds.  empty: where nothing is, by id → name.

    begun: whether anybody has written down a hand-over at all.
    """

    answer: RecallAnswer
    down: tuple[Board, ...]
    good: tuple[Board, ...]
    empty: dict[str, str]
    begun: bool

    @property
    def visits(self) -> tuple[Visit, ...]:
        """Where somebody has to go, in the order of the round trip."""
        return self.answer.recall.down


def boards(workspace: Workspace, today: datetime.date) -> Outcome[Boards]:
    """What hangs where on a day."""
    outcome = recall(workspace, RecallRequest(), today)
    answer = outcome.value
    entries = answer.facts.entries
    there = pieces_out(entries)
    given = {
        one.deed.place: (one.deed.day, one.seq) for one in ledger.effects(entries) if isinstance(one.deed, HandOver)
    }
    wrong = {visit.place: visit for visit in answer.recall.down}
    hung, copies = Counter[str](), Counter[str]()
    for one in there:
        hung[one.place] += one.hanging
        copies[one.place] += one.there
    found = [
        Board(id, answer.names[id], hung[id], copies[id], *given.get(id, (today, 0)), *_why(wrong.get(id), answer.day))
        for id in dict.fromkeys(one.place for one in there)
    ]
    order = {visit.place: number for number, visit in enumerate(answer.recall.down)}
    down = sorted((one for one in found if one.reasons), key=lambda one: order[one.place])
    places = {one.place for one in found}
    empty = {id: name for id, name in answer.names.items() if id not in places}
    good = tuple(one for one in found if not one.reasons)
    return Outcome(Boards(answer, tuple(down), good, empty, bool(given)), outcome.findings, outcome.asides)


def _why(visit: Visit | None, day: datetime.date) -> tuple[tuple[Say, ...], bool]:
    if visit is None:
        return (), False
    reasons = {
        str(said): said for one in visit.wrong for reason in one.reasons if (said := reason_sentence(reason, day))
    }
    return tuple(reasons.values()), any(one.certain for one in visit.wrong)
