"""Reads places, and says which unreadable ones an order may be for."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import get_args

from ulotki.content.order import Order, targets
from ulotki.content.places import Place, PlaceKind
from ulotki.content.unread import Entries, Unread
from ulotki.errors import Finding, say
from ulotki.library.entries import entries
from ulotki.library.ids import id_fault
from ulotki.library.shape import Reader
from ulotki.library.source import Source

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
