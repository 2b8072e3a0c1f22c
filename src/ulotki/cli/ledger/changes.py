"""`ulotki ledger correct`, `cancel`, `accept`: what was wrong."""

from __future__ import annotations

from typing import Any

import click

from ulotki.cli import options
from ulotki.cli.language import translated as _
from ulotki.cli.sentences import translate_whole
from ulotki.cli.talk import Talk
from ulotki.errors import say
from ulotki.handout import lines
from ulotki.office import correct as correcting
from ulotki.office import ledger as office
from ulotki.workspace import Workspace

COUNT = click.IntRange(0, options.MOST)

NUMBER = click.argument("number", type=click.IntRange(1), metavar=_("N"))


class PieceCount(click.ParamType[tuple[str, int | None]]):
    """A piece by code or name, with its copies: "D08A8-N8QQ1=20", or without."""

    name = "piece"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> tuple[str, int | None]:
        """(code or name, copies or None), or a usage error."""
        word, _sign, count = str(value).partition("=")
        return word, COUNT.convert(count, param, ctx) if count else None  # type: ignore[arg-type]


@NUMBER
@click.option("--place", metavar=_("PLACE"), help=_("It was this place."))
@click.option(
    "--piece",
    "pieces",
    type=PieceCount(),
    multiple=True,
    metavar="CODE[=N]",
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
@options.words("--topic", "topics", metavar=_("SCAM"), help=_("What it was about; repeatable."))
def correct(talk: Talk, ours: Workspace, number: int, topics: tuple[str, ...], **said: Any) -> None:
    """Correct an entry."""
    request = correcting.CorrectionRequest(number, options.now(), topics=topics or None, **said)
    outcome = correcting.correct(ours, request, options.today())
    found, known = outcome.value, office.read_places(ours)[0]
    talk.result(translate_whole(lines.with_number(found.made.seq, lines.entry(found.made.deed, found.personal, known))))
    talk.result("  " + translate_whole(say("until now: {line}", line=lines.entry(found.before, None, known))))
    talk.outcome(outcome)


@NUMBER
def cancel(talk: Talk, ours: Workspace, number: int) -> None:
    """Cancel an entry."""
    outcome = correcting.cancel(ours, number, options.now(), options.today())
    found, known = outcome.value, office.read_places(ours)[0]
    before = lines.entry(found.before, None, known)
    what = say("entry {number} does not count: {line}", number=number, line=before)
    talk.result(translate_whole(lines.with_number(found.made.seq, what)))
    if found.now:
        talk.result("  " + translate_whole(say("now it counts: {line}", line=lines.entry(found.now, None, known))))
    talk.outcome(outcome)


@click.option("--by", "who", required=True, metavar=_("WHO"), help=_("Who says so."))
def accept(talk: Talk, ours: Workspace, who: str) -> None:
    """Accept the ledger as it is."""
    outcome = office.accept(ours, who, options.now(), options.today())
    talk.result(
        *(translate_whole(lines.with_number(one.seq, lines.entry(one.deed, None, {}))) for one in outcome.value.entries)
    )
    talk.outcome(outcome)
