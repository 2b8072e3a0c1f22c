"""What bringing a copy back over a workspace changes: its files, and its ledger."""

from __future__ import annotations

import hashlib
from pathlib import Path

from ulotki.errors import Say, Trouble, Where, refused, say
from ulotki.frozen import dataclass
from ulotki.handout import heads
from ulotki.handout.deeds import Forgotten
from ulotki.office.copy import copied_files
from ulotki.workspace import Workspace, book, copies, history, ledger

OURS = say("the ledger here holds all that the copy holds, and stays")
THEIRS = say("the ledger is that of the copy; the one that was here is kept beside it")


@dataclass(frozen=True, slots=True)
class CopyChanges:
    """edits: of files that differ; of people only when the copy has names.  ledger: what becomes of it, None for nothing."""

    edits: tuple[history.Edit, ...]
    ledger: Say | None

    @classmethod
    def of(cls, workspace: Workspace, record: copies.CopyRecord, source: Path, file: Path) -> CopyChanges:
        """What the copy *file*, unpacked in *source*, changes. Raises Refused when it cannot be brought back."""
        refuse_no_workspace(source, file)
        then = _ledger_outcome(workspace, source / ledger.NAME)
        theirs = {one.path: (source / one.path).read_bytes() for one in record.files if history.changeable(one.path)}
        paths = dict.fromkeys((*copied_files(workspace.folder, names=record.names), *theirs))
        edits = (history.Edit(path, workspace.contents(path), theirs.get(path)) for path in paths)
        return cls(tuple(one for one in edits if one.before != one.after), then)

    @property
    def seen(self) -> str:
        """A digest of all of it."""
        whole = hashlib.sha256(repr(self.ledger).encode())
        for one in self.edits:
            whole.update(repr((one.path, one.before, one.after)).encode())
        return whole.hexdigest()[:32]

    @property
    def people(self) -> dict[str, bytes]:
        """Path → contents of the files about people that are replaced."""
        return {one.path: one.before for one in self.edits if history.private(one.path) and one.before is not None}


def refuse_no_workspace(source: Path, file: Path) -> None:
    """Raises Refused when what was unpacked of *file* is no workspace, or its ledger does not hold."""
    if not (source / "ulotki.toml").is_file():
        what = say("there is no ulotki.toml in it")
        raise refused("copy", what, say("take another copy; nothing was written"), Where(str(file)))
    if (source / ledger.NAME).exists():
        with ledger.opened(source / ledger.NAME):
            pass


def _ledger_outcome(workspace: Workspace, theirs: Path) -> Say | None:
    """What becomes of the ledger. Raises Refused when each of the two holds what the other lacks."""
    if not theirs.exists():
        return None
    if not book.file(workspace.folder).exists():
        return THEIRS
    try:
        ours = book.read(workspace.folder).entries
    except Trouble:
        return THEIRS  # a damaged one is what a copy is for
    with ledger.opened(theirs) as store:
        entries = store.read()[0]
    if all(isinstance(one.deed, Forgotten) for one in heads.missing_entries(ours, entries)):
        return OURS
    if heads.missing_entries(entries, ours):
        what = say("the ledger here and that of the copy each hold what the other lacks")
        hint = say("decide which counts: ulotki ledger restore FILE; nothing was written")
        raise refused("copy", what, hint, Where(str(book.file(workspace.folder))))
    return THEIRS
