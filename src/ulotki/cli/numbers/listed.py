"""`ulotki numbers list`."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from pathlib import Path

from ulotki.cli import options
from ulotki.cli.sentences import told
from ulotki.cli.tables import COLUMNS, table
from ulotki.cli.talk import Talk
from ulotki.errors import Say, say
from ulotki.office.listing import ValueRow, list_kind
from ulotki.workspace import read_kind


@options.on
def list_values(talk: Talk, workspace: Path | None, day: datetime.date | None) -> None:
    """List the register, with who stands for each value."""
    outcome = list_kind(read_kind(workspace, "numbers").believed(options.today()), "numbers", day or options.today())
    rows = [row for row in outcome.value.rows if isinstance(row, ValueRow)]
    for row, line in zip(rows, table(rows, COLUMNS["numbers"]), strict=True):
        talk.result(line)
        for sentence in (row.remark, row.note, *_stood_for(row)):
            if sentence:
                talk.result(f"  {told(sentence)}")
    talk.outcome("numbers.list", outcome)


def _stood_for(row: ValueRow) -> Iterator[Say]:
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
