"""What hangs where, place by place: what must come down, what holds, and where nobody has written anything down."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Sequence

from ulotki.errors import Say
from ulotki.frozen import dataclass
from ulotki.handout import ledger
from ulotki.handout.deeds import HandOver
from ulotki.handout.reasons import reason_sentence
from ulotki.handout.recall import WrongPiece, pieces_out
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


def boards(workspace: Workspace, today: datetime.date) -> Outcome[Boards]:
    """What hangs where on a day."""
    outcome = recall(workspace, RecallRequest(), today)
    answer = outcome.value
    entries = answer.facts.entries
    given = {
        one.deed.place: (one.deed.day, one.seq) for one in ledger.effects(entries) if isinstance(one.deed, HandOver)
    }
    wrong = {visit.place: visit.wrong for visit in answer.recall.down}
    hung, copies = Counter[str](), Counter[str]()
    for one in pieces_out(entries):
        hung[one.place] += one.hanging
        copies[one.place] += one.there
    found: dict[str, Board] = {}
    for id, total in copies.items():
        why = _why(wrong.get(id, ()), answer.day)
        found[id] = Board(id, answer.names[id], hung[id], total, *given.get(id, (today, 0)), *why)
    down = tuple(found[id] for id in wrong if id in found and found[id].reasons)
    good = tuple(one for one in found.values() if not one.reasons)
    empty = {id: name for id, name in answer.names.items() if id not in found}
    return Outcome(Boards(answer, down, good, empty, bool(given)), outcome.findings, outcome.asides)


def _why(wrong: Sequence[WrongPiece], day: datetime.date) -> tuple[tuple[Say, ...], bool]:
    reasons = {str(said): said for one in wrong for reason in one.reasons if (said := reason_sentence(reason, day))}
    return tuple(reasons.values()), any(one.certain for one in wrong)
