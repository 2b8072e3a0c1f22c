"""Creates a new workspace that builds at once."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from pathlib import Path

from ulotki import files
from ulotki.errors import Where, misused, say
from ulotki.frozen import dataclass
from ulotki.office import Outcome
from ulotki.office.starters import IGNORED, editor_schemas, starter
from ulotki.workspace import writing

FILES = ("ulotki.toml", "numbers.toml", "places.toml", "people.toml")

FIRST = "campaigns/pierwsza.toml"


@dataclass(frozen=True, slots=True)
class Begun:
    """A workspace, and the file to begin with."""

    folder: Path
    file: Path


def init_workspace(folder: Path, today: datetime.date) -> Outcome[Begun]:
    """Make a workspace in *folder*, new or empty, that builds at once."""
    folder = folder.resolve()
    if folder.exists() and not folder.is_dir():
        raise misused(say("this is a file and no folder"), say("name a new folder"), Where(str(folder)))
    wanted = {name: starter(name, today) for name in FILES} | {FIRST: starter("campaign.toml", today)}
    wanted |= {".gitignore": IGNORED} | {f"schemas/{name}": data for name, data in editor_schemas().items()}
    if folder.exists() and not _free_for(folder, wanted):
        what = say("this folder is not empty")
        raise misused(what, say("name a new one; nothing is overwritten"), Where(str(folder)))
    with writing.folder(folder) if not folder.exists() else writing.into(folder) as part:
        for name, data in wanted.items():
            writing.put(part / name, data)
    aside = say("next: write who publishes into ulotki.toml, places into places.toml; then ulotki build")
    return Outcome(Begun(folder, folder / "ulotki.toml"), asides=(aside,))


def _free_for(folder: Path, wanted: Mapping[str, bytes]) -> bool:
    """Whether *folder* is empty, or holds what an interrupted run left: some *wanted* files, and no ulotki.toml."""
    there = [path for path in files.matching(folder, "*") if not path.name.startswith(writing.PART)]
    inside = [file for path in there for file in (files.below(path) if path.is_dir() else (path,))]
    files_in = {path.relative_to(folder).as_posix(): path for path in inside}
    if not set(files_in) < set(wanted) or FILES[0] in files_in:
        return not there
    return all(files.contents(path) == wanted[name] for name, path in files_in.items())
