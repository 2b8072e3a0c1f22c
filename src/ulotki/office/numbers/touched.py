"""What a change of a value would affect: the pieces to make again, and the places with the old ones."""

from __future__ import annotations

import datetime

from ulotki.content.value import SECOND, Value
from ulotki.edition.record import RecordEntry
from ulotki.frozen import dataclass
from ulotki.handout.ledger import Standing
from ulotki.handout.recall import pieces_out
from ulotki.office import Outcome
from ulotki.office.facts import gather_facts
from ulotki.office.sums import count_sheets
from ulotki.workspace import Workspace


@dataclass(frozen=True, slots=True)
class TouchedPlace:
    """A place with pieces that carry the value. hung: copies on boards.  copies: all of them."""

    place: str
    name: str
    hung: int
    copies: int


@dataclass(frozen=True, slots=True)
class Touched:
    """What carries a value. value: as the register has it.  pieces: of the newest editions.  places: by the ledger.

    sheets: of paper that making all these pieces anew takes.
    """

    value: Value
    pieces: tuple[RecordEntry, ...]
    places: tuple[TouchedPlace, ...]
    sheets: int

    @property
    def hung(self) -> int:
        """Copies on boards."""
        return sum(one.hung for one in self.places)

    @property
    def copies(self) -> int:
        """Copies at places."""
        return sum(one.copies for one in self.places)


def find_touched(workspace: Workspace, ref: str, today: datetime.date) -> Outcome[Touched]:
    """What carries the value *ref*. Raises Refused when the register cannot be read."""
    known = gather_facts(workspace, today, today)
    newest = [one for record in known.judge.newest.values() for one in record.pieces]
    pieces = tuple(one for one in newest if _carries(one, ref))
    out = pieces_out(known.entries)
    ours = [one for one in out if (entry := known.judge.piece(one.code).entry) and _carries(entry, ref)]
    names = known.place_names
    places = tuple(_there(id, names[id], ours) for id in dict.fromkeys(one.place for one in ours))
    paper = sum(count_sheets(one.template, one.format, one.pages, one.copies) for one in pieces)
    return Outcome(Touched(known.library.register.values[ref], pieces, places, paper), known.findings)


def _carries(entry: RecordEntry, ref: str) -> bool:
    return any(text and known.removesuffix(SECOND) == ref for known, text in entry.values.items())


def _there(place: str, name: str, out: list[Standing]) -> TouchedPlace:
    mine = [one for one in out if one.place == place]
    return TouchedPlace(place, name, sum(one.hanging for one in mine), sum(one.there for one in mine))
