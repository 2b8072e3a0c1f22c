"""`ulotki plan`: what a build would change, and why; nothing is written."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

import click

from ulotki.cli import options, workers
from ulotki.cli.language import translated as _
from ulotki.cli.sentences import told
from ulotki.cli.talk import Talk
from ulotki.edition import words
from ulotki.errors import say
from ulotki.office import Outcome
from ulotki.office import plan as office
from ulotki.office.built import BuildRequest
from ulotki.office.plan import PlannedBuild
from ulotki.workspace import Workspace
from ulotki.workspace.memory import Wish


@click.argument("campaign", required=False, metavar=_("[CAMPAIGN]"))
@click.option("--for", "purpose", multiple=True, metavar=_("NAME"), help=_("web or press beside office."))
@click.option("--palette", multiple=True, metavar=_("NAME"), help=_("colour, mono or eco instead of the campaign's."))
@options.on
@options.out
@options.jobs
def plan(
    talk: Talk,
    ours: Workspace,
    campaign: str | None,
    purpose: tuple[str, ...],
    palette: tuple[str, ...],
    day: datetime.date | None,
    jobs: int,
) -> None:
    """Say what a build would do."""
    wish = Wish((), options.several(purpose), tuple(dict.fromkeys(options.several(palette))), day)
    tries = workers.making(talk, jobs, say("comparing"))
    outcome = office.plan(ours, BuildRequest(campaign, wish), options.today(), tries)
    for line in _lines(outcome):
        talk.result(line)
    talk.outcome("plan", outcome)


def _lines(outcome: Outcome[PlannedBuild]) -> Iterator[str]:
    """The changes by reason, each with its pieces; places that get less; the sum."""
    planned = outcome.value
    for why, changes in planned.change.by_reason().items():
        yield told(words.group(why, changes))
        for one in changes:
            what = say("places {places}, copies {copies}", places=len(one.places), copies=one.copies)
            yield f"  {one.name}: {told(what)}"
    for less in () if outcome.code == 1 else planned.change.less:
        counts = {"place": less.place, "before": less.before, "now": less.now}
        yield told(say("{place} gets fewer copies: {before} → {now}", **counts))
    if planned.pending and not planned.change.changes:
        yield told(say("the campaign itself has another title or another day, so another edition"))
    if planned.pending:
        yield told(words.balance(planned.change))
    elif outcome.code != 1:
        yield told(say("nothing to do: the edition {edition} is up to date", edition=planned.edition))
