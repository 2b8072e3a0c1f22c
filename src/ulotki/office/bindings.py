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
    """(the entries of the ledger, why it cannot be read): that stops nobody who asks the records."""
    try:
        return book.read(workspace.folder).entries, ()
    except Trouble as trouble:
        return (), tuple(replace(one, grave=False) for one in trouble.findings)
    except OSError as error:
        what = say("the ledger cannot be read: {why}", why=files.why(error))
        return (), (Finding("ledger", what, at=Where(str(book.file(workspace.folder))), grave=False),)


def unbound(workspace: Workspace, entries: Sequence[LedgerEntry], lying: Iterable[Lying]) -> tuple[Finding, ...]:
    """The editions of *lying* whose record is not the one that was handed over, by the ledger."""
    return tuple(unbound_records(entries, lying, lambda one: editions.genuine(workspace.base / one.where, one.record)))
