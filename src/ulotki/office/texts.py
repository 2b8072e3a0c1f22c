"""Edits the text of a scam in this workspace's copy, says at once what no longer fits, and restores the library's text.

The copy is made with the first change and remembers the text it was made from. What is tried is not written.
"""

from __future__ import annotations

import datetime
from dataclasses import replace

from ulotki.errors import Say, misused, say
from ulotki.frozen import dataclass
from ulotki.library import Undated, copies, tables
from ulotki.library.scam_fields import edit_scam
from ulotki.office import Outcome
from ulotki.office.edits import refuse_changed
from ulotki.office.scam_text import ScamText, TextRequest
from ulotki.office.text_files import find_text, library_text, text_path
from ulotki.office.text_trial import read_text
from ulotki.workspace import Workspace
from ulotki.workspace.history import Edit


@dataclass(frozen=True, slots=True)
class TextRow:
    """A scam in the list. own: this workspace has a text of its own.  note: what became of the library's text since."""

    id: str
    title: str
    own: bool
    note: Say | None


def list_texts(library: Undated) -> tuple[TextRow, ...]:
    """All scams, those of the workspace first."""
    rows = [
        TextRow(one.id, one.title.source, library.own(one), copies.remark(one) if library.own(one) else None)
        for one in library.scams.values()
    ]
    rows += [TextRow(one.id, one.id, True, one.findings[0].what) for one in library.scams.unread.values()]
    return tuple(sorted(rows, key=lambda row: not row.own))


def change_text(workspace: Workspace, request: TextRequest, today: datetime.date) -> Outcome[ScamText]:
    """Write the text into the workspace's copy, which is made with the first change; the outcome names what does not fit.

    Raises Refused for what cannot be read or was changed since, Misused for an unknown field.
    """
    with workspace.alone("text"):
        own, data = find_text(workspace, request.id, workspace.library().believed(today))
        refuse_changed(request.seen or None, tables.digest(data))
        changed = edit_scam(data, request.values)
        number = 0
        if changed != data:
            after = changed if own else copies.as_copy(data, changed)
            number = workspace.change([Edit(text_path(request.id), data if own else None, after)], "text", today)
        return Outcome(replace(read_text(workspace, request.id, today).value, change=number))


def restore_text(workspace: Workspace, id: str, today: datetime.date) -> Outcome[ScamText]:
    """Remove the workspace's copy of a text, so that the library's counts again. Raises Misused when it is no copy."""
    with workspace.alone("text back"):
        own = workspace.contents(text_path(id))
        if own is None or not library_text(id):
            what = say('"{id}" is no copy of a text of the library', id=id)
            raise misused(what, say("copies are listed by: ulotki text"))
        number = workspace.change([Edit(text_path(id), own, None)], "text back", today)
    return Outcome(replace(read_text(workspace, id, today).value, change=number))
