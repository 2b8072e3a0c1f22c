"""The folder of one officer on the disk. Only this room writes files; `library` reads the TOML files."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path

from ulotki.content.typography import LANGUAGES
from ulotki.library import Library
from ulotki.library import read as read_all
from ulotki.stock import known
from ulotki.workspace.lock import alone


@dataclass(frozen=True, slots=True)
class Workspace:
    """Where an officer's files lie. folder: holds ulotki.toml.  base: below it lie the editions."""

    folder: Path
    base: Path

    @classmethod
    def at(cls, folder: Path, out: Path | None = None) -> Workspace:
        """The workspace in *folder*. out: where the editions lie, None for out/ in the folder."""
        return cls(folder, out or folder / "out")

    def alone(self, doing: str) -> AbstractContextManager[None]:
        """A block in which nobody else writes here; see `lock.alone`. doing: the command."""
        return alone(self.folder, doing)

    def library(self, *languages: str, instead: Mapping[Path, bytes] | None = None) -> Library:
        """What the program and this folder say; see `read`."""
        return read(self.folder, *languages, instead=instead)


def read(folder: Path | None, *languages: str, instead: Mapping[Path, bytes] | None = None) -> Library:
    """The national library and what *folder* adds to it. What cannot be read is a part of it: see `Library.unread`.

    languages: whose scams are read, all when none is named.  instead: what files hold in place of what is on the disk.
    """
    return read_all(folder, known(), languages or tuple(LANGUAGES), instead)
