"""What may be removed: old editions that nobody needs, and leftovers of interrupted runs."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from pathlib import Path
from typing import assert_never

from ulotki import files
from ulotki.edition.record import Record, Unreadable
from ulotki.errors import Refused
from ulotki.frozen import dataclass
from ulotki.handout import ledger
from ulotki.workspace import book, editions, writing

SETTLED = 3600.0
"""Seconds after which something unfinished is a leftover: no run takes so long."""


@dataclass(frozen=True, slots=True)
class Removable:
    """A folder or file to remove. size: bytes of all that is in it.  leftover: of an interrupted run, and no edition."""

    path: Path
    size: int
    leftover: bool = False


def needed(workspace: Path) -> frozenset[str]:
    """The codes of editions of which something is still out, by the ledger. Raises Refused when more may be out."""
    known = book.read(workspace)
    if doubts := [one for one in known.findings if one.grave]:
        raise Refused(doubts)
    return ledger.editions_out(known.entries)


def removable(base: Path, needed: Collection[str]) -> Iterator[Removable]:
    """Editions below *base* that may go: all but the *needed* ones, and the newest of each campaign down to a whole one.

    A copy of an edition goes when that one is whole.
    """
    for target in _campaigns(base):
        there = (one for one in target.iterdir() if one.is_dir() and not one.is_symlink())
        numbered = [(int(match[2]), match[3], one) for one in there if (match := editions.FOLDER.fullmatch(one.name))]
        newest, twice = True, editions.copies(target)
        for _number, code, folder in sorted(numbered, reverse=True):
            match editions.record(folder):
                case Unreadable():  # nobody can say what it holds, so nobody removes it unasked
                    continue
                case Record() as found if folder in twice:
                    if editions.whole(twice[folder], found):
                        yield Removable(folder, _size(folder))
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
    return [one for one in files.matching(base, "*") if one.is_dir() and not one.is_symlink() and one.name[0] != "."]


def _size(path: Path) -> int:
    return sum(file.lstat().st_size for file in (files.below(path) if path.is_dir() else (path,)))
