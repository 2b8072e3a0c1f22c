"""`ulotki list`: what there is."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from pathlib import Path

import click

from ulotki.cli import options
from ulotki.cli.tables import COLUMNS, table
from ulotki.cli.talk import Talk
from ulotki.errors import Say, say
from ulotki.office.listing import READ, Row, ScamRow, TemplateRow, ValueRow, list_kind
from ulotki.workspace import read_kind


@click.argument("kind", type=click.Choice(list(COLUMNS)))
@options.on
def listing(talk: Talk, workspace: Path | None, kind: str, day: datetime.date | None) -> None:
    """List one kind of thing."""
    library = read_kind(workspace, READ.get(kind, kind)).believed(options.today())
    outcome = list_kind(library, kind, day or options.today())
    rows = outcome.value.rows
    for line in table(rows, COLUMNS[kind]):
        talk.result(line)
    for row in rows:
        for sentence in _remarks(row):
            talk.aside(sentence)
    talk.outcome(f"list.{kind}", outcome)


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
