"""Reads planned meetings. One that cannot be read stops nobody who does not ask for it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from ulotki.content.meetings import VERSION, Planned
from ulotki.content.unread import Entries
from ulotki.errors import Finding, say
from ulotki.library.campaigns import HOUR
from ulotki.library.entries import entries
from ulotki.library.ids import id_fault
from ulotki.library.references import Names
from ulotki.library.shape import Reader
from ulotki.library.source import Source


def meetings(source: Source, file: Path) -> Entries[str, Planned]:
    """The meetings that *file* lists, by id, in its order. Of a newer version nothing is read."""
    document = source.document(file)
    if isinstance(document, Finding):
        return Entries({}, (document,))
    version = document.values.get("version", VERSION)
    if type(version) is not int or not 1 <= version <= VERSION:
        said = {"version": str(version), "known": VERSION}
        what = say("this file is of version {version}, and this program knows {known}", **said)
        return Entries({}, (Finding("read", what, say("take a newer program"), document.where(("version",))),))
    listed = replace(document, values={key: one for key, one in document.values.items() if key != "version"})
    return entries(listed, "meeting", _meeting, say("write [meeting.some-id]"))


def _meeting(reader: Reader, id: str, table: object) -> Planned | None:
    path = ("meeting", id)
    if complaint := id_fault(id):
        reader.fault(path, *complaint)
    one = reader.read(Planned, table, path, id=id)
    if one is not None and not HOUR.fullmatch(one.hour):
        reader.fault((*path, "hour"), say('"{value}" is not an hour', value=one.hour), say("write it as 17.00"))
    if one is not None and one.changes < 0:
        reader.fault((*path, "changes"), say("{field} cannot be less than 0", field="changes"), say("write 0 or more"))
    return one


def referred(names: Names, one: Planned) -> Iterator[Finding]:
    """Findings for a scam or a place that a meeting names and that does not exist."""
    every = {*names.scams, *names.scams.unread}
    for word in one.topics:
        if not any(id == word for id, _lang in every):
            yield names.unknown(one, "topics", "scam", word, {id for id, _lang in names.scams})
    if names.places.lost:
        return
    places = {*names.places, *names.places.unread}
    if one.place and one.place not in places:
        yield names.unknown(one, "place", "place", one.place, names.places)
    kinds = {place.kind for place in names.places.values()}
    for word in one.invite:
        if word not in {*places, *kinds, "all"}:
            yield names.unknown(one, "invite", "place", word, (*names.places, *kinds, "all"))
