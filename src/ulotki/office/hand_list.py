"""A list of all places for many hand-overs at once, to be ticked by hand or in a spreadsheet."""

from __future__ import annotations

import datetime

from ulotki.edition.record import copies_by_place
from ulotki.errors import Refused, say
from ulotki.frozen import dataclass
from ulotki.library import people
from ulotki.office import Outcome
from ulotki.office.bundle import HandOverRequest
from ulotki.office.final import final_edition
from ulotki.workspace import Workspace


@dataclass(frozen=True, slots=True)
class ListedPlaces:
    """Ids of places."""

    places: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class BlankList:
    """The list to be ticked. rows: a place each, in the order of COLUMNS."""

    rows: tuple[tuple[object, ...], ...]

    @property
    def data(self) -> ListedPlaces:
        """The places on it."""
        return ListedPlaces(tuple(str(row[1]) for row in self.rows))


def blank_list(workspace: Workspace, request: HandOverRequest, today: datetime.date) -> Outcome[BlankList]:
    """The list of the places that the edition has something for. Raises Refused when hosts cannot be read."""
    library = workspace.library().believed(today)
    hosts = people(workspace.folder, library.places)
    if hosts.lost:
        raise Refused(hosts.lost)
    found = final_edition(workspace.base, library, today, request.edition, request.campaign)
    copies = copies_by_place(one.places for one in found.record.pieces)
    pieces = {id: sum(1 for one in found.record.pieces if one.ordered(id)) for id in copies}
    whom, code = {id: host.name for id, host in hosts.items()}, found.record.edition
    rows = tuple(
        ("", id, place.name, "", whom.get(id, ""), "", "", pieces[id], copies[id], code)
        for id, place in library.places.items()
        if copies.get(id)
    )
    places = say(
        "places: {count}; write x in the first column of each that got its bundle, save it, "
        "and then the same command once more",
        count=len(rows),
    )
    return Outcome(BlankList(rows), hosts.faults(copies), (places,))
