"""Reads files that consist of entries, such as [place.bank]: each is read alone, so a wrong one hides no other."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TypeVar

from ulotki.content.unread import Entries, Unread
from ulotki.errors import Finding, Say, say
from ulotki.library.document import Document
from ulotki.library.shape import Reader

V = TypeVar("V")

ReadEntry = Callable[[Reader, str, object], V | None]
"""Makes a value of the id and the table of an entry; its faults are noted in the reader."""


def entries(document: Document, kind: str, read: ReadEntry[V], hint: Say) -> Entries[str, V]:
    """The entries [kind.id] of *document* by id, in its order. hint: how the header of an entry is written.

    Entries under a misspelt *kind* are unread: they may have been meant.
    """
    found: dict[str, V | Unread] = {}
    lost: list[Finding] = []
    for key, tables in document.values.items():
        unknown = Finding("read", say('unknown key "{key}"', key=key), hint, document.where((key,)))
        if key != kind:
            ids = tables if isinstance(tables, Mapping) else (key,)
            found |= {id: Unread(kind, id, (unknown,)) for id in ids}
        elif isinstance(tables, Mapping):
            found |= {id: _entry(document, kind, id, table, read) for id, table in tables.items()}
        else:
            lost.append(unknown)
    return Entries(found, tuple(lost))


def _entry(document: Document, kind: str, id: str, table: object, read: ReadEntry[V]) -> V | Unread:
    reader = Reader(document)
    value = read(reader, id, table)
    if value is not None and not reader.findings:
        return value
    group = table.get("kind") if isinstance(table, Mapping) else None
    return Unread(kind, id, tuple(reader.findings), group if isinstance(group, str) else "")
