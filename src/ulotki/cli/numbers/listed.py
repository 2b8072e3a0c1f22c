"""`ulotki numbers list`."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from pathlib import Path

from ulotki.cli import options
from ulotki.cli.sentences import as_data, told
from ulotki.cli.tables import COLUMNS, Row, said, table
from ulotki.cli.talk import Talk
from ulotki.content.register import State
from ulotki.errors import Say, say
from ulotki.office.listing import listed
from ulotki.workspace import read


@options.on
def list_values(talk: Talk, workspace: Path | None, day: datetime.date | None) -> None:
    """List the register, with who stands for each value."""
    outcome = listed(read(workspace), "numbers", day or options.today())
    rows = said(outcome.value)
    for row, line in zip(rows, table(rows, COLUMNS["numbers"]), strict=True):
        talk.result(line)
        for words in (row["remark"], row["note"]):
            if words:
                talk.result(f"  {words}")
        for sentence in _stood_for(row):
            talk.result(f"  {told(sentence)}")
    findings = [as_data(finding) for finding in outcome.findings]
    talk.outcome("numbers.list", outcome, numbers=rows, findings=findings)


def _stood_for(row: Row) -> Iterator[Say]:
    """Who set and confirmed a value, what was before it, and who withdrew it."""
    if row["set_by"]:
        yield say("set by {who} on {day}", who=row["set_by"], day=row["checked"] or "–")
    if word := row["confirmed"]:
        yield say("confirmed by {who} on {day}", who=word["by"], day=word["on"])
    if row["valid_from"] and not row["national"]:
        yield say("holds from {day}", day=row["valid_from"])
    if before := row["before"]:
        old: State = before["state"]
        yield say(
            "before it, until {day}: {value} ({state})",
            day=before["until"],
            value=before["value"],
            state=say(old.value),
        )
    if gone := row["withdrawn"]:
        yield say("withdrawn by {who} on {day}", who=gone["by"], day=gone["on"])
