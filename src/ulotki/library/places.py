"""Reads places and their hosts."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from pathlib import Path
from typing import get_args

from ulotki import files
from ulotki.content.campaign import Order, Place, PlaceKind
from ulotki.content.people import Person
from ulotki.content.places import ordered
from ulotki.content.unread import Entries, Unread
from ulotki.errors import Finding, Refused, nearest, say
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
        return any(ordered(order, {one.id: Place(name="", kind=kind, id=one.id)}) for kind in kinds)

    return tuple(one for one in places.unread.values() if may_be(one))


def people(workspace: Path, places: Entries[str, Place], more: Collection[str] = ()) -> dict[str, Person]:
    """The hosts of *places* by id, from people.toml; {} when there is no such file. Raises Refused for its faults.

    A place that cannot be read is no fault of people.toml. more: ids that are places no longer.
    """
    path = workspace / "people.toml"
    try:
        data = files.contents(path)
    except FileNotFoundError:
        return {}
    except OSError as error:
        raise Refused([unreadable(path, error)]) from error
    return hosts(path, data, places, more)


def hosts(path: Path, data: bytes, places: Entries[str, Place], more: Collection[str] = ()) -> dict[str, Person]:
    """The hosts in *data*, the contents of the people.toml *path*; see `people`."""
    known = {*places, *places.unread, *more}
    document = parse(str(path), data)
    if isinstance(document, Finding):
        raise Refused([document])
    reader = Reader(document)
    found: dict[str, Person] = {}
    for key, tables in document.values.items():
        if key != "person" or not isinstance(tables, Mapping):
            reader.fault((key,), say('unknown key "{key}"', key=key), say("write [person.some-place]"))
            continue
        for id, table in tables.items():
            if id not in known and not places.lost:
                what = say('there is no {kind} "{id}"', kind=say("place"), id=id)
                hint = nearest(id, known) or say("known are: {ids}", ids=", ".join(places) or "–")
                reader.fault((key, id), what, hint)
            person = reader.read(Person, table, (key, id))
            if person is not None:
                found[id] = person
    if reader.findings:
        raise Refused(reader.findings)
    return found
