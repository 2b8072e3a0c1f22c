"""Which pieces are still at which places, by the ledger, and which of them are out of date."""

from __future__ import annotations

import datetime
from collections.abc import Mapping

from ulotki.content.place_search import find_places
from ulotki.content.places import Place
from ulotki.errors import say
from ulotki.frozen import dataclass
from ulotki.handout import ledger
from ulotki.handout.lines import StandingData
from ulotki.handout.recall import outdated
from ulotki.office import Outcome
from ulotki.office.bindings import unbound
from ulotki.office.facts import make_judge
from ulotki.workspace import Workspace, book


@dataclass(frozen=True, slots=True)
class HangingPiece:
    """A piece at a place. outdated: it should come down."""

    standing: ledger.Standing
    outdated: bool


@dataclass(frozen=True, slots=True)
class HangingData:
    """What is there, place by place."""

    standing: tuple[StandingData, ...]


@dataclass(frozen=True, slots=True)
class Hanging:
    """What is there, place by place. places: by id, as people call them."""

    standing: tuple[HangingPiece, ...]
    places: Mapping[str, Place]

    @property
    def data(self) -> HangingData:
        """What is there."""
        return HangingData(tuple(StandingData.of(one.standing, stale=one.outdated) for one in self.standing))


def hanging(workspace: Workspace, words: tuple[str, ...], today: datetime.date) -> Outcome[Hanging]:
    """What is at the places that *words* mean, or at all."""
    known, library = book.read(workspace.folder), workspace.library().believed(today)
    every = ledger.standings(known.entries)
    places = find_places(library.places, words or ("all",), {one.place for one in every})
    rank = {id: number for number, id in enumerate(places)}
    there = sorted((one for one in every if one.out and one.place in rank), key=lambda one: rank[one.place])
    judge = make_judge(workspace, library, today)
    old = frozenset(outdated(there, judge))
    unread = tuple(one.finding for one in judge.unread)
    found = Hanging(tuple(HangingPiece(one, one in old) for one in there), library.places)
    nothing = () if there else (say("nothing is known to be there"),)
    return Outcome(found, (*known.findings, *unread, *unbound(workspace, known.entries, judge.lying)), nothing)
