"""Adds or changes one place with its host."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import replace

from ulotki.errors import Finding, Refused, Where, refused, say
from ulotki.frozen import dataclass
from ulotki.office import Outcome
from ulotki.office.edits import refuse_changed
from ulotki.office.places.columns import HOST, PlaceField
from ulotki.office.places.files import PlaceFiles, read_places, write_places
from ulotki.office.places.rows import NEW, PlaceLine, RowComparison, RowState
from ulotki.workspace import Workspace


@dataclass(frozen=True, slots=True)
class PlaceRequest:
    """A place as it is typed, by field. id: of the place that is changed, "" for a new one.  seen: see `PlaceFiles.seen`.

    new: it is another place, although one of nearly that name is there.
    """

    cells: Mapping[PlaceField, str]
    id: str = ""
    new: bool = False
    seen: str = ""


@dataclass(frozen=True, slots=True)
class SavedPlaceData:
    """What became of a place. change: its number, 0 when nothing was to be written."""

    id: str
    state: RowState
    change: int


@dataclass(frozen=True, slots=True)
class SavedPlace:
    """What became of a place. number: of the change, 0 when nothing was to be written."""

    row: PlaceLine
    number: int

    @property
    def data(self) -> SavedPlaceData:
        """The place, and what became of it."""
        return SavedPlaceData(self.row.id, self.row.state, self.number)


def set_place(workspace: Workspace, request: PlaceRequest, today: datetime.date) -> Outcome[SavedPlace]:
    """Write a place and its host. Raises Refused with the fields that are wrong."""
    with workspace.alone("places set"):
        known = read_places(workspace)
        refuse_changed(request.seen or None, known.seen)
        if request.id in known.places.unread:
            known.places[request.id]
        typed = {key: " ".join(value.split()) for key, value in request.cells.items() if value.strip()}
        compared = RowComparison(known.places, known.hosts, {1: NEW} if request.new else {})
        row = compared.row(1, {**typed, "id": request.id})
        if compared.faults:
            raise Refused(Finding("places", one.what, one.hint, Where(field=one.field)) for one in compared.faults)
        if not request.id and row.state != "new":
            what = say("a place of this name is already there")
            raise refused("places", what, say("change that one: {id}", id=row.id), Where(field="name"))
        host = _host_changes(known, request, row)
        number = write_places(workspace, known, {row.id: row.place}, {row.id: host}, "places set", today)
    return Outcome(SavedPlace(row if host == row.host else replace(row, state="changed"), number))


def _host_changes(known: PlaceFiles, request: PlaceRequest, row: PlaceLine) -> Mapping[str, object] | None:
    """What changes about the host: a field that is sent empty is emptied, and an empty name removes the host."""
    host = known.hosts.get(row.id)
    if host is None:
        return row.host
    if not request.cells.get("host", "x").strip():
        return None
    empty = [key for key in HOST if key not in ("host", "form") and not request.cells.get(key, "x").strip()]
    return {**row.host, **{key: None for key in empty if getattr(host, key)}}
