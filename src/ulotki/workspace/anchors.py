"""Stores the head of the ledger outside of it: in the workspace, and in the state folder of this user.

The second place shows when a synchroniser has put back the whole workspace. A head that cannot be read or written is only
a warning: then there is less to compare with.
"""

from __future__ import annotations

import hashlib
import json
import os
import sys
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from pathlib import Path

from ulotki import files, values
from ulotki.errors import Finding, Say, Where, say, system_words
from ulotki.frozen import dataclass
from ulotki.handout.chain import LedgerEntry
from ulotki.handout.heads import LedgerHead
from ulotki.workspace import writing

SCHEMA = "ulotki.ledger-head/1"

OWN = Path(".ulotki") / "ledger-head.json"
"""In the workspace."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """A head that was kept. own: it lies in the workspace, so it is of its ledger, whichever that is now."""

    file: Path
    head: LedgerHead
    own: bool

    def of(self, entries: Sequence[LedgerEntry]) -> bool:
        """Whether *entries* are the ledger whose head it was; this folder may have held another one once."""
        return self.own or (bool(entries) and entries[0].hash == self.head.first)


def state_file(kind: str, folder: Path) -> Path:
    """The file about a workspace in the state folder of this user, which lies where the operating system says."""
    if sys.platform == "win32":
        state = Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData/Local")
    else:
        state = Path(os.environ.get("XDG_STATE_HOME") or Path.home() / ".local/state")
    name = hashlib.sha256(str(folder.resolve()).encode("utf-8", "surrogateescape")).hexdigest()[:16]
    return state / "ulotki" / kind / f"{name}.json"


def kept(folder: Path) -> tuple[tuple[Anchor, ...], tuple[Finding, ...]]:
    """(the stored heads of the ledger of *folder*, findings about those that cannot be read)."""
    anchors: list[Anchor] = []
    findings: list[Finding] = []
    for file in _files(folder):
        try:
            if not files.lies(file):
                continue
            anchors.append(Anchor(file, _read(file), own=file == folder / OWN))
        except (OSError, ValueError):
            what = say("this file cannot be read, so the ledger cannot be compared with it")
            hint = say("the next entry writes it anew")
            findings.append(Finding("ledger", what, hint, Where(str(file)), grave=False))
    return tuple(anchors), tuple(findings)


def keep(folder: Path, head: LedgerHead) -> tuple[Say, ...]:
    """Store *head* in both places. Returns a sentence for each place where that failed."""
    data = {"schema": SCHEMA, **asdict(head), "folder": str(folder.absolute())}
    failed: list[Say] = []
    for file in _files(folder):
        try:
            file.parent.mkdir(parents=True, exist_ok=True)
            writing.write(file, (json.dumps(data, ensure_ascii=False, indent=1) + "\n").encode())
        except OSError as error:
            why = system_words(error)
            failed.append(say("the head of the ledger was not kept in {file}: {why}", file=file, why=why))
    return tuple(failed)


def _files(folder: Path) -> Iterator[Path]:
    yield folder / OWN
    try:
        yield state_file("ledgers", folder)
    except (OSError, RuntimeError):  # a user without a home
        return


def _read(file: Path) -> LedgerHead:
    """The head in *file*, of this version or a later one. Raises OSError or ValueError when there is none."""
    table = values.parse(files.contents(file))
    if not isinstance(table, dict) or not str(table.get("schema")).startswith("ulotki.ledger-head/"):
        raise ValueError("another kind of file")
    return values.load(LedgerHead, table)
