"""Exports places and hosts as a spreadsheet. Importing that again changes nothing."""

from __future__ import annotations

from collections.abc import Callable

from ulotki.documents.table import csv_table
from ulotki.documents.workbook import workbook
from ulotki.errors import Say, say
from ulotki.frozen import dataclass
from ulotki.office import Outcome
from ulotki.office.places.columns import FIELDS, HEADS, HOST, KINDS, PlaceField
from ulotki.office.places.files import PlaceFiles, read_places
from ulotki.workspace import Workspace


@dataclass(frozen=True, slots=True)
class PlaceTableData:
    """How many places, and how many hosts."""

    places: int
    hosts: int


@dataclass(frozen=True, slots=True)
class PlaceTable:
    """A spreadsheet, and what is in it."""

    file: bytes
    data: PlaceTableData


def export_places(
    workspace: Workspace, ending: str, told: Callable[[Say], str], *, hosts: bool = True
) -> Outcome[PlaceTable]:
    """All places as the kind of file that *ending* asks for. told: translates heads and kinds.  hosts: with people."""
    known = read_places(workspace)
    people = len(known.hosts) if hosts else 0
    asides = (say("names and telephones are in it: keep it as you keep people.toml"),) if people else ()
    unread = (*known.places.faults(), *(known.hosts.faults() if hosts else ()))
    counts = PlaceTableData(len(known.places), people)
    return Outcome(PlaceTable(places_sheet(known, ending, told, hosts=hosts), counts), unread, asides)


def places_sheet(known: PlaceFiles, ending: str, told: Callable[[Say], str], *, hosts: bool = True) -> bytes:
    """What there is as a spreadsheet; see `export_places`."""
    columns = [one for one in FIELDS if hosts or one not in HOST]
    rows = [[_cell(known, id, key, told) for key in columns] for id in known.places]
    heads = [told(HEADS[key]) for key in columns]
    return csv_table(heads, rows) if ending == ".csv" else workbook(told(say("places")), heads, rows)


def _cell(known: PlaceFiles, id: str, key: PlaceField, told: Callable[[Say], str]) -> object:
    place, host = known.places[id], known.hosts.get(id)
    if key in HOST:
        return getattr(host, "name" if key == "host" else key) if host else ""
    return told(KINDS[place.kind]) if key == "kind" else getattr(place, key)
