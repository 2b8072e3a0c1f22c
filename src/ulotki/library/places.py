"""Reads places and their hosts."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from pathlib import Path
from typing import get_args

from ulotki import files
from ulotki.content.order import Order, targets
from ulotki.content.people import Person
from ulotki.content.places import Place, PlaceKind
from ulotki.content.unread import Entries, Unread
from ulotki.errors import Finding, absent, closest, nearest_or_all, say
from ulotki.library.entries import entries
from ulotki.library.ids import id_fault
from ulotki.library.shape import Reader
from ulotki.library.source import Source, unreadable
from ulotki.library.toml import parse

KINDS: tuple[PlaceKind, ...] = get_args(PlaceKind)


MOST = 25_000
"""Places of one workspace: a whole voivodeship has fewer."""


def places(source: Source, file: Path) -> Entries[str, Place]:
    """The places that *file* lists, by id, in its order."""
    document = source.document(file)
    if isinstance(document, Finding):
        return Entries({}, (document,))
    listed = document.values.get("place")
    if isinstance(listed, Mapping) and len(listed) > MOST:
        what = say("{count} places are in this file", count=len(listed))
        return Entries({}, (Finding("read", what, say("write {most} at most", most=MOST), document.where(())),))
    return entries(document, "place", _place, say("write [place.some-id]"))


def _place(reader: Reader, id: str, table: object) -> Place | None:
    path = ("place", id)
    if complaint := id_fault(id):
        reader.fault(path, *complaint)
    place = reader.read(Place, table, path, id=id)
    if place is not None and place.boards < 0:
        reader.fault((*path, "boards"), say("boards cannot be less than 0"), say("write 0 or more"))
    return place


def left_out(order: Order, places: Entries[str, Place]) -> tuple[Unread, ...]:
    """The places that cannot be read and that *order* may be for: one whose kind is unknown may be of any kind."""

    def may_be(one: Unread) -> bool:
        kinds = [kind for kind in KINDS if kind == one.group] or KINDS
        return any(targets(order, {one.id: Place(name="", kind=kind, id=one.id)}) for kind in kinds)

    return tuple(one for one in places.unread.values() if may_be(one))


def people(workspace: Path, places: Entries[str, Place], more: Collection[str] = ()) -> Entries[str, Person]:
    """The hosts of *places* by id, from people.toml; none when there is no such file.

    A place that cannot be read is no fault of people.toml. more: ids that are places no longer.
    """
    path = workspace / "people.toml"
    try:
        return hosts(path, files.contents(path), places, more)
    except FileNotFoundError:
        return Entries({})
    except OSError as error:
        return Entries({}, (unreadable(path, error),))


def hosts(path: Path, data: bytes, places: Entries[str, Place], more: Collection[str] = ()) -> Entries[str, Person]:
    """The hosts in *data*, the contents of the people.toml *path*; see `people`.

    Somebody who is written under a name like that of a place without a host may be that host, so neither is known.
    """
    known = {*places, *places.unread, *more}
    document = parse(str(path), data)
    if isinstance(document, Finding):
        return Entries({}, (document,))

    def person(reader: Reader, id: str, table: object) -> Person | None:
        if id not in known and not places.lost:
            reader.fault(("person", id), absent("place", id), nearest_or_all(id, sorted(known)))
        return reader.read(Person, table, ("person", id))

    found = entries(document, "person", person, say("write [person.some-place]"))
    meant = ((closest(id, known), one) for id, one in found.unread.items() if id not in known)
    return Entries({**{id: one for id, one in meant if id}, **found.unread, **found}, found.lost)
