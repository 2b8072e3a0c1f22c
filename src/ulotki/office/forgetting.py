"""Deletes what the ledger keeps of people, for good."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from pathlib import Path

from ulotki import files
from ulotki.errors import misused, pick, say
from ulotki.frozen import dataclass
from ulotki.handout.deeds import Forgotten, Personal
from ulotki.office import Outcome
from ulotki.office.ledger_copy import ledger_file
from ulotki.office.ledger_lines import LedgerLine, ledger_lines
from ulotki.workspace import Workspace, book, copies, history


@dataclass(frozen=True, slots=True)
class ForgottenEntries:
    """entries: whose personal fields are gone.  others: older ledgers that may still hold them."""

    entries: tuple[int, ...]
    others: tuple[Path, ...]


@dataclass(frozen=True, slots=True)
class ForgetRequest:
    """Whose personal fields go: of these entries, of everybody of that name, or of all from before a day."""

    entries: tuple[int, ...] = ()
    who: str | None = None
    before: datetime.date | None = None


def entries_to_forget(workspace: Workspace, request: ForgetRequest) -> tuple[LedgerLine, ...]:
    """The entries that would lose something. Raises Misused when it is not clear which."""
    asked = (bool(request.entries), request.who is not None, request.before is not None)
    if sum(asked) != 1 or (request.who is not None and not request.who.split()):
        hint = say("name one of: --entry N, --who NAME, --before DAY")
        raise misused(say("it is not clear what to forget"), hint)
    ledger_file(workspace)
    lines = ledger_lines(book.read(workspace.folder))
    for number in request.entries:
        pick("entry", {str(one.entry.seq): one for one in lines}, str(number))
    return tuple(one for one in lines if one.personal and _matches(one, one.personal, request))


def _matches(line: LedgerLine, personal: Personal, request: ForgetRequest) -> bool:
    if request.who is not None:  # all its words stand in one of the fields
        wanted = set(request.who.casefold().split())
        fields = (personal.who, personal.phone, personal.note)
        return any(wanted <= set(text.casefold().replace(",", " ").split()) for text in fields)
    if request.before is not None:
        return line.entry.deed.day < request.before
    return line.entry.seq in request.entries


def forget(workspace: Workspace, numbers: Sequence[int], at: str, today: datetime.date) -> Outcome[ForgottenEntries]:
    """Delete the personal fields of these entries for good, and the history of the workspace's files with them."""
    with workspace.alone("ledger"):
        cleared = bool(numbers) and history.clear(workspace.folder)
        if numbers:
            copies.forget_private(workspace.folder)
        written = book.forget(workspace.folder, Forgotten(today, tuple(numbers)), at)
    path = book.file(workspace.folder)
    others = (*files.matching(path.parent, f"{path.name}.before-*"), *book.siblings(path))
    asides = [say("an older ledger may still hold it: {file}", file=one) for one in others]
    if cleared:
        asides.append(say("the history is cleared with it: changes made before cannot be undone"))
    asides.append(say("copies made before still hold it: ledger backup makes a new one"))
    return Outcome(ForgottenEntries(tuple(numbers), others), (), (*asides, *written.notes))
