"""`ulotki ledger correct`, `cancel`, `accept`: what was wrong."""

from __future__ import annotations

from typing import Any

import click

from ulotki.cli import options
from ulotki.cli.language import translated as _
from ulotki.cli.sentences import way
from ulotki.cli.talk import Talk
from ulotki.errors import say
from ulotki.handout import lines
from ulotki.office import correct as correcting
from ulotki.office import ledger as office
from ulotki.office.correct import CorrectionRequest
from ulotki.workspace import Workspace

COUNT = click.IntRange(0, 1_000_000)

number = click.argument("number", type=click.IntRange(1), metavar="N")


class PieceCount(click.ParamType[tuple[str, int | None]]):
    """A piece by code or name, with its copies: "D08A8-N8QQ1=20", or without."""

    name = "piece"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> tuple[str, int | None]:
        """(code or name, copies or None), or a usage error."""
        word, _sign, count = str(value).partition("=")
        return word, COUNT.convert(count, param, ctx) if count else None  # type: ignore[arg-type]


@number
@click.option("--place", metavar="PLACE", help=_("It was this place."))
@click.option(
    "--piece",
    "pieces",
    type=PieceCount(),
    multiple=True,
    metavar="CODE[=N]",
    help=_("It was this piece alone; with =N so many copies of it; repeatable."),
)
@click.option(
    "--copies", type=click.IntRange(1, 1_000_000), metavar="N", help=_("It was so many copies of each piece.")
)
@click.option("--hung", type=COUNT, metavar="N", help=_("So many of them hang on boards."))
@click.option("--until", type=options.Day(), metavar="DAY", help=_("It may hang until then."))
@click.option("--on", "--day", "day", type=options.Day(), metavar="DAY", help=_("It was this day."))
@click.option("--consent/--no-consent", default=None, help=_("Whether the host agreed to display."))
@click.option("--to", "who", metavar="WHO", help=_("Who took them."))
@click.option("--note", metavar="TEXT", help=_("A few words; they can be forgotten again."))
@click.option("--group", metavar="TEXT", help=_("With whom the meeting was."))
@click.option("--people", type=COUNT, metavar="N", help=_("How many came."))
@click.option("--topic", "topics", multiple=True, metavar="SCAM", help=_("What it was about; repeatable."))
def correct(talk: Talk, ours: Workspace, number: int, topics: tuple[str, ...], **said: Any) -> None:
    """Correct an entry."""
    request = CorrectionRequest(number, options.now(), topics=options.several(topics) or None, **said)
    outcome = correcting.correct(ours, request, options.today())
    found, known = outcome.value, office.read_places(ours)[0]
    talk.result(way(lines.with_number(found.made.seq, lines.entry(found.made.deed, found.personal, known))))
    talk.result("  " + way(say("until now: {line}", line=lines.entry(found.before, None, known))))
    talk.outcome("ledger.correct", outcome)


@number
def cancel(talk: Talk, ours: Workspace, number: int) -> None:
    """Cancel an entry."""
    outcome = correcting.cancel(ours, number, options.now(), options.today())
    found, known = outcome.value, office.read_places(ours)[0]
    before = lines.entry(found.before, None, known)
    talk.result(
        way(lines.with_number(found.made.seq, say("entry {number} does not count: {line}", number=number, line=before)))
    )
    if found.now:
        talk.result("  " + way(say("now it counts: {line}", line=lines.entry(found.now, None, known))))
    talk.outcome("ledger.cancel", outcome)


@click.option("--by", "who", required=True, metavar="WHO", help=_("Who says so."))
def accept(talk: Talk, ours: Workspace, who: str) -> None:
    """Accept the ledger as it is."""
    outcome = office.accept(ours, who, options.now(), options.today())
    for one in outcome.value.entries:
        talk.result(way(lines.with_number(one.seq, lines.entry(one.deed, None, {}))))
    talk.outcome("ledger.accept", outcome)
