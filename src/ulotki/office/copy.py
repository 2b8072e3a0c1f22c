"""Saves a whole workspace as one file."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from pathlib import Path

from ulotki import __version__, files
from ulotki.edition.record import NAME
from ulotki.errors import Where, misused, say
from ulotki.fingerprint import OTHERS, PATTERNS
from ulotki.frozen import dataclass
from ulotki.office import Outcome
from ulotki.office.last_copy import note_copy
from ulotki.office.ledger_copy import copy_ledger
from ulotki.workspace import Workspace, book, copies, history, ledger, route, writing


@dataclass(frozen=True, slots=True)
class CopyRequest:
    """file: where to.  names: with people.toml and the names of the ledger.  editions: with all files of them, not their records alone."""

    file: Path
    names: bool = False
    editions: bool = False
    force: bool = False


@dataclass(frozen=True, slots=True)
class Saved:
    """A copy that was written and read back. size: bytes of the archive."""

    file: Path
    count: int
    size: int
    names: bool


def save(workspace: Workspace, request: CopyRequest, at: str, today: datetime.date) -> Outcome[Saved]:
    """Write a copy and read it back. Raises Misused where a file is already, Trouble for a ledger that does not hold."""
    writing.check_file(request.file, (".zip",))
    if request.file.exists() and not request.force:
        raise misused(say("this file is already there"), say("name another one"), Where(str(request.file)))
    with workspace.alone("copy save"), copies.spare() as spare:
        paths = copied_files(workspace.folder, names=request.names)
        sources: dict[str, Path | bytes] = {path: workspace.contents(path) or b"" for path in paths}
        if (order := workspace.contents(route.NAME)) is not None:
            sources[route.NAME] = order
        if book.file(workspace.folder).exists():
            sources[ledger.NAME] = copy_ledger(workspace, spare, at, today, names=request.names)
        made = {path for path in copies.below(workspace.base) if request.editions or path.name == NAME}
        named = {copies.OUT + path.relative_to(workspace.base).as_posix(): path for path in sorted(made)}
        sources |= {name: path for name, path in named.items() if copies.allowed(name)}
        record = copies.save(request.file, sources, {"program": __version__, "names": request.names}, today)
        note_copy(workspace.folder, today)
    saved = Saved(request.file, len(record.files), request.file.stat().st_size, request.names)
    without = say("people.toml and the names of the ledger are not in it; with them: --with-names")
    asides = [say("names and telephones are in it: keep it locked away") if request.names else without]
    if made and not request.editions:
        records = say("of editions their records are in it, by which verify knows sheets; with all files: --editions")
        asides.append(records)
    return Outcome(saved, asides=tuple(asides))


def copied_files(folder: Path, *, names: bool) -> Iterator[str]:
    """The files of the workspace that go into a copy."""
    for pattern in (*PATTERNS, *(OTHERS if names else ())):
        for path in files.matching(folder, pattern):
            name = path.relative_to(folder).as_posix()
            if path.is_file() and history.changeable(name):
                yield name
