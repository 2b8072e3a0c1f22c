"""`ulotki ledger forget`: what must not be kept of people."""

from __future__ import annotations

import datetime

import click

from ulotki.cli import asking, options
from ulotki.cli.language import translated as _
from ulotki.cli.sentences import harmless, told
from ulotki.cli.talk import Talk
from ulotki.errors import Finding, Misused, say
from ulotki.office import ledger as office
from ulotki.office.ledger import ForgetRequest
from ulotki.workspace import Workspace


@click.option(
    "--entry", "numbers", type=click.IntRange(1), multiple=True, metavar="N", help=_("Of this entry; repeatable.")
)
@click.option("--who", metavar="TEXT", help=_("Of every entry that names this person."))
@click.option("--before", type=options.Day(), metavar="DAY", help=_("Of every entry from before this day."))
@click.option("--yes", "sure", is_flag=True, help=_("Do not ask."))
def forget(
    talk: Talk, ours: Workspace, numbers: tuple[int, ...], who: str | None, before: datetime.date | None, sure: bool
) -> None:
    """Delete personal fields."""
    found = office.entries_to_forget(ours, ForgetRequest(numbers, who, before))
    if found and not sure:
        if talk.as_json or not asking.possible():
            raise Misused([Finding("use", say("nobody was asked"), say("say --yes to forget without a question"))])
        for one in found:
            kept = one.personal
            fields = ", ".join(filter(None, (kept.who, kept.phone, kept.note))) if kept else ""
            click.echo(f"{one.entry.seq:>4}  {one.entry.deed.day}  {harmless(fields)}", err=True)
        if not asking.yes(say("Forget this for good?"), default=False):
            talk.aside(say("nothing was changed"))
            return
    gone = tuple(one.entry.seq for one in found)
    outcome = office.forget(ours, gone, options.now(), options.today())
    if found:
        talk.result(told(say("forgotten: entries {numbers}", numbers=", ".join(map(str, gone)))))
    else:
        talk.result(told(say("no entry holds anything personal of that kind")))
    talk.outcome("ledger.forget", outcome)
