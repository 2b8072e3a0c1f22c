"""Brings a copy of a workspace back: into a new folder, or over a workspace; and says before what would change."""

from __future__ import annotations

import datetime
import hashlib
from collections.abc import Sequence
from pathlib import Path

from ulotki.errors import Say, Trouble, Where, misused, refused, say
from ulotki.frozen import dataclass
from ulotki.handout import heads
from ulotki.handout.deeds import Forgotten
from ulotki.office import Outcome
from ulotki.office import ledger as office_ledger
from ulotki.office.changes import describe_edits
from ulotki.office.copy import copied_files
from ulotki.office.edits import refuse_changed
from ulotki.office.starters import IGNORED
from ulotki.workspace import Workspace, book, copies, history, ledger, route, writing
from ulotki.workspace.history import Edit


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


@dataclass(frozen=True, slots=True)
class CopyComparison:
    """What bringing a copy back over a workspace would change. day: of the copy.  what: each value that differs, by file.

    private: files about people that it would replace.  ledger: what would become of the ledger.  editions: folders that it
    would bring.  seen: a digest of it, for `restore`.
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
    """What `restore` would change in *workspace*; nothing is written there. Raises Refused for a copy as `restore` does."""
    with copies.spare() as spare, copies.unpacked(file, spare, workspace.folder) as (record, source):
        _check_unpacked(source, file)
        then = _ledger_outcome(workspace, source / ledger.NAME)
        edits = _edits(workspace, record, source)
    made = CopyComparison(
        workspace.folder,
        record.day,
        added=tuple(one.path for one in edits if one.before is None),
        changed=tuple(one.path for one in edits if one.before is not None and one.after is not None),
        removed=tuple(one.path for one in edits if one.after is None),
        what=tuple(describe_edits([one for one in edits if not history.private(one.path)])),
        private=tuple(one.path for one in edits if history.private(one.path) and one.before is not None),
        ledger=then,
        editions=tuple(target.as_posix() for target in _lacking(workspace.base, record)),
        seen=_stamp(edits, then),
    )
    return Outcome(made)


def _stamp(edits: Sequence[Edit], then: Say | None) -> str:
    """A digest of all that a copy would change."""
    whole = hashlib.sha256(repr(then).encode())
    for one in edits:
        whole.update(repr((one.path, one.before, one.after)).encode())
    return whole.hexdigest()[:32]


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
        _check_unpacked(source, file)
        with writing.folder(folder) if not folder.exists() else writing.into(folder) as part:
            for one in record.files:
                writing.put(part / one.path, (source / one.path).read_bytes())
            writing.put(part / ".gitignore", IGNORED)
    names = tuple(one.path for one in record.files)
    kept = say("the ledger is that of the copy") if ledger.NAME in names else None
    asides = (say("next: ulotki doctor --workspace {folder}", folder=folder),)
    return Outcome(Restored(folder, record.day, names, 0, kept), Workspace.at(folder).library().findings, asides)


def _check_unpacked(source: Path, file: Path) -> None:
    """Raises Refused when what was unpacked is no workspace, or its ledger does not hold."""
    if not (source / "ulotki.toml").is_file():
        what = say("there is no ulotki.toml in it")
        raise refused("copy", what, say("take another copy; nothing was written"), Where(str(file)))
    if (source / ledger.NAME).exists():
        with ledger.opened(source / ledger.NAME):
            pass


def _restore_over(workspace: Workspace, file: Path, today: datetime.date, seen: str | None) -> Outcome[Restored]:
    with workspace.alone("copy restore"), copies.unpacked(file, workspace.folder, workspace.folder) as (record, source):
        _check_unpacked(source, file)
        then = _ledger_outcome(workspace, source / ledger.NAME)
        edits = _edits(workspace, record, source)
        refuse_changed(seen, _stamp(edits, then))
        for one in edits:
            if history.private(one.path) and one.before is not None:
                copies.keep_private(workspace.folder, one.path, one.before)
        number = workspace.change(edits, "copy restore", today)
        if then == THEIRS:
            office_ledger.restore(workspace, source / ledger.NAME)
        if (source / route.NAME).exists() and workspace.contents(route.NAME) is None:
            writing.write(workspace.folder / route.NAME, (source / route.NAME).read_bytes())
        made = _new_editions(workspace.base, record, source)
    asides = [say("to take it back: ulotki undo {number}", number=number)] if number else []
    if any(history.private(one.path) and one.before is not None for one in edits):
        asides.append(say("people as they were: {file}", file=workspace.folder / copies.BEFORE / "people.toml"))
    changed = tuple(one.path for one in edits)
    return Outcome(
        Restored(workspace.folder, record.day, changed, number, then, made),
        Workspace.at(workspace.folder).library().findings,
        tuple(asides),
    )


OURS = say("the ledger here holds all that the copy holds, and stays")
THEIRS = say("the ledger is that of the copy; the one that was here is kept beside it")


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
    more = [one for one in heads.missing_entries(ours, entries) if not isinstance(one.deed, Forgotten)]
    less = heads.missing_entries(entries, ours)
    if not more:
        return OURS
    if less:
        what = say("the ledger here and that of the copy each hold what the other lacks")
        hint = say("decide which counts: ulotki ledger restore FILE; nothing was written")
        raise refused("copy", what, hint, Where(str(book.file(workspace.folder))))
    return THEIRS


def _edits(workspace: Workspace, record: copies.CopyRecord, source: Path) -> list[Edit]:
    """What differs: files of the copy, and files that it does not have; people only when it has names."""
    theirs = {one.path: (source / one.path).read_bytes() for one in record.files if history.changeable(one.path)}
    paths = dict.fromkeys((*copied_files(workspace.folder, names=record.names), *theirs))
    edits = [Edit(path, workspace.contents(path), theirs.get(path)) for path in paths]
    return [one for one in edits if one.before != one.after]


def _lacking(base: Path, record: copies.CopyRecord) -> dict[Path, list[str]]:
    """The editions of a copy that are not there: target below out/ → its files in the archive."""
    made: dict[Path, list[str]] = {}
    for one in record.files:
        if one.path.startswith(copies.OUT):
            inside = Path(one.path).relative_to("out")
            made.setdefault(Path(*inside.parts[:2]), []).append(one.path)
    return {target: paths for target, paths in made.items() if not (base / target).exists()}


def _new_editions(base: Path, record: copies.CopyRecord, source: Path) -> tuple[str, ...]:
    """Write the editions of a copy that are missing here, each whole; existing ones stay as they are."""
    lacking = _lacking(base, record)
    for target, paths in lacking.items():
        if paths == [f"{copies.OUT}{target.as_posix()}"]:
            (base / target).parent.mkdir(parents=True, exist_ok=True)
            writing.write(base / target, (source / paths[0]).read_bytes())
        else:
            with writing.folder(base / target) as part:
                for path in paths:
                    writing.put(part / Path(path).relative_to(Path("out") / target), (source / path).read_bytes())
    return tuple(target.as_posix() for target in lacking)
