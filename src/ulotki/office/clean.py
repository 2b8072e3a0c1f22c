"""Removes old editions that nobody needs, and what interrupted runs left behind."""

from __future__ import annotations

import shutil
from collections.abc import Collection, Iterator
from pathlib import Path
from typing import assert_never

from ulotki import files
from ulotki.edition.record import Record, Unreadable, unread_findings
from ulotki.errors import Refused, say
from ulotki.frozen import dataclass
from ulotki.handout import ledger
from ulotki.office import Outcome
from ulotki.workspace import Workspace, book, editions, writing

SETTLED = 3600.0
"""Seconds after which something unfinished is a leftover: no run takes so long."""


@dataclass(frozen=True, slots=True)
class Removable:
    """A folder or file to remove. size: bytes of all that is in it.  leftover: of an interrupted run, and no edition."""

    path: Path
    size: int
    leftover: bool = False


@dataclass(frozen=True, slots=True)
class CleanedData:
    """removed: whether it is gone.  bytes: of all of it.  editions, leftovers: what goes."""

    removed: bool
    bytes: int
    editions: tuple[Path, ...]
    leftovers: tuple[Path, ...]


@dataclass(frozen=True, slots=True)
class Cleaned:
    """What may go, and whether it is gone."""

    removed: bool
    gone: tuple[Removable, ...]

    @property
    def data(self) -> CleanedData:
        """What goes, by kind."""
        editions = tuple(one.path for one in self.gone if not one.leftover)
        leftovers = tuple(one.path for one in self.gone if one.leftover)
        return CleanedData(self.removed, self.bytes, editions, leftovers)

    @property
    def bytes(self) -> int:
        """Of all that may go."""
        return sum(one.size for one in self.gone)


def clean(workspace: Workspace, moment: float, *, yes: bool = False) -> Outcome[Cleaned]:
    """What may go, or what is gone. Raises Refused when nobody can say what is still out.

    moment: seconds since 1970, as files have them.  yes: remove what may go; else it is only named.
    """
    base = workspace.base
    approved = {one.edition for one in workspace.library().approvals}
    unread = unread_findings(editions.lying(base))
    gone = (*removable(base, {*needed(workspace.folder), *approved}), *leftovers(base, moment))
    for one in gone if yes else ():
        with writing.Alone(one.path.parent):
            _remove(one)
    lost = say("of a sheet of an edition that is gone verify cannot say any more whether it is ours")
    asides = (
        *([lost] if any(not one.leftover for one in gone) else ()),
        *([say("to remove them: ulotki clean --yes")] if gone and not yes else ()),
    )
    return Outcome(Cleaned(yes, gone), unread, asides)


def needed(workspace: Path) -> frozenset[str]:
    """The codes of editions of which something is still out, by the ledger, so that it can be looked up.

    Raises Refused when the ledger is not all that is known: something else may be out.
    """
    known = book.read(workspace)
    if doubts := [one for one in known.findings if one.grave]:
        raise Refused(doubts)
    return ledger.editions_out(known.entries)


def removable(base: Path, needed: Collection[str]) -> Iterator[Removable]:
    """Editions below *base* that may go: all but the *needed* ones, and the newest of each campaign down to a whole one."""
    for target in _campaigns(base):
        numbered = [
            (int(match[2]), match[3], folder)
            for folder in target.iterdir()
            if (match := editions.FOLDER.fullmatch(folder.name)) and folder.is_dir() and not folder.is_symlink()
        ]
        newest = True
        for _number, code, folder in sorted(numbered, reverse=True):
            match editions.record(folder):
                case Unreadable():  # nobody can say what it holds, so nobody removes it unasked
                    continue
                case Record() as found:
                    if not newest and not {code, found.edition} & set(needed):
                        yield Removable(folder, _size(folder))
                    newest = newest and not editions.whole(folder, found)
                case other:
                    assert_never(other)


def leftovers(base: Path, moment: float) -> Iterator[Removable]:
    """What runs interrupted before *moment* left in *base* and in its campaigns."""
    if not base.is_dir():
        return
    for target in (base, *_campaigns(base)):
        for path in files.matching(target, f"{writing.PART}*"):
            if not path.is_symlink() and moment - path.stat().st_mtime > SETTLED:
                yield Removable(path, _size(path), leftover=True)


def _campaigns(base: Path) -> list[Path]:
    """The folders below *base* in which editions lie; no links: their files are elsewhere and not ours to remove."""
    return [
        path for path in files.matching(base, "*") if path.is_dir() and not path.is_symlink() and path.name[0] != "."
    ]


def _size(path: Path) -> int:
    return sum(file.lstat().st_size for file in (files.below(path) if path.is_dir() else (path,)))


def _remove(one: Removable) -> None:
    """Remove *one*: the whole of it, or at least its name, so that no half of it passes for an edition."""
    part = one.path
    if not one.leftover:
        part = one.path.with_name(writing.PART + one.path.name)
        writing.moved(one.path, part)
    with writing.about(part, one.path):
        shutil.rmtree(part) if part.is_dir() else part.unlink(missing_ok=True)
