"""The ledger as a file for a spreadsheet or for another program."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import cast

from ulotki.documents.ledger import ledger_table
from ulotki.errors import Say, misused, say
from ulotki.frozen import dataclass
from ulotki.handout.lines import EntriesData, EntryData
from ulotki.office import Outcome
from ulotki.office.entries import EntriesRequest, list_entries
from ulotki.office.ledger_copy import check_target
from ulotki.values import Json, dump
from ulotki.workspace import Workspace, writing


@dataclass(frozen=True, slots=True)
class Exported:
    """The file, and how many entries are in it."""

    file: Path
    entries: int


def export(
    workspace: Workspace, file: Path, tell: Callable[[Say], str], *, anonymous: bool, force: bool
) -> Outcome[Exported]:
    """Write all entries to *file*, by its ending. anonymous: without what is kept of people.  force: also over a file.

    tell: says a sentence in the language of the table. Raises Misused for another kind of file, or one that is there.
    """
    if file.suffix.lower() not in (".csv", ".json"):
        what = say('"{name}" ends in neither .csv nor .json', name=file.name)
        raise misused(what, say("a spreadsheet reads .csv"))
    writing.writable(file)
    check_target(workspace, file, force=force)
    found = list_entries(workspace, EntriesRequest())
    rows = [(one.entry, None if anonymous else one.personal) for one in found.value.lines]
    if file.suffix.lower() == ".csv":
        data = ledger_table(rows, found.value.places, tell)
    else:
        entries = EntriesData(tuple(EntryData.of(one, personal) for one, personal in rows))
        document = {"schema": "ulotki.ledger/2", **cast(dict[str, Json], dump(entries))}
        data = (json.dumps(document, ensure_ascii=False, indent=1) + "\n").encode()
    writing.write(file, data)
    asides = found.asides
    if any(personal for _, personal in rows):
        personal = say("this file holds personal data: keep it as safe as the ledger, or use --anonymous")
        asides = (personal, *asides)
    return Outcome(Exported(file, len(rows)), found.findings, asides)
