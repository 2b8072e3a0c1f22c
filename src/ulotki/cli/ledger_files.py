"""`ulotki ledger export`, `backup`, `restore`, `forget`: the ledger elsewhere, and what must not be kept of people."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import click

from ulotki import office
from ulotki.cli import options, terminal
from ulotki.cli.language import translated as _
from ulotki.cli.sentences import harmless, path_text, translate
from ulotki.cli.talk import Talk
from ulotki.errors import misused, say
from ulotki.workspace import writing


@click.argument("file", type=options.FILE, metavar=_("FILE.csv|.json"))
@click.option("--anonymous", is_flag=True, help=_("Without names, telephones and notes."))
@options.force
def export(talk: Talk, file: Path, anonymous: bool, force: bool) -> office.Outcome[office.export.Exported]:
    """Write the ledger as a table."""
    outcome = office.export.export(talk.ours, file, translate, anonymous=anonymous, force=force)
    talk.result(file)
    return outcome


@click.argument("file", type=options.FILE, metavar=_("FILE"))
@options.force
def backup(talk: Talk, file: Path, force: bool) -> office.Outcome[office.ledger.LedgerEnd]:
    """Copy the ledger."""
    writing.writable(file)
    outcome = office.ledger.backup(talk.ours, file, force=force)
    found = outcome.value
    talk.result(say("copied and checked: entries {count}", count=found.entries))
    if found.head:
        talk.result(say("the last entry is {hash}; noted on paper, it shows an older ledger", hash=found.short))
    talk.result(file)
    talk.file = file
    return outcome


@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path), metavar=_("FILE"))
def restore(talk: Talk, file: Path) -> office.Outcome[office.ledger.RestoredLedger]:
    """Put a copy in the place of the ledger."""
    outcome = office.ledger.restore(talk.ours, file)
    found = outcome.value
    talk.result(say("restored: entries {count}", count=found.entries))
    if found.kept:
        talk.result(say("the ledger that was there is kept: {file}", file=path_text(found.kept)))
    return outcome


@click.option(
    "--entry", "entries", type=click.IntRange(1), multiple=True, metavar=_("N"), help=_("Of this entry; repeatable.")
)
@click.option("--who", metavar=_("TEXT"), help=_("Of every entry that names this person."))
@options.day("--before", help=_("Of every entry from before this day."))
@options.sure
def forget(talk: Talk, sure: bool, **asked: Any) -> office.Outcome[office.forgetting.ForgottenEntries] | None:
    """Delete personal fields for good."""
    found = office.forgetting.entries_to_forget(talk.ours, office.forgetting.ForgetRequest(**asked))
    if found and not sure and not _confirm(talk, found):
        talk.aside(say("nothing was changed"))
        return None
    gone = tuple(one.entry.seq for one in found)
    outcome = office.forgetting.forget(talk.ours, gone, options.now(), options.today())
    if found:
        talk.result(say("forgotten: entries {numbers}", numbers=", ".join(map(str, gone))))
    else:
        talk.result(say("no entry holds anything personal of that kind"))
    return outcome


def _confirm(talk: Talk, found: Iterable[office.ledger.LedgerLine]) -> bool:
    """Whether somebody who sees what would be forgotten says yes. Raises Misused where nobody can be asked."""
    if talk.as_json or not terminal.possible():
        raise misused(say("nobody was asked"), say("say --yes to forget without a question"))
    for one in found:
        kept = one.personal
        fields = ", ".join(filter(None, (kept.who, kept.phone, kept.note))) if kept else ""
        click.echo(f"{one.entry.seq:>4}  {one.entry.deed.day}  {harmless(fields)}", err=True)
    return terminal.yes(say("Forget this for good?"), default=False)
