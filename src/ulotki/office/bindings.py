"""Whether the records of editions are those that the ledger wrote down at a hand-over."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from ulotki import files
from ulotki.edition.record import Lying
from ulotki.errors import Finding, Trouble, Where, say
from ulotki.handout.bound import unbound_records
from ulotki.handout.chain import LedgerEntry
from ulotki.workspace import Workspace, book, editions


def read_entries(workspace: Workspace) -> tuple[tuple[LedgerEntry, ...], tuple[Finding, ...]]:
    """(The entries of the ledger, findings that say why it or a part of it is missing): the records can be asked all the same."""
    try:
        found = book.read(workspace.folder)
        return found.entries, tuple(replace(one, grave=False) for one in found.findings if one.grave)
    except Trouble as trouble:
        return (), tuple(replace(one, grave=False) for one in trouble.findings)
    except OSError as error:
        what = say("the ledger cannot be read: {why}", why=files.why(error))
        return (), (Finding("ledger", what, at=Where(str(book.file(workspace.folder))), grave=False),)


def unbound(workspace: Workspace, entries: Sequence[LedgerEntry], lying: Iterable[Lying]) -> tuple[Finding, ...]:
    """Findings about the editions in *lying* whose record is not the one that the ledger wrote down at a hand-over."""
    return tuple(unbound_records(entries, lying, lambda one: editions.genuine(workspace.base / one.where, one.record)))
