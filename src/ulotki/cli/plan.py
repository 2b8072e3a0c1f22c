"""`ulotki plan`: what a build would change, and why; nothing is written."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import click

from ulotki.cli import options, workers
from ulotki.cli.language import translated as _
from ulotki.cli.sentences import translate
from ulotki.cli.talk import Talk
from ulotki.edition import words
from ulotki.errors import Say, say
from ulotki.office import Outcome
from ulotki.office import plan as office
from ulotki.office.built import BuildRequest
from ulotki.office.plan import PlannedBuild
from ulotki.workspace import Workspace
from ulotki.workspace.memory import Wish


@click.argument("campaign", required=False, metavar=_("[CAMPAIGN]"))
@options.purposes
@options.palettes
@options.on
@options.out
@options.jobs
def plan(talk: Talk, ours: Workspace, campaign: str | None, jobs: int, **wish: Any) -> None:
    """Say what a build would do."""
    tries = workers.making(talk, jobs, say("comparing"))
    outcome = office.plan(ours, BuildRequest(campaign, Wish(**wish)), options.today(), tries)
    talk.result(*_lines(outcome))
    talk.outcome(outcome)


def _lines(outcome: Outcome[PlannedBuild]) -> Iterator[str | Say]:
    """The changes by reason, each with its pieces; places that get less; the sum."""
    planned = outcome.value
    for why, changes in planned.change.by_reason().items():
        yield words.group(why, changes)
        for one in changes:
            what = say("places {places}, copies {copies}", places=len(one.places), copies=one.copies)
            yield f"  {one.name}: {translate(what)}"
    for less in () if outcome.code == 1 else planned.change.less:
        yield say("{place} gets fewer copies: {before} → {now}", place=less.place, before=less.before, now=less.now)
    if planned.pending and not planned.change.changes:
        yield say("the campaign itself has another title or another day, so another edition")
    if planned.pending:
        yield words.balance(planned.change)
    elif outcome.code != 1:
        yield say("nothing to do: the edition {edition} is up to date", edition=planned.edition)
