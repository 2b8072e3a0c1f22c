"""`ulotki list`: what there is."""

from __future__ import annotations

import datetime
from pathlib import Path

import click

from ulotki.cli import options
from ulotki.cli.sentences import as_data
from ulotki.cli.tables import COLUMNS, said, table
from ulotki.cli.talk import Talk
from ulotki.errors import say
from ulotki.office.listing import listed
from ulotki.workspace import read


@click.argument("kind", type=click.Choice(list(COLUMNS)))
@options.on
def listing(talk: Talk, workspace: Path | None, kind: str, day: datetime.date | None) -> None:
    """List one kind of thing."""
    outcome = listed(read(workspace), kind, day or options.today())
    found = said(outcome.value)
    for line in table(found, COLUMNS[kind]):
        talk.result(line)
    for row in found if kind == "templates" else ():
        for why in dict.fromkeys(row["refuses"].values()):
            refused = ", ".join(name for name, reason in row["refuses"].items() if reason == why)
            talk.aside(say("{template} is not for {scams}: {why}", template=row["id"], scams=refused, why=why))
    for row in found if kind in ("numbers", "scams") else ():
        if row["remark"]:
            talk.aside(say("{ref}: {what}", ref=row.get("ref") or row["file"], what=row["remark"]))
    talk.outcome(f"list.{kind}", outcome, **{kind: found}, findings=[as_data(one) for one in outcome.findings])
