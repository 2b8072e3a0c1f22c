"""Brings a copy of a workspace back: into a new folder, or over a workspace."""

from __future__ import annotations

import datetime
from pathlib import Path

from ulotki.errors import Say, Where, misused, say
from ulotki.frozen import dataclass
from ulotki.office import Outcome, ledger_restore
from ulotki.office.copy_changes import THEIRS, CopyChanges, refuse_no_workspace
from ulotki.office.copy_editions import write_editions
from ulotki.office.edits import refuse_changed
from ulotki.office.starters import IGNORED
from ulotki.workspace import Workspace, copies, ledger, route, writing


@dataclass(frozen=True, slots=True)
class Restored:
    """What a copy brought back. day: of the copy.  changed: files of the workspace that are others now.

    number: of the change, for undo, 0 when nothing differed or the folder was empty.  ledger: what became of the ledger.
    """

    folder: Path
    day: datetime.date
    changed: tuple[str, ...]
    number: int
    ledger: Say | None
    editions: tuple[str, ...] = ()


def restore(folder: Path, file: Path, today: datetime.date, seen: str | None = None) -> Outcome[Restored]:
    """Bring a copy back: into a new or empty folder, or over a workspace. What is replaced there is kept.

    seen: of `compare`, None where it was not shown. Raises Overtaken when something else would change by now. Raises
    Refused for a copy that is damaged or not ours, Misused for a folder with something else in it.
    """
    folder = folder.resolve()
    if (folder / "ulotki.toml").is_file():
        return _restore_over(Workspace.at(folder), file, today, seen)
    if folder.exists() and (
        not folder.is_dir() or any(not one.name.startswith(writing.PART) for one in folder.iterdir())
    ):
        what = say("this folder is not empty, and no workspace")
        raise misused(what, say("name a new one; nothing is overwritten"), Where(str(folder)))
    folder.parent.mkdir(parents=True, exist_ok=True)
    with copies.unpacked(file, folder.parent, folder) as (record, source):
        refuse_no_workspace(source, file)
        with writing.folder(folder) if not folder.exists() else writing.into(folder) as part:
            for one in record.files:
                writing.put(part / one.path, (source / one.path).read_bytes())
            writing.put(part / ".gitignore", IGNORED)
    names = tuple(one.path for one in record.files)
    kept = say("the ledger is that of the copy") if ledger.NAME in names else None
    asides = (say("next: ulotki doctor --workspace {folder}", folder=folder),)
    return Outcome(Restored(folder, record.day, names, 0, kept), Workspace.at(folder).library().findings, asides)


def _restore_over(workspace: Workspace, file: Path, today: datetime.date, seen: str | None) -> Outcome[Restored]:
    with workspace.alone("copy restore"), copies.unpacked(file, workspace.folder, workspace.folder) as (record, source):
        found = CopyChanges.of(workspace, record, source, file)
        refuse_changed(seen, found.seen)
        for path, before in found.people.items():
            copies.keep_private(workspace.folder, path, before)
        number = workspace.change(found.edits, "copy restore", today)
        if found.ledger == THEIRS:
            ledger_restore.restore(workspace, source / ledger.NAME)
        if (source / route.NAME).exists() and workspace.contents(route.NAME) is None:
            writing.write(workspace.folder / route.NAME, (source / route.NAME).read_bytes())
        made = write_editions(workspace.base, record, source)
    asides = [say("to take it back: ulotki undo {number}", number=number)] if number else []
    if found.people:
        asides.append(say("people as they were: {file}", file=workspace.folder / copies.BEFORE / "people.toml"))
    changed = tuple(one.path for one in found.edits)
    restored = Restored(workspace.folder, record.day, changed, number, found.ledger, made)
    return Outcome(restored, Workspace.at(workspace.folder).library().findings, tuple(asides))
