"""Puts a copy of the ledger in its place."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from ulotki.errors import Say, Trouble, say
from ulotki.frozen import dataclass
from ulotki.office import Outcome
from ulotki.office.ledger_lines import LedgerLine, ledger_lines
from ulotki.workspace import Workspace, book


@dataclass(frozen=True, slots=True)
class RestoredLedger:
    """The ledger that was brought back. kept: where the one before it is now, None when there was none.

    lost: entries that the copy lacks.  back: entries whose personal fields had been forgotten and are there again.
    """

    entries: int
    kept: Path | None
    lost: tuple[int, ...]
    back: tuple[int, ...]


def restore(workspace: Workspace, file: Path) -> Outcome[RestoredLedger]:
    """Put a copy in the place of the ledger; what was there is kept beside it."""
    before: tuple[LedgerLine, ...] = ()
    with suppress(Trouble):  # a damaged one is what a copy is for
        before = ledger_lines(book.read(workspace.folder))
    kept, found = book.restore(workspace.folder, file)
    lines = ledger_lines(found)
    hashes = {one.entry.hash for one in lines}
    lost = tuple(one.entry.seq for one in before if one.entry.hash not in hashes)
    forgotten = {one.entry.hash for one in before if one.forgotten}
    back = tuple(one.entry.seq for one in lines if one.personal and one.entry.hash in forgotten)
    asides: list[Say] = []
    if lost:
        asides.append(say("the copy lacks entries {numbers}", numbers=", ".join(map(str, lost))))
    if back:
        again = " ".join(f"--entry {number}" for number in back)
        asides.append(say("what was forgotten is back; forget it again: ulotki ledger forget {again}", again=again))
    return Outcome(RestoredLedger(len(lines), kept, lost, back), found.findings, tuple(asides))
