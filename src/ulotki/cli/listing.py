"""`ulotki list`: what there is; and `numbers list`, with who stands for each value."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from pathlib import Path

import click

from ulotki.cli import options
from ulotki.cli.tables import COLUMNS, table
from ulotki.cli.talk import Talk
from ulotki.errors import Say, say
from ulotki.office import Outcome
from ulotki.office.listing import READ, Listing, Row, ScamRow, TemplateRow, ValueRow, list_kind
from ulotki.workspace import read_kind


@click.argument("kind", type=click.Choice(list(COLUMNS)))
@options.on
def listing(talk: Talk, workspace: Path | None, kind: str, day: datetime.date | None) -> None:
    """List one kind of thing."""
    outcome = _list(workspace, kind, day)
    rows = outcome.value.rows
    talk.result(*table(rows, COLUMNS[kind]))
    talk.aside(*(sentence for row in rows for sentence in _remarks(row)))
    talk.outcome(outcome, f"list.{kind}")


@options.on
def list_values(talk: Talk, workspace: Path | None, day: datetime.date | None) -> None:
    """List the register."""
    outcome = _list(workspace, "numbers", day)
    rows = [row for row in outcome.value.rows if isinstance(row, ValueRow)]
    for row, line in zip(rows, table(rows, COLUMNS["numbers"]), strict=True):
        talk.result(line)
        talk.result(*filter(None, (row.remark, row.note, *_history(row))), indent=2)
    talk.outcome(outcome)


def _list(workspace: Path | None, kind: str, day: datetime.date | None) -> Outcome[Listing]:
    library = read_kind(workspace, READ.get(kind, kind)).believed(options.today())
    return list_kind(library, kind, day or options.today())


def _remarks(row: Row) -> Iterator[Say]:
    """What is worth knowing of a thing beside its line."""
    match row:
        case TemplateRow():
            for why in dict.fromkeys(row.refuses.values()):
                refused = ", ".join(name for name, reason in row.refuses.items() if reason == why)
                yield say("{template} is not for {scams}: {why}", template=row.id, scams=refused, why=why)
        case ValueRow() if row.remark:
            yield say("{ref}: {what}", ref=row.ref, what=row.remark)
        case ScamRow() if row.remark:
            yield say("{ref}: {what}", ref=row.file, what=row.remark)


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
