"""Adds, changes and retires one place with its host."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping
from dataclasses import replace

from ulotki.content.place_search import find_place
from ulotki.errors import Finding, Refused, Trouble, Where, refused, say
from ulotki.frozen import dataclass
from ulotki.handout import ledger
from ulotki.office import Outcome
from ulotki.office.edits import refuse_changed
from ulotki.office.places.columns import PlaceField
from ulotki.office.places.files import PlaceFiles, read_places, write_places
from ulotki.office.places.rows import NEW, PlaceLine, RowComparison, RowState
from ulotki.workspace import Workspace, book


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


@dataclass(frozen=True, slots=True)
class Retired:
    """A place that was taken out. number: of the change."""

    id: str
    name: str
    number: int


def set_place(workspace: Workspace, request: PlaceRequest, today: datetime.date) -> Outcome[SavedPlace]:
    """Write a place and its host. Raises Refused with the fields that are wrong."""
    with workspace.alone("places set"):
        known = read_places(workspace)
        refuse_changed(request.seen or None, known.seen)
        if request.id in known.places.unread:
            known.places[request.id]
        typed = {key: " ".join(value.split()) for key, value in request.cells.items() if value.strip()}
        cells: dict[PlaceField, str] = {**typed, "id": request.id}
        compared = RowComparison(known.places, known.hosts, {1: NEW} if request.new else {})
        row = compared.row(1, cells)
        if compared.faults:
            raise Refused(Finding("places", one.what, one.hint, Where(field=one.field)) for one in compared.faults)
        if not request.id and row.state != "new":
            what = say("a place of this name is already there")
            raise refused("places", what, say("change that one: {id}", id=row.id), Where(field="name"))
        row, dropped = _clear_host_fields(known, request, row)
        number = write_places(workspace, known, {row.id: row.place}, {row.id: dropped}, "places set", today)
    return Outcome(SavedPlace(row, number))


def _clear_host_fields(
    known: PlaceFiles, request: PlaceRequest, row: PlaceLine
) -> tuple[PlaceLine, Mapping[str, object] | None]:
    """(the row, what changes about its host): a field that is sent empty is emptied, and an empty name removes the host."""
    host = known.hosts.get(row.id)
    if host is None:
        return row, row.host
    if "host" in request.cells and not request.cells["host"].strip():
        return replace(row, state="changed"), None
    empty = {
        key: None
        for key in ("phone", "greeting", "role", "email")
        if not request.cells.get(key, "x").strip() and getattr(host, key)
    }
    changes: dict[str, object] = {**row.host, **empty}
    return (replace(row, state="changed") if empty else row), changes


def retire_place(workspace: Workspace, word: str, today: datetime.date, seen: str = "") -> Outcome[Retired]:
    """Take a place and its host out. Raises Misused for no such place, Refused while a campaign orders for it by name.

    What still hangs there is a warning: it has to come down all the same.
    """
    with workspace.alone("places retire"):
        known = read_places(workspace)
        refuse_changed(seen or None, known.seen)
        id = find_place(known.places, word)
        name = known.places[id].name
        library = workspace.library()
        campaigns = library.campaigns.values()
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
