"""`ulotki ledger export`, `backup`, `restore`: the ledger elsewhere."""

from __future__ import annotations

from pathlib import Path

import click

from ulotki.cli import options
from ulotki.cli.language import translated as _
from ulotki.cli.sentences import near, told
from ulotki.cli.talk import Talk
from ulotki.errors import say
from ulotki.office import ledger as office
from ulotki.office.export import export as exporting
from ulotki.workspace import Workspace, writing

force = click.option("--force", is_flag=True, help=_("Also when a file of that name is there."))


@click.argument("file", type=options.FILE, metavar=_("FILE.csv|.json"))
@click.option("--anonymous", is_flag=True, help=_("Without names, telephones and notes."))
@force
def export(talk: Talk, ours: Workspace, file: Path, anonymous: bool, force: bool) -> None:
    """Write the ledger as a table."""
    outcome = exporting(ours, file, told, anonymous=anonymous, force=force)
    talk.result(near(file))
    talk.outcome("ledger.export", outcome)


@click.argument("file", type=options.FILE, metavar=_("FILE"))
@force
def backup(talk: Talk, ours: Workspace, file: Path, force: bool) -> None:
    """Copy the ledger."""
    writing.writable(file)
    outcome = office.backup(ours, file, force=force)
    found = outcome.value
    talk.result(told(say("copied and checked: entries {count}", count=found.count)))
    if found.head:
        talk.result(
            told(say("the last entry is {hash}; noted on paper, it shows an older ledger", hash=found.head.short))
        )
    talk.result(near(file))
    talk.outcome("ledger.backup", outcome, file)


@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path), metavar=_("FILE"))
def restore(talk: Talk, ours: Workspace, file: Path) -> None:
    """Put a copy in the place of the ledger."""
    outcome = office.restore(ours, file)
    found = outcome.value
    talk.result(told(say("restored: entries {count}", count=found.entries)))
    if found.kept:
        talk.result(told(say("the ledger that was there is kept: {file}", file=near(found.kept))))
    talk.outcome("ledger.restore", outcome)
