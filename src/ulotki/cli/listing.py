"""`ulotki list`: what there is; and `numbers list`, with who stands for each value."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence

import click

from ulotki.cli import options
from ulotki.cli.language import _, plain, translate
from ulotki.cli.talk import Talk
from ulotki.content.state import State
from ulotki.errors import Say, say
from ulotki.office import Outcome
from ulotki.office.listing import READ, Listing, list_kind
from ulotki.office.listing_rows import ListingRow, ScamRow, TemplateRow
from ulotki.office.value_row import ValueRow
from ulotki.workspace import read_kind

COLUMNS = {
    "scams": ("id", "lang", "name", "review_by"),
    "templates": ("id", "what", "formats"),
    "places": ("id", "name", "kind", "boards"),
    "numbers": ("ref", "value", "state", "label"),
    "campaigns": ("id", "title", "day", "until"),
    "checks": ("id", "why"),
    "icons": ("id", "scams"),
}


@click.argument("kind", type=click.Choice(list(COLUMNS)))
@options.on
def listing(talk: Talk, kind: str, day: datetime.date | None) -> Outcome[Listing]:
    outcome = _read(talk, kind, day)
    rows = outcome.value.rows
    talk.kind = f"list.{kind}"
    talk.result(*_table(rows, COLUMNS[kind]))
    talk.aside(*(sentence for row in rows for sentence in _remarks(row)))
    return outcome


@options.on
def list_values(talk: Talk, day: datetime.date | None) -> Outcome[Listing]:
    outcome = _read(talk, "numbers", day)
    rows = [row for row in outcome.value.rows if isinstance(row, ValueRow)]
    for row, line in zip(rows, _table(rows, COLUMNS["numbers"]), strict=True):
        talk.result(line)
        talk.result(*filter(None, (row.remark, row.note, *_history(row))), indent=2)
    return outcome


def _read(talk: Talk, kind: str, day: datetime.date | None) -> Outcome[Listing]:
    library = read_kind(talk.folder, READ.get(kind, kind)).believed(options.today())
    return list_kind(library, kind, day or options.today())


def _table(rows: Sequence[object], columns: Sequence[str]) -> Iterator[str]:
    """A line for each row, its cells one below the other."""
    cells = [[_cell(getattr(row, column)) for column in columns] for row in rows]
    widths = [max((len(line[index]) for line in cells), default=0) for index in range(len(columns))]
    for line in cells:
        yield "  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip()


def _cell(value: object) -> str:
    """A cell in words."""
    match value:
        case State():
            return _(value.value)
        case Say():
            return translate(value)
        case tuple():
            return ", ".join(_cell(item) for item in value) or "–"
        case _:
            return plain("–" if value in (None, "") else str(value))


def _remarks(row: ListingRow) -> Iterator[Say]:
    """What is worth knowing of a thing beside its line."""
    match row:
        case TemplateRow():
            for why in dict.fromkeys(row.refuses.values()):
                refused = ", ".join(name for name, reason in row.refuses.items() if reason == why)
                yield say("{template} is not for {scams}: {why}", template=row.id, scams=refused, why=why)
        case ValueRow(ref=place) | ScamRow(file=place) if row.remark:
            yield say("{ref}: {what}", ref=place, what=row.remark)


def _history(row: ValueRow) -> Iterator[Say]:
    """Who set and confirmed a value, what was before it, and who withdrew it."""
    if row.set_by:
        yield say("set by {who} on {day}", who=row.set_by, day=row.checked or "–")
    if word := row.confirmed:
        yield say("confirmed by {who} on {day}", who=f"{word.by} ({word.role})" if word.role else word.by, day=word.on)
    if row.valid_from and not row.national:
        yield say("holds from {day}", day=row.valid_from)
    if old := row.before:
        state = say(old.state.value)
        yield say("before it, until {day}: {value} ({state})", day=old.until, value=old.value, state=state)
    if gone := row.withdrawn:
        yield say("withdrawn by {who} on {day}", who=gone.by, day=gone.on)
