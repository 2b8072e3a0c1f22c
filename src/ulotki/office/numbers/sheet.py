"""The numbers.toml of a workspace: read, changed and checked, and only then written."""

from __future__ import annotations

import datetime
from dataclasses import replace
from pathlib import Path

from ulotki.content.kinds import KINDS
from ulotki.content.register import Register
from ulotki.content.typography import HOME
from ulotki.content.unread import Entries
from ulotki.content.value import Value
from ulotki.errors import Finding, Refused, Where
from ulotki.frozen import dataclass
from ulotki.library import Library
from ulotki.library.document import Document
from ulotki.library.toml import parse
from ulotki.office.numbers.ids import Refs
from ulotki.workspace import Workspace, read
from ulotki.workspace.history import Edit

FILE = "numbers.toml"


@dataclass(frozen=True, slots=True)
class NumbersFile:
    """The file numbers.toml, read while the lock is held. refs: what there is.  national: what comes with the program.

    doing: the command that changes it, day: today; both for the history.
    """

    workspace: Workspace
    file: Path
    before: bytes | None
    text: str
    refs: Refs
    national: Register
    doing: str
    day: datetime.date

    def keep(self, text: str, kind: str, id: str) -> tuple[Value, Library]:
        """(the value, everything) with *text* as the file, which is written when all of it reads without a fault.

        The value is that of the register, so the national one where an entry has ended. Raises Refused when it, or the
        whole file, cannot be read.
        """
        data = text.encode("utf-8")
        try:
            library = self.workspace.library(instead={self.file: data}).believed(self.day)
            value = library.register.values[f"{kind}:{id}"]
        except Refused as trouble:
            raise Refused([self.placed(finding, f"{kind}.{id}") for finding in trouble.findings]) from None
        if text != self.text:
            self.workspace.change([Edit(FILE, self.before, data)], self.doing, self.day)
        return value, library

    def placed(self, finding: Finding, own: str) -> Finding:
        """*finding* without the line of a text that nobody will see; faults that were there before keep their place."""
        at = finding.at
        if Path(at.file) != self.file:
            return finding
        document = parse(str(self.file), self.before or b"")
        if f"{at.field}.".startswith(f"{own}.") or not isinstance(document, Document):
            return replace(finding, at=Where(field=at.field))
        return replace(finding, at=document.where(tuple(at.field.split("."))))


def open_numbers(workspace: Workspace, doing: str, day: datetime.date) -> NumbersFile:
    """The numbers of *workspace*, to be changed by the command *doing*. Raises Refused when they cannot be read at all."""
    file = workspace.folder / FILE
    before = workspace.contents(FILE)
    data = before or b""
    document = parse(str(file), data)
    if isinstance(document, Finding):
        raise Refused([document])
    national = read(None, HOME).believed(day).register
    if isinstance(national.values, Entries) and national.values.lost:
        raise Refused(national.values.lost)
    tables = {kind: one for kind, one in document.values.items() if kind in KINDS and isinstance(one, dict)}
    local = [f"{kind}:{id}" for kind, ids in tables.items() for id in ids]
    refs = Refs(frozenset([*local, *(value.ref for value in national)]))
    return NumbersFile(workspace, file, before, data.decode("utf-8"), refs, national, doing, day)
