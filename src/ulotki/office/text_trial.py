"""Tries a text in the templates that it is ordered in: what the rules say, and what does not fit. Nothing is written."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping
from dataclasses import replace

from ulotki import press
from ulotki.content.scam import Scam
from ulotki.content.telling import Occasion
from ulotki.content.typography import HOME
from ulotki.content.unread import Entries, Unread
from ulotki.errors import Finding, Say, Trouble
from ulotki.frozen import dataclass
from ulotki.library import Library, copies, tables
from ulotki.library.scam_fields import KEYS, FieldKind, edit_scam, field_text
from ulotki.library.toml import values_of
from ulotki.look import PALETTES
from ulotki.office import Outcome, preview
from ulotki.office.text_files import find_text, library_text, read_scam_text
from ulotki.press import Proof
from ulotki.templates import templates
from ulotki.workspace import Workspace

USUAL = (("poster", "A4"), ("leaflet", "A5"))
"""Templates that a text is tried in when no campaign orders it."""

MOST = 4
"""Templates that a text is tried in."""


@dataclass(frozen=True, slots=True)
class TextField:
    """A field. value: as it is typed, a line for each entry.  library: the same in the library, None for none."""

    key: str
    kind: FieldKind
    value: str
    library: str | None


@dataclass(frozen=True, slots=True)
class ScamText:
    """A text as it is, or as it would be. own: the workspace has its own.  seen: the digest of its file.

    tried: the templates it was tried in.  findings: what the rules say and what does not fit, by field, "" for no field.
    change: the number of the change, 0 when nothing was written.
    """

    id: str
    own: bool
    note: Say | None
    fields: tuple[TextField, ...]
    seen: str
    tried: tuple[tuple[str, str], ...]
    findings: tuple[tuple[str, Finding], ...]
    change: int = 0

    @property
    def at(self) -> dict[str, tuple[Finding, ...]]:
        """The findings by field."""
        found: dict[str, tuple[Finding, ...]] = {}
        for key, one in self.findings:
            found[key] = (*found.get(key, ()), one)
        return found


@dataclass(frozen=True, slots=True)
class TextRequest:
    """A text and its new values by field. seen: the digest that a form was made from, "" for none."""

    id: str
    values: Mapping[str, str]
    seen: str = ""


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
    return tried_text(workspace, library, request.id, own, changed, data, found, today)


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


def _templates(library: Library, scam: Scam) -> tuple[tuple[str, str], ...]:
    """The templates that campaigns order the scam in, each once; the usual ones when none does."""
    ordered = [
        (order.template, order.format)
        for one in reversed(library.campaigns.values())
        for order in one.order
        if scam.id in order.scams and order.language == HOME and not templates()[order.template].whole
    ]
    first: dict[str, str] = {}
    for id, paper in (*ordered, *(() if ordered else USUAL)):
        first.setdefault(id, paper)
    return tuple((id, paper) for id, paper in first.items() if not templates()[id].refuses(scam))[:MOST]


def tried_text(
    workspace: Workspace,
    library: Library,
    id: str,
    own: bool,
    data: bytes,
    file: bytes,
    found: Scam | Unread,
    today: datetime.date,
) -> tuple[ScamText, Mapping[str, Proof]]:
    """The text with its fields and findings, and the piece in each template that was tried.

    data: the text.  own: whether the workspace has it.  file: the contents of its file, for the digest.  found: *data*, as it reads.
    """
    table, original = values_of(data), library_text(id)
    first = values_of(original) if original is not None else None
    fields = tuple(
        TextField(key, kind, field_text(table, key), None if first is None else field_text(first, key))
        for key, kind in KEYS.items()
    )
    note = copies.remark(found) if own and isinstance(found, Scam) else None
    tried: tuple[tuple[str, str], ...] = ()
    findings: tuple[Finding, ...] = ()
    proofs: dict[str, Proof] = {}
    match found:
        case Unread():
            findings = found.findings
        case Scam():
            tried = _templates(library, found)
            findings = tuple(_findings(_with(library, found), found, tried, today, proofs))
    return ScamText(id, own, note, fields, tables.digest(file), tried, tuple(_placed(findings))), proofs


def _findings(
    library: Library, scam: Scam, tried: tuple[tuple[str, str], ...], today: datetime.date, proofs: dict[str, Proof]
) -> Iterator[Finding]:
    """What the rules say and what does not fit, each once. proofs: gets the pieces, by template."""
    told: set[tuple[str, str]] = set()
    for template, paper in tried:
        chosen = templates()[template]
        on = next((one for one in chosen.formats if one.name == paper), chosen.formats[0])
        try:
            proofs[template] = press.proof(library, scam, chosen, on, PALETTES["mono"], Occasion(today))
            found = proofs[template].findings
        except Trouble as trouble:
            found = trouble.findings
        for one in found:
            if (one.at.field, str(one.what)) not in told:
                told.add((one.at.field, str(one.what)))
                yield one


def _placed(findings: tuple[Finding, ...]) -> Iterator[tuple[str, Finding]]:
    """Findings at the fields of a form: "quote.2" is at the quote, "short.quote" at the quote whose shorter words it is."""
    for one in findings:
        parts = one.at.field.split(".")
        tries = [".".join(parts[:count]) for count in range(len(parts), 0, -1)]
        yield next((key for key in tries if key in KEYS), ""), one
