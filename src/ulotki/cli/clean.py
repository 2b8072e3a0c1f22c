"""`ulotki clean`: old editions that nobody needs, and what interrupted runs left behind. Without --yes it only says so."""

from __future__ import annotations

import shutil
import time
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from gettext import gettext as _
from pathlib import Path
from typing import assert_never

import click

from ulotki.cli import options
from ulotki.cli.options import needed
from ulotki.cli.talk import Talk, as_data, near, told
from ulotki.edition.record import Record, Unreadable, divided
from ulotki.errors import Refused, say
from ulotki.handout import ledger
from ulotki.workspace import book, editions, read, writing

SETTLED = 3600.0
"""Seconds after which something unfinished is a leftover: no run takes so long."""


@dataclass(frozen=True, slots=True)
class Old:
    """A folder or file to go. size: bytes of all that is in it.  leftover: of an interrupted run, and no edition."""

    path: Path
    size: int
    leftover: bool = False


@options.out
@click.option("--yes", is_flag=True, help=_("Remove them; without it nothing is touched."))
def clean(talk: Talk, workspace: Path | None, out: Path | None, yes: bool) -> None:
    """Say what may go, or remove it."""
    workspace = needed(workspace)
    base = out or workspace / "out"
    approved = {one.edition for one in read(workspace).approvals}
    _readable, unread = divided(editions.lying(base))
    talk.complain(one.finding for one in unread)
    gone = [*old(base, {*kept(workspace), *approved}), *leftovers(base)]
    for one in gone:
        if yes:
            with writing.Alone(one.path.parent):
                _remove(one)
        talk.result(f"{near(one.path)}  {_megabytes(one.size)}")
    room = _megabytes(sum(one.size for one in gone))
    if not gone:
        talk.result(told(say("there is nothing to clean: only what is needed lies there")))
    elif yes:
        talk.result(told(say("removed: {count}, {room} are free again", count=len(gone), room=room)))
    else:
        talk.result(
            told(say("nothing was removed; these {count} would go and give back {room}", count=len(gone), room=room))
        )
        talk.aside(say("to remove them: ulotki clean --yes"))
    talk.data(
        "clean",
        removed=yes,
        bytes=sum(one.size for one in gone),
        editions=[str(one.path) for one in gone if not one.leftover],
        leftovers=[str(one.path) for one in gone if one.leftover],
        findings=[as_data(one.finding) for one in unread],
    )
    if unread:
        raise click.exceptions.Exit(1)


def kept(workspace: Path) -> frozenset[str]:
    """The codes of editions of which something is still out, by the ledger, so that it can be looked up.

    Raises Refused when the ledger is not all that is known: something else may be out.
    """
    known = book.read(workspace)
    if doubts := [one for one in known.findings if one.grave]:
        raise Refused(doubts)
    return ledger.editions(known.entries)


def old(base: Path, needed: Collection[str]) -> Iterator[Old]:
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
                        yield Old(folder, _size(folder))
                    newest = newest and not editions.whole(folder, found)
                case other:
                    assert_never(other)


def leftovers(base: Path) -> Iterator[Old]:
    """What interrupted runs left in *base* and in its campaigns."""
    if not base.is_dir():
        return
    for target in (base, *_campaigns(base)):
        for path in sorted(target.glob(f"{writing.PART}*")):
            if not path.is_symlink() and time.time() - path.stat().st_mtime > SETTLED:
                yield Old(path, _size(path), leftover=True)


def _campaigns(base: Path) -> list[Path]:
    """The folders below *base* in which editions lie; a link leads elsewhere, and what lies there is not ours to remove."""
    return sorted(path for path in base.glob("*") if path.is_dir() and not path.is_symlink() and path.name[0] != ".")


def _size(path: Path) -> int:
    files = path.rglob("*") if path.is_dir() else (path,)
    return sum(file.lstat().st_size for file in files if not file.is_dir())


def _remove(one: Old) -> None:
    """Remove *one*: the whole of it, or at least its name, so that no half of it passes for an edition."""
    part = one.path
    if not one.leftover:
        part = one.path.with_name(writing.PART + one.path.name)
        one.path.rename(part)
    shutil.rmtree(part) if part.is_dir() else part.unlink(missing_ok=True)


def _megabytes(size: int) -> str:
    return f"{size / 1_000_000:.1f} MB"
