"""Reads the hosts of places."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from ulotki import files
from ulotki.content.people import Person
from ulotki.content.places import Place
from ulotki.content.unread import Entries
from ulotki.errors import Finding, absent, closest, nearest_or_all, say
from ulotki.library.entries import entries
from ulotki.library.shape import Reader
from ulotki.library.source import unreadable
from ulotki.library.toml import parse


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
