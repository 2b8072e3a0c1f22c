"""places.toml and people.toml as they are, and changed together."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import replace

from ulotki.content.people import Person
from ulotki.content.places import Place
from ulotki.content.unread import Entries
from ulotki.errors import Refused, Where
from ulotki.frozen import dataclass
from ulotki.library import tables
from ulotki.library.people import hosts as read_hosts
from ulotki.workspace import Workspace
from ulotki.workspace.history import Edit

PLACES, PEOPLE = "places.toml", "people.toml"


@dataclass(frozen=True, slots=True)
class PlaceFiles:
    """The files as they are, and what they say."""

    places: Entries[str, Place]
    hosts: Entries[str, Person]
    files: Mapping[str, bytes | None]

    @property
    def seen(self) -> str:
        """A digest of both files."""
        return tables.digest(repr(sorted(self.files.items())).encode())


def read_places(workspace: Workspace) -> PlaceFiles:
    """The places and hosts of *workspace*. Raises Refused when a file cannot be read as a whole."""
    files = {name: workspace.contents(name) for name in (PLACES, PEOPLE)}
    places = workspace.library().places
    hosts = _hosts(workspace, files[PEOPLE], places)
    if lost := (*places.lost, *hosts.lost):
        raise Refused(lost)
    return PlaceFiles(places, hosts, files)


Changes = Mapping[str, Mapping[str, object] | None]
"""Changes of entries of a file, by id; None removes one."""


def write_places(
    workspace: Workspace, known: PlaceFiles, places: Changes, hosts: Changes, doing: str, today: datetime.date
) -> int:
    """Write both files or none. Returns the number of the change. Raises Refused for what cannot be read then."""
    edits = []
    for name, kind, changes in ((PLACES, "place", places), (PEOPLE, "person", hosts)):
        wanted = {id: change for id, change in changes.items() if change is None or change}
        before = known.files[name]
        after = tables.edit_entries((before or b"").decode("utf-8"), kind, wanted).encode() if wanted else before
        edits.append(Edit(name, before, after))
    _refuse_unreadable(workspace, edits)
    return workspace.change(edits, doing, today)


def _refuse_unreadable(workspace: Workspace, edits: list[Edit]) -> None:
    """Raises Refused when places or hosts would have faults that they do not have now."""
    old = {(one.at.field, str(one.what)) for one in workspace.library().findings}
    library = workspace.library(instead={workspace.folder / PLACES: edits[0].after or b""})
    now = [one for one in library.findings if one.at.file.endswith(PLACES)]
    if new := [one for one in now if (one.at.field, str(one.what)) not in old]:
        raise Refused([replace(one, at=Where(field=one.at.field)) for one in new])
    before, after = (_hosts(workspace, data, library.places).faults() for data in (edits[1].before, edits[1].after))
    known = {(one.at.field, str(one.what)) for one in before}
    if worse := [one for one in after if (one.at.field, str(one.what)) not in known]:
        raise Refused(worse)


def _hosts(workspace: Workspace, data: bytes | None, places: Entries[str, Place]) -> Entries[str, Person]:
    return Entries({}) if data is None else read_hosts(workspace.folder / PEOPLE, data, places)
