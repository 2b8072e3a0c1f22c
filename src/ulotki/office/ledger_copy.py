"""Where the ledger lies, where a copy of it may be written, and a copy without names."""

from __future__ import annotations

import datetime
from pathlib import Path

from ulotki.errors import Where, misused, say
from ulotki.handout.deeds import Forgotten
from ulotki.workspace import Workspace, book, ledger


def ledger_file(workspace: Workspace) -> Path:
    """The file of the ledger. Raises Misused when there is none."""
    path = book.file(workspace.folder)
    if not path.exists():
        what = say("there is no ledger here yet")
        raise misused(what, say("ulotki hand-over writes the first entry"), Where(str(path)))
    return path


def check_target(workspace: Workspace, file: Path, *, force: bool) -> None:
    """Raises Misused when *file* is there and must not be replaced."""
    own = book.file(workspace.folder)
    if file.exists() and own.exists() and file.samefile(own):
        raise misused(say("this is the ledger itself"), say("name another file"), Where(str(file)))
    if file.exists() and not force:
        hint = say("name another one, or replace it with --force")
        raise misused(say("this file is already there"), hint, Where(str(file)))


def copy_ledger(workspace: Workspace, spare: Path, at: str, today: datetime.date, *, names: bool) -> Path:
    """A checked copy of the ledger; without names, they are forgotten in it, and it says so itself."""
    copy = spare / ledger.NAME
    with ledger.opened(book.file(workspace.folder)) as store:
        store.copy(copy)
    if not names:
        with ledger.opened(copy) as store:
            if people := tuple(one.seq for one in store.read()[1]):
                store.forget(Forgotten(today, people), at)
    return copy
