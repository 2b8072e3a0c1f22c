"""Edits the text of a scam in this workspace's copy, says at once what no longer fits, and restores the library's text.

The copy is made with the first change and remembers the text it was made from. What is tried is not written.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping
from dataclasses import replace

from ulotki import press
from ulotki.content.scam import Scam
from ulotki.content.telling import Occasion
from ulotki.content.typography import HOME
from ulotki.content.unread import Entries, Unread
from ulotki.errors import Finding, Say, Trouble, absent, misused, nearest, say
from ulotki.frozen import dataclass
from ulotki.installed import home
from ulotki.library import Library, Undated, copies, tables
from ulotki.library.scam_fields import KEYS, FieldKind, edited, typed
from ulotki.library.scams import scam as read_scam
from ulotki.library.source import Source
from ulotki.library.toml import values_of
from ulotki.look import PALETTES
from ulotki.office import Outcome, preview
from ulotki.office.edits import refuse_changed
from ulotki.press import Proof
from ulotki.stock import known
from ulotki.templates import templates
from ulotki.workspace import Workspace
from ulotki.workspace.history import Edit

USUAL = (("poster", "A4"), ("leaflet", "A5"))
"""Templates that a text is tried in when no campaign orders it."""

MOST = 4
"""Templates that a text is tried in."""


@dataclass(frozen=True, slots=True)
class TextRow:
    """A scam in the list. own: this workspace has a text of its own.  note: what became of the library's text since."""

    id: str
    title: str
    own: bool
    note: Say | None


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


def list_texts(library: Undated) -> tuple[TextRow, ...]:
    """All scams, those of the workspace first."""
    rows = [
        TextRow(one.id, one.title.source, library.own(one), copies.remark(one) if library.own(one) else None)
        for one in library.scams.values()
    ]
    rows += [TextRow(one.id, one.id, True, one.findings[0].what) for one in library.scams.unread.values()]
    return tuple(sorted(rows, key=lambda row: not row.own))


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
    own, data = _file(workspace, request.id, library)
    changed = edited(data, request.values)
    found = _read(workspace, request.id, changed)
    return _text(workspace, library, request.id, own, changed, data, found, today)


def draw_unfit(
    workspace: Workspace, request: TextRequest, template: str, today: datetime.date, dpi: int
) -> bytes | None:
    """A picture of the text in *template*, in which it does not fit: what is too much is marked. None when there is none."""
    library = workspace.library().believed(today)
    _own, data = _file(workspace, request.id, library)
    found = _read(workspace, request.id, edited(data, request.values))
    if isinstance(found, Unread):
        return None
    try:
        return preview.draw_overfull(_with(library, found), found, template, today, dpi)
    except Trouble:
        return None


def change_text(workspace: Workspace, request: TextRequest, today: datetime.date) -> Outcome[ScamText]:
    """Write the text into the workspace's copy, which is made with the first change; what does not fit is said.

    Raises Refused for what cannot be read or was changed since, Misused for a field that is none.
    """
    with workspace.alone("text"):
        library = workspace.library().believed(today)
        own, data = _file(workspace, request.id, library)
        refuse_changed(request.seen or None, tables.digest(data))
        changed = edited(data, request.values)
        number = 0
        if changed != data:
            after = changed if own else copies.copied(data, changed)
            number = workspace.change([Edit(_path(request.id), data if own else None, after)], "text", today)
            changed = after
        found = _read(workspace, request.id, changed)
        made, _proofs = _text(workspace, library, request.id, own or bool(number), changed, changed, found, today)
    return Outcome(replace(made, change=number))


def restore_text(workspace: Workspace, id: str, today: datetime.date) -> Outcome[ScamText]:
    """Go back to the library's text: the workspace's copy is removed, and can be brought back by undo.

    Raises Misused when the text is no copy.
    """
    with workspace.alone("text back"):
        own = workspace.contents(_path(id))
        if own is None or not _original(id):
            what = say('"{id}" is no copy of a text of the library', id=id)
            raise misused(what, say("copies are listed by: ulotki text"))
        number = workspace.change([Edit(_path(id), own, None)], "text back", today)
    return Outcome(replace(read_text(workspace, id, today).value, change=number))


# Files


def _path(id: str) -> str:
    return f"scams/{HOME}/{id}.toml"


def _original(id: str) -> bytes | None:
    """The library's text, None when it has none of that name."""
    file = home() / "leaflets/library" / _path(id)
    return file.read_bytes() if file.is_file() else None


def _file(workspace: Workspace, id: str, library: Undated) -> tuple[bool, bytes]:
    """(whether it is the workspace's own, the text). Raises Misused for none."""
    known_ids = {*library.scams, *library.scams.unread}
    if id in known_ids:
        own = workspace.contents(_path(id))
        if own is not None:
            return True, own
        if (data := _original(id)) is not None:
            return False, data
    hint = nearest(id, known_ids) or say("all are shown by: {command}", command="ulotki text")
    raise misused(absent("scam", id), hint)


# Reading and trying


def _read(workspace: Workspace, id: str, data: bytes) -> Scam | Unread:
    """The scam in *data*, as the workspace would have it."""
    path = workspace.folder / _path(id)
    return read_scam(Source(known(), (HOME,), {path: data}), path)


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


def _proved(library: Library, scam: Scam, template: str, paper: str, today: datetime.date) -> Proof:
    chosen = templates()[template]
    on = next((one for one in chosen.formats if one.name == paper), chosen.formats[0])
    return press.proof(library, scam, chosen, on, PALETTES["mono"], Occasion(today))


def _text(
    workspace: Workspace,
    library: Library,
    id: str,
    own: bool,
    data: bytes,
    file: bytes,
    found: Scam | Unread,
    today: datetime.date,
) -> tuple[ScamText, Mapping[str, Proof]]:
    table, original = values_of(data), _original(id)
    first = values_of(original) if original is not None else None
    fields = tuple(
        TextField(key, kind, typed(table, key), None if first is None else typed(first, key))
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
        try:
            proofs[template] = _proved(library, scam, template, paper, today)
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
