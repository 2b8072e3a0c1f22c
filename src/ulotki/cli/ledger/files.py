"""`ulotki ledger export`, `backup`, `restore`, `forget`: the ledger elsewhere, and what must not be kept of people."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import click

from ulotki.cli import asking, options
from ulotki.cli.language import translated as _
from ulotki.cli.sentences import harmless, path_text, translate
from ulotki.cli.talk import Talk
from ulotki.errors import misused, say
from ulotki.office import export as exporting
from ulotki.office import ledger as office
from ulotki.workspace import Workspace, writing


@click.argument("file", type=options.FILE, metavar=_("FILE.csv|.json"))
@click.option("--anonymous", is_flag=True, help=_("Without names, telephones and notes."))
@options.force
def export(talk: Talk, ours: Workspace, file: Path, anonymous: bool, force: bool) -> None:
    """Write the ledger as a table."""
    outcome = exporting.export(ours, file, translate, anonymous=anonymous, force=force)
    talk.result(file)
    talk.outcome(outcome)


@click.argument("file", type=options.FILE, metavar=_("FILE"))
@options.force
def backup(talk: Talk, ours: Workspace, file: Path, force: bool) -> None:
    """Copy the ledger."""
    writing.writable(file)
    outcome = office.backup(ours, file, force=force)
    found = outcome.value
    talk.result(say("copied and checked: entries {count}", count=found.count))
    if found.head:
        talk.result(say("the last entry is {hash}; noted on paper, it shows an older ledger", hash=found.head.short))
    talk.result(file)
    talk.file = file
    talk.outcome(outcome)


@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path), metavar=_("FILE"))
def restore(talk: Talk, ours: Workspace, file: Path) -> None:
    """Put a copy in the place of the ledger."""
    outcome = office.restore(ours, file)
    found = outcome.value
    talk.result(say("restored: entries {count}", count=found.entries))
    if found.kept:
        talk.result(say("the ledger that was there is kept: {file}", file=path_text(found.kept)))
    talk.outcome(outcome)


@click.option(
    "--entry", "entries", type=click.IntRange(1), multiple=True, metavar=_("N"), help=_("Of this entry; repeatable.")
)
@click.option("--who", metavar=_("TEXT"), help=_("Of every entry that names this person."))
@options.day("--before", help=_("Of every entry from before this day."))
@options.sure
def forget(talk: Talk, ours: Workspace, sure: bool, **asked: Any) -> None:
    """Delete personal fields for good."""
    found = office.entries_to_forget(ours, office.ForgetRequest(**asked))
    if found and not sure and not _confirm(talk, found):
        talk.aside(say("nothing was changed"))
        return
    gone = tuple(one.entry.seq for one in found)
    outcome = office.forget(ours, gone, options.now(), options.today())
    if found:
        talk.result(say("forgotten: entries {numbers}", numbers=", ".join(map(str, gone))))
    else:
        talk.result(say("no entry holds anything personal of that kind"))
    talk.outcome(outcome)


def _confirm(talk: Talk, found: Iterable[office.LedgerLine]) -> bool:
    """Whether somebody who sees what would be forgotten says yes. Raises Misused where nobody can be asked."""
    if talk.as_json or not asking.possible():
        raise misused(say("nobody was asked"), say("say --yes to forget without a question"))
    for one in found:
        kept = one.personal
        fields = ", ".join(filter(None, (kept.who, kept.phone, kept.note))) if kept else ""
        click.echo(f"{one.entry.seq:>4}  {one.entry.deed.day}  {harmless(fields)}", err=True)
    return asking.yes(say("Forget this for good?"), default=False)
