"""Reads places and their hosts."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from pathlib import Path
from typing import get_args

from ulotki import files
from ulotki.content.campaign import Order, Place, PlaceKind
from ulotki.content.people import Person
from ulotki.content.places import targets
from ulotki.content.unread import Entries, Unread
from ulotki.errors import Finding, absent, closest, nearest_or_all, say
from ulotki.library.shape import Reader, id_fault
from ulotki.library.source import Source, unreadable
from ulotki.library.toml import Document, parse

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
    found: dict[str, Place | Unread] = {}
    lost: list[Finding] = []
    for key, tables in document.values.items():
        unknown = Finding(
            "read", say('unknown key "{key}"', key=key), say("write [place.some-id]"), document.where((key,))
        )
        match key, tables:
            case "place", Mapping():
                found |= {id: _place(document, id, table) for id, table in tables.items()}
            case "place", _:
                lost.append(unknown)
            case _:
                ids = tables if isinstance(tables, Mapping) else (key,)
                found |= {id: Unread("place", id, (unknown,)) for id in ids}
    return Entries(found, tuple(lost))


def _place(document: Document, id: str, table: object) -> Place | Unread:
    reader = Reader(document)
    path = ("place", id)
    if complaint := id_fault(id):
        reader.fault(path, *complaint)
    place = reader.read(Place, table, path, id=id)
    if place is not None and place.boards < 0:
        reader.fault((*path, "boards"), say("boards cannot be less than 0"), say("write 0 or more"))
    if place is not None and not reader.findings:
        return place
    kind = table.get("kind") if isinstance(table, Mapping) else None
    return Unread("place", id, tuple(reader.findings), kind if isinstance(kind, str) else "")


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
    found: dict[str, Person | Unread] = {}
    lost: list[Finding] = []
    for key, tables in document.values.items():
        unknown = Finding(
            "read", say('unknown key "{key}"', key=key), say("write [person.some-place]"), document.where((key,))
        )
        match key, tables:
            case "person", Mapping():
                found |= {
                    id: _person(document, id, table, None if places.lost else known) for id, table in tables.items()
                }
            case "person", _:
                lost.append(unknown)
            case _:
                ids = tables if isinstance(tables, Mapping) else (key,)
                found |= {id: Unread("person", id, (unknown,)) for id in ids}
    meant = ((closest(id, known), one) for id, one in found.items() if isinstance(one, Unread) and id not in known)
    return Entries({**{id: one for id, one in meant if id}, **found}, tuple(lost))


def _person(document: Document, id: str, table: object, known: Collection[str] | None) -> Person | Unread:
    """known: the ids of places, None when nobody knows them."""
    reader = Reader(document)
    if known is not None and id not in known:
        reader.fault(("person", id), absent("place", id), nearest_or_all(id, sorted(known)))
    person = reader.read(Person, table, ("person", id))
    return person if person is not None and not reader.findings else Unread("person", id, tuple(reader.findings))
