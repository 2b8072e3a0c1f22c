"""Takes a place out with its host."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import replace

from ulotki.content.place_search import find_place
from ulotki.errors import Finding, Trouble, refused, say
from ulotki.frozen import dataclass
from ulotki.handout import ledger
from ulotki.office import Outcome
from ulotki.office.edits import refuse_changed
from ulotki.office.places.files import read_places, write_places
from ulotki.workspace import Workspace, book


@dataclass(frozen=True, slots=True)
class Retired:
    """A place that was taken out. number: of the change."""

    id: str
    name: str
    number: int


def retire_place(workspace: Workspace, word: str, today: datetime.date, seen: str = "") -> Outcome[Retired]:
    """Take a place and its host out. Raises Misused for no such place, Refused while a campaign orders for it by name.

    What still hangs there is a warning: it has to come down all the same.
    """
    with workspace.alone("places retire"):
        known = read_places(workspace)
        refuse_changed(seen or None, known.seen)
        id = find_place(known.places, word)
        name = known.places[id].name
        campaigns = workspace.library().campaigns.values()
        if naming := [one.id for one in campaigns if any(id in order.places for order in one.order)]:
            what = say("the campaign {campaigns} orders for {id} by name", campaigns=", ".join(naming), id=id)
            raise refused("places", what, say("take it out of the campaign first"))
        still = tuple(_still(workspace, id, name))
        hosts = {id: None} if id in known.hosts or id in known.hosts.unread else {}
        number = write_places(workspace, known, {id: None}, hosts, "places retire", today)
    return Outcome(Retired(id, name, number), still)


def _still(workspace: Workspace, id: str, name: str) -> Iterator[Finding]:
    """A warning when something still hangs at the place, or nobody can tell."""
    try:
        standing = ledger.standings(book.read(workspace.folder).entries)
    except Trouble as trouble:
        yield from (replace(one, grave=False) for one in trouble.findings)
        return
    if any(one.place == id and one.hanging for one in standing):
        what = say("something still hangs there: {name}", name=name)
        hint = say("take it down, and write that down: ulotki taken-down {id}", id=id)
        yield Finding("places", what, hint, grave=False)
