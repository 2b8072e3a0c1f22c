"""Tries a text: what the rules say of it, and what does not fit in the templates. Nothing is written."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping
from dataclasses import replace

from ulotki.content.scam import Scam
from ulotki.content.unread import Entries, Unread
from ulotki.errors import Finding, Trouble
from ulotki.library import Library, copies, tables
from ulotki.library.scam_fields import KEYS, edit_scam, field_text
from ulotki.library.toml import values_of
from ulotki.office import Outcome, preview
from ulotki.office.scam_text import ScamText, TextField, TextRequest
from ulotki.office.template_trial import tried_templates, try_scam
from ulotki.office.text_files import find_text, library_text, read_scam_text
from ulotki.press import Proof
from ulotki.workspace import Workspace


def read_text(workspace: Workspace, id: str, today: datetime.date) -> Outcome[ScamText]:
    """The text as it is. Raises Misused for no such scam."""
    return try_text(workspace, TextRequest(id, {}), today)


def try_text(workspace: Workspace, request: TextRequest, today: datetime.date) -> Outcome[ScamText]:
    """The text as it would be, with what the rules say and what does not fit; nothing is written."""
    return Outcome(try_in_templates(workspace, request, today)[0])


def try_in_templates(
    workspace: Workspace, request: TextRequest, today: datetime.date
) -> tuple[ScamText, Mapping[str, Proof]]:
    """The text as by `try_text`, and the piece as it would be in each template in which it fits, for pictures."""
    library = workspace.library().believed(today)
    own, data = find_text(workspace, request.id, library)
    changed = edit_scam(data, request.values)
    found = read_scam_text(workspace, request.id, changed)
    table, original = values_of(changed), library_text(request.id)
    first = values_of(original) if original is not None else None
    fields = tuple(
        TextField(key, kind, field_text(table, key), None if first is None else field_text(first, key))
        for key, kind in KEYS.items()
    )
    digest = tables.digest(data)
    if isinstance(found, Unread):
        return ScamText(request.id, own, None, fields, digest, (), tuple(_placed(found.findings))), {}
    note = copies.remark(found) if own else None
    tried = tried_templates(library, found)
    findings, proofs = try_scam(_with(library, found), found, tried, today)
    return ScamText(request.id, own, note, fields, digest, tried, tuple(_placed(findings))), proofs


def draw_unfit(
    workspace: Workspace, request: TextRequest, template: str, today: datetime.date, dpi: int
) -> bytes | None:
    """A picture of the text in *template*, in which it does not fit: what is too much is marked. None when there is none."""
    library = workspace.library().believed(today)
    _own, data = find_text(workspace, request.id, library)
    found = read_scam_text(workspace, request.id, edit_scam(data, request.values))
    if isinstance(found, Unread):
        return None
    try:
        return preview.draw_overfull(_with(library, found), found, template, today, dpi)
    except Trouble:
        return None


def _with(library: Library, scam: Scam) -> Library:
    return replace(library, scams=Entries({**library.scams, scam.id: scam}))


def _placed(findings: tuple[Finding, ...]) -> Iterator[tuple[str, Finding]]:
    """Findings at the fields of a form: "quote.2" is at the quote, "short.quote" at the quote whose shorter words it is."""
    for one in findings:
        parts = one.at.field.split(".")
        tries = [".".join(parts[:count]) for count in range(len(parts), 0, -1)]
        yield next((key for key in tries if key in KEYS), ""), one
