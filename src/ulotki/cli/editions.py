"""`ulotki build`, `plan`, `approve`, `clean`: everything that a campaign orders, what changes, what may hang and what may go."""

from __future__ import annotations

import time
from collections.abc import Iterator
from typing import Any

import click

from ulotki import edition, office
from ulotki.cli import options
from ulotki.cli.language import _, megabytes, page_voice, path_text, translate
from ulotki.cli.talk import Talk
from ulotki.errors import Say, say
from ulotki.workspace.memory import Wish

campaign = click.argument("campaign", required=False, metavar=_("[CAMPAIGN]"))


@campaign
@options.words(
    "--only", "words", metavar=_("WORD"), help=_("Only this scam, template or place; into the draft folder.")
)
@options.purposes
@options.palettes
@options.on
@options.out
@options.jobs
@click.option("--force", is_flag=True, help=_("Make every piece anew, whether it changed or not."))
@options.opened
def build(
    talk: Talk, campaign: str | None, jobs: int, force: bool, opened: bool, **wish: Any
) -> office.Outcome[office.built.Built]:
    request, today = office.built.BuildRequest(campaign, Wish(**wish), force, page_voice()), options.today()
    outcome = office.unchanged.unchanged_build(talk.ours, request, today)
    if outcome is None:
        tries = office.trying.making(talk.begin(say("making")), jobs)
        outcome = office.build.make_anew(talk.ours, request, today, tries)
    talk.result(*_made(outcome.value))
    return talk.made(outcome, outcome.value.folder / "index.html", opened and bool(outcome.value.record.files))


def _made(built: office.built.Built) -> Iterator[Say]:
    """What was made, and what became of the edition before."""
    if built.untouched:
        yield say("nothing has changed: pieces as they are: {count}", count=len(built.record.pieces))
        return
    yield from edition.words.edition_lines(built.record, built.change)


@campaign
@options.purposes
@options.palettes
@options.on
@options.out
@options.jobs
def plan(talk: Talk, campaign: str | None, jobs: int, **wish: Any) -> office.Outcome[office.plan.PlannedBuild]:
    tries = office.trying.making(talk.begin(say("comparing")), jobs)
    outcome = office.plan.plan(talk.ours, office.built.BuildRequest(campaign, Wish(**wish)), options.today(), tries)
    return talk.answer(outcome, *_changes(outcome))


def _changes(outcome: office.Outcome[office.plan.PlannedBuild]) -> Iterator[str | Say]:
    """The changes by reason, each with its pieces; places that get less; the sum."""
    planned = outcome.value
    for why, changes in planned.change.by_reason().items():
        yield edition.words.group(why, changes)
        for one in changes:
            what = say("places {places}, copies {copies}", places=len(one.places), copies=one.copies)
            yield f"  {one.name}: {translate(what)}"
    for less in () if outcome.code == 1 else planned.change.less:
        yield say("{place} gets fewer copies: {before} → {now}", place=less.place, before=less.before, now=less.now)
    if planned.pending and not planned.change.changes:
        yield say("the campaign itself has another title or another day, so another edition")
    if planned.pending:
        yield edition.words.balance(planned.change)
    elif outcome.code != 1:
        yield say("nothing to do: the edition {edition} is up to date", edition=planned.edition)


@options.out
@click.option("--yes", is_flag=True, help=_("Remove them; without it nothing is touched."))
def clean(talk: Talk, yes: bool) -> office.Outcome[office.clean.Cleaned]:
    outcome = office.clean.clean(talk.ours, time.time(), yes=yes)
    found, room = outcome.value, megabytes(outcome.value.bytes)
    talk.result(*(f"{path_text(one.path)}  {megabytes(one.size)}" for one in found.gone))
    what = say("nothing was removed; these {count} would go and give back {room}", count=len(found.gone), room=room)
    if not found.gone:
        what = say("there is nothing to clean: only what is needed lies there")
    elif found.removed:
        what = say("removed: {count}, {room} are free again", count=len(found.gone), room=room)
    return talk.answer(outcome, what)


@click.argument("edition", metavar=_("EDITION"))
@click.option("--by", "who", required=True, metavar=_("WHO"), help=_("Whose word it is."))
@options.lying
def approve(talk: Talk, **asked: Any) -> office.Outcome[office.approve.Approved]:
    outcome = office.approve.approve(talk.ours, today=options.today(), **asked)
    made = outcome.value
    return talk.answer(outcome, say("approved by {who}: pieces {count}", who=made.by, count=len(made.codes)), made.file)
