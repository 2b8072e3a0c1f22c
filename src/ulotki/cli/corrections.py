"""`ulotki ledger correct`, `cancel`, `accept`, `forget`: what was wrong, and what must not be kept of people."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import click

from ulotki import office
from ulotki.cli import options, terminal
from ulotki.cli.language import _, harmless
from ulotki.cli.talk import Talk
from ulotki.errors import misused, say
from ulotki.handout import lines

COUNT = click.IntRange(0, options.MOST)

ENTRY = click.argument("entry", type=click.IntRange(1), metavar=_("N"))


class PieceCount(click.ParamType[tuple[str, int | None]]):
    """A piece by code or name, with its copies: "D08A8-N8QQ1=20", or without."""

    name = "piece"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> tuple[str, int | None]:
        """(code or name, copies or None), or a usage error."""
        word, _sign, count = str(value).partition("=")
        return word, COUNT.convert(count, param, ctx) if count else None  # type: ignore[arg-type]


@ENTRY
@click.option("--place", metavar=_("PLACE"), help=_("It was this place."))
@click.option(
    "--piece",
    "pieces",
    type=PieceCount(),
    multiple=True,
    metavar=_("CODE[=N]"),
    help=_("It was this piece alone; with =N so many copies of it; repeatable."),
)
@options.count("--copies", help=_("It was so many copies of each piece."))
@options.count("--hung", help=_("So many of them hang on boards."), least=0)
@options.day("--until", help=_("It may hang until then."))
@options.day("--on", "--day", "day", help=_("It was this day."))
@options.consent
@click.option("--to", "who", metavar=_("WHO"), help=_("Who took them."))
@click.option("--note", metavar=_("TEXT"), help=_("A few words; they can be forgotten again."))
@click.option("--group", metavar=_("TEXT"), help=_("With whom the meeting was."))
@options.count("--people", help=_("How many came."), least=0)
@options.words("--topic", "topics", metavar=_("SCAM"), help=_("What it was about; repeatable."), unsaid=None)
def correct(talk: Talk, **said: Any) -> office.Outcome[office.correct.CorrectedEntry]:
    request = office.corrected_deed.CorrectionRequest(at=options.now(), **said)
    outcome = office.correct.correct(talk.ours, request, options.today())
    found, known = outcome.value, outcome.value.places
    talk.result(lines.numbered_line(found.made, known, found.personal), whole=True)
    talk.result(say("until now: {line}", line=lines.entry_line(found.before, None, known)), indent=2, whole=True)
    return outcome


@ENTRY
def cancel(talk: Talk, entry: int) -> office.Outcome[office.cancelling.CancelledEntry]:
    outcome = office.cancelling.cancel(talk.ours, entry, options.now(), options.today())
    found, known = outcome.value, outcome.value.places
    what = say("entry {number} does not count: {line}", number=entry, line=lines.entry_line(found.before, None, known))
    talk.result(lines.with_number(found.made.seq, what), whole=True)
    if found.now:
        talk.result(say("now it counts: {line}", line=lines.entry_line(found.now, None, known)), indent=2, whole=True)
    return outcome


@click.option("--by", "who", required=True, metavar=_("WHO"), help=_("Who says so."))
def accept(talk: Talk, who: str) -> office.Outcome[office.ledger.AcceptedLedger]:
    outcome = office.ledger.accept(talk.ours, who, options.now(), options.today())
    return talk.answer(outcome, *(lines.numbered_line(one, {}) for one in outcome.value.entries), whole=True)


@click.option(
    "--entry", "entries", type=click.IntRange(1), multiple=True, metavar=_("N"), help=_("Of this entry; repeatable.")
)
@click.option("--who", metavar=_("TEXT"), help=_("Of every entry that names this person."))
@options.day("--before", help=_("Of every entry from before this day."))
@options.sure
def forget(talk: Talk, sure: bool, **asked: Any) -> office.Outcome[office.forgetting.ForgottenEntries]:
    found = office.forgetting.entries_to_forget(talk.ours, office.forgetting.ForgetRequest(**asked))
    if found and not sure and not _confirm(talk, found):
        terminal.stop(talk, say("nothing was changed"))
    gone = tuple(one.entry.seq for one in found)
    outcome = office.forgetting.forget(talk.ours, gone, options.now(), options.today())
    nothing = say("no entry holds anything personal of that kind")
    what = say("forgotten: entries {numbers}", numbers=", ".join(map(str, gone)))
    return talk.answer(outcome, what if found else nothing)


def _confirm(talk: Talk, found: Iterable[office.ledger_lines.LedgerLine]) -> bool:
    """Whether somebody who sees what would be forgotten says yes. Raises Misused where nobody can be asked."""
    if talk.as_json or not terminal.possible():
        raise misused(say("nobody was asked"), say("say --yes to forget without a question"))
    for one in found:
        kept = one.personal
        fields = ", ".join(filter(None, (kept.who, kept.phone, kept.note))) if kept else ""
        click.echo(f"{one.entry.seq:>4}  {one.entry.deed.day}  {harmless(fields)}", err=True)
    return terminal.yes(say("Forget this for good?"), default=False)
