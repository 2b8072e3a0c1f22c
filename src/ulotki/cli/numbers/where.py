"""`ulotki numbers where`: on which pieces a value stands."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from pathlib import Path

from ulotki.cli import options
from ulotki.cli.numbers.which import which
from ulotki.cli.sentences import plain, translate
from ulotki.cli.talk import Talk
from ulotki.content.state import State
from ulotki.errors import Say, say
from ulotki.handout.ledger import Standing
from ulotki.office.numbers import where as office
from ulotki.workspace import Workspace


@which
@options.out
@options.on
def where(talk: Talk, ours: Workspace, id: str, day: datetime.date | None) -> None:
    """Say on which pieces a value stands: of which editions, for whom, and where they are by the ledger."""
    outcome = office.where(ours, office.WhereRequest(id, day), options.today())
    found = outcome.value
    talk.result(*_lines(found))
    if not found.carriers:
        nowhere = say("{ref} stands on no piece of any edition", ref=found.sought)
        torn = say("{ref} stands on no piece of the editions that can be read", ref=found.sought)
        talk.result(torn if outcome.findings else nowhere)
    talk.outcome(outcome)


def _lines(found: office.ValueUses) -> Iterator[str | Say]:
    """What a terminal shows: a line for each piece with its places, a sum for each edition, what is out by the ledger."""
    for one in found.carriers:
        yield _carrier(one)
        if one.places:
            yield "    " + ", ".join(f"{plain(found.names[id])} {copies}" for id, copies in one.places)
    for edition in found.editions:
        yield say(
            "{campaign} {edition}: pieces {pieces}, places {places}, copies {copies}",
            campaign=edition.campaign,
            edition=edition.folder.name,
            pieces=edition.pieces,
            places=edition.places,
            copies=edition.copies,
        )
    if found.out:
        yield say("by the ledger it is at these places:")
    yield from (f"  {translate(_standing(one, found))}" for one in found.out)


def _standing(one: Standing, found: office.ValueUses) -> Say:
    """A piece that is at a place by the ledger."""
    return say(
        "{place} ({id}): {code}, copies {copies}, on boards {hung}",
        place=found.names[one.place],
        id=one.place,
        code=one.code,
        copies=one.there,
        hung=one.hanging,
    )


def _carrier(one: office.Carrier) -> Say:
    """A piece on which the value stands, and whether it still holds."""
    if one.current and one.state in (None, State.GOOD):
        verdict = say("still in the register")
    elif one.current and one.state:
        verdict = say("still in the register, but {state}", state=say(one.state.value))
    elif one.good:
        verdict = say("out of date, now {value}", value=", ".join(one.good))
    else:
        verdict = say("out of date, and the register has none that is good now")
    return say(
        "{campaign} {edition} {piece}: {value} ({verdict}), places {places}, copies {copies}",
        campaign=one.campaign,
        edition=Path(one.folder).name,
        piece=one.piece,
        value=", ".join(one.values),
        verdict=verdict,
        places=len(one.places),
        copies=one.copies,
    )
