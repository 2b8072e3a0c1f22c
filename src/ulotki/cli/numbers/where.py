"""`ulotki numbers where`: on which pieces a value stands."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ulotki.cli import options
from ulotki.cli.numbers.which import which
from ulotki.cli.options import needed
from ulotki.cli.talk import Talk, as_data, plain, told
from ulotki.content.register import State
from ulotki.errors import Say, say
from ulotki.workspace import Workspace

if TYPE_CHECKING:
    from ulotki.handout.ledger import Standing
    from ulotki.office.numbers.where import Carrier, Where


@which
@options.out
@options.on
def where(talk: Talk, workspace: Path | None, id: str, out: Path | None, day: datetime.date | None) -> None:
    """Say on which pieces a value stands: of which editions, for whom, and where they are by the ledger."""
    from ulotki.office.numbers.where import Request
    from ulotki.office.numbers.where import where as seeking

    place = Workspace.at(needed(workspace), out)
    outcome = seeking(place, Request(id, day), options.today())
    found = outcome.value
    for line in _lines(found):
        talk.result(line)
    if not found.carriers:
        nowhere = say("{ref} stands on no piece of any edition", ref=found.sought)
        torn = say("{ref} stands on no piece of the editions that can be read", ref=found.sought)
        talk.result(told(torn if outcome.findings else nowhere))
    talk.outcome(
        "numbers.where",
        outcome,
        ref=found.sought,
        value=found.value.value if found.value else None,
        state=found.value.on(found.day)[0].state(found.day) if found.value else None,
        pieces=[_row(one, found, place.base) for one in found.carriers],
        editions=list(_sums(found, place.base)),
        out=[
            {
                "place": one.place,
                "name": _named(found, one.place),
                "code": one.code,
                "copies": one.there,
                "hung": one.hanging,
            }
            for one in found.out
        ],
        findings=[as_data(finding) for finding in outcome.findings],
    )


def _lines(found: Where) -> Iterator[str]:
    """What a terminal shows: a line for each piece with its places, a sum for each edition, what is out by the ledger."""
    for one in found.carriers:
        yield told(_stands(one))
        if one.places:
            yield "    " + ", ".join(f"{plain(_named(found, id))} {copies}" for id, copies in one.places)
    for edition in _sums(found, Path()):
        yield told(
            say(
                "{campaign} {edition}: pieces {pieces}, places {places}, copies {copies}",
                **{**edition, "edition": Path(edition["folder"]).name},
            )
        )
    if found.out:
        yield told(say("by the ledger it is at these places:"))
    yield from (f"  {_stands_there(one, found)}" for one in found.out)


def _stands_there(one: Standing, found: Where) -> str:
    what = say(
        "{place} ({id}): {code}, copies {copies}, on boards {hung}",
        place=_named(found, one.place),
        id=one.place,
        code=one.code,
        copies=one.there,
        hung=one.hanging,
    )
    return told(what)


def _named(found: Where, place: str) -> str:
    return found.names.get(place, place)


def _sums(found: Where, base: Path) -> Iterator[dict[str, Any]]:
    """For each edition how many pieces, places and copies."""
    for (campaign, folder, code), rows in groupby(
        found.carriers, key=lambda one: (one.campaign, one.folder, one.edition)
    ):
        ours = list(rows)
        yield {
            "campaign": campaign,
            "folder": str(base / folder),
            "edition": code,
            "pieces": len(ours),
            "places": len({place for one in ours for place, _copies in one.places}),
            "copies": sum(one.copies for one in ours),
        }


def _row(one: Carrier, found: Where, base: Path) -> dict[str, object]:
    return {
        "campaign": one.campaign,
        "folder": str(base / one.folder),
        "edition": one.edition,
        "piece": one.piece,
        "code": one.code,
        "values": list(one.values),
        "current": one.current,
        "state": one.state,
        "now": list(one.now),
        "places": [{"id": id, "name": _named(found, id), "copies": copies} for id, copies in one.places],
        "copies": one.copies,
    }


def _stands(one: Carrier) -> Say:
    """A piece in words."""
    if one.current and one.state in (None, State.GOOD):
        verdict = say("still in the register")
    elif one.current and one.state:
        verdict = say("still in the register, but {state}", state=say(one.state.value))
    elif one.now:
        verdict = say("out of date, now {value}", value=", ".join(one.now))
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
