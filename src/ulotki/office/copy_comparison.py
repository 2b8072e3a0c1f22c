"""Compares a copy with a workspace: what would change if it was brought back over it."""

from __future__ import annotations

import datetime
from pathlib import Path

from ulotki.errors import Say
from ulotki.frozen import dataclass
from ulotki.office import Outcome
from ulotki.office.copy_changes import CopyChanges
from ulotki.office.copy_editions import lacking_editions
from ulotki.office.edit_words import describe_edits
from ulotki.workspace import Workspace, copies, history


@dataclass(frozen=True, slots=True)
class CopyComparison:
    """What bringing a copy back over a workspace would change. day: of the copy.  what: each value that differs, by file.

    private: files about people that it would replace.  ledger: what would become of the ledger.  editions: folders that it
    would bring.  seen: a digest of it, for `copy_restore`.
    """

    folder: Path
    day: datetime.date
    added: tuple[str, ...]
    changed: tuple[str, ...]
    removed: tuple[str, ...]
    what: tuple[Say, ...]
    private: tuple[str, ...]
    ledger: Say | None
    editions: tuple[str, ...]
    seen: str


def compare(workspace: Workspace, file: Path) -> Outcome[CopyComparison]:
    """What `copy_restore` would change in *workspace*; nothing is written there. Raises Refused for a damaged copy."""
    with copies.spare() as spare, copies.unpacked(file, spare, workspace.folder) as (record, source):
        found = CopyChanges.of(workspace, record, source, file)
    made = CopyComparison(
        workspace.folder,
        record.day,
        added=tuple(one.path for one in found.edits if one.before is None),
        changed=tuple(one.path for one in found.edits if one.before is not None and one.after is not None),
        removed=tuple(one.path for one in found.edits if one.after is None),
        what=tuple(describe_edits([one for one in found.edits if not history.private(one.path)])),
        private=tuple(found.people),
        ledger=found.ledger,
        editions=tuple(target.as_posix() for target in lacking_editions(workspace.base, record)),
        seen=found.seen,
    )
    return Outcome(made)
