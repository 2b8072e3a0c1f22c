"""The workspace that a command works in."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from ulotki.errors import misused, say

if TYPE_CHECKING:
    from ulotki.workspace import Workspace


def find(workspace: Path | None) -> Path | None:
    """The workspace asked for, or the nearest upwards from here, or None. Raises Misused when it is not there."""
    if workspace is None:
        here = Path.cwd()
        return next((folder for folder in (here, *here.parents) if (folder / "ulotki.toml").is_file()), None)
    if not (workspace / "ulotki.toml").is_file():
        what = say('"{path}" is not a workspace: it has no ulotki.toml', path=workspace)
        raise misused(what, say("name the folder that holds ulotki.toml, such as leaflets/serniki"))
    return workspace


def require(workspace: Path | None) -> Path:
    """*workspace*, when there is one. Raises Misused with the way to one."""
    if workspace is None:
        what = say("there is no workspace here: no ulotki.toml in this folder or above")
        way = say("go to the folder that holds ulotki.toml, name it with --workspace, or make one with ulotki init")
        raise misused(what, way)
    return workspace


def at(folder: Path, out: Path | None = None) -> Workspace:
    """The workspace in *folder*. out: where its editions lie, None for out/ in it."""
    from ulotki.workspace import Workspace  # here: a list of commands needs none

    return Workspace.at(folder, out)
