"""The folder of one officer on the disk. Only this room writes files; `library` reads the TOML files."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Self

from ulotki.content.typography import LANGUAGES
from ulotki.errors import Trouble
from ulotki.frozen import dataclass
from ulotki.workspace import changes
from ulotki.workspace.history import Edit
from ulotki.workspace.lock import alone

if TYPE_CHECKING:
    from ulotki.library import Undated, Vocabulary


@dataclass(frozen=True, slots=True)
class Workspace:
    """Where an officer's files lie. folder: holds ulotki.toml.  base: below it lie the editions."""

    folder: Path
    base: Path

    @classmethod
    def at(cls, folder: Path, out: Path | None = None) -> Self:
        """The workspace in *folder*. out: where the editions lie, None for out/ in the folder."""
        return cls(folder, out or folder / "out")

    @contextmanager
    def alone(self, doing: str) -> Iterator[None]:
        """A block in which nobody else writes here; see `lock.alone`. doing: the command.

        What a killed run left half done is taken back first.
        """
        with alone(self.folder, doing):
            changes.recover(self.folder)
            yield

    def recover(self) -> None:
        """Take back or finish what a killed run left half done, before anything is read; every change does so too."""
        if changes.interrupted(self.folder):
            with suppress(Trouble, OSError), self.alone("recover"):
                pass

    def contents(self, path: str) -> bytes | None:
        """The contents of a file of the workspace, None when it is not there. path: "numbers.toml". Raises OSError."""
        return changes.read(self.folder, path)

    def change(self, edits: Iterable[Edit], doing: str, today: datetime.date) -> int:
        """Write files of the workspace, all or none, so that it can be undone; see `changes.make`."""
        return changes.make(self.folder, edits, doing, today)

    def library(self, *languages: str, instead: Mapping[Path, bytes] | None = None) -> Undated:
        """What the program and this folder say; see `read`."""
        return read(self.folder, *languages, instead=instead)


def read(folder: Path | None, *languages: str, instead: Mapping[Path, bytes] | None = None) -> Undated:
    """The national library and what *folder* adds to it. What cannot be read is a part of it: see `Undated.unread`.

    languages: whose scams are read, all when none is named.  instead: what files hold in place of what is on the disk.
    """
    from ulotki import library  # a build with nothing to do reads no file of content

    return library.read(folder, _known(), languages or tuple(LANGUAGES), instead)


def read_kind(folder: Path | None, kind: str, *languages: str, scam: str = "") -> Undated:
    """What is to be read for a *kind*, such as "scams" or "piece": that alone, or all where the rest has a say in it.

    scam: the only one to read, "" for all.
    """
    from ulotki.library.alone import alone

    return alone(kind, folder, _known(), languages or tuple(LANGUAGES), scam) or read(folder, *languages)


def _known() -> Vocabulary:
    from ulotki.library.source import vocabulary

    if (known := vocabulary()) is None:
        from ulotki import stock  # which loads every template

        known = stock.known()
    return known
