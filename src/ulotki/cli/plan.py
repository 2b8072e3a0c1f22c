"""`ulotki plan`: what a build would change, and why; nothing is written."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import asdict
from gettext import gettext as _
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ulotki.cli import options
from ulotki.cli.main import command, needed
from ulotki.cli.talk import Talk, as_data, told
from ulotki.edition import plan as plans
from ulotki.edition.plan import Change, Piece, Plan
from ulotki.edition.record import Unreadable, divided
from ulotki.errors import Finding, Refused, say
from ulotki.office import PENDING
from ulotki.workspace import editions
from ulotki.workspace.memory import Memory, Records, Wish, Work, untouched

if TYPE_CHECKING:
    from ulotki.edition.jobs import Job


@click.argument("campaign", required=False, metavar=_("[CAMPAIGN]"))
@click.option("--for", "purpose", multiple=True, metavar="NAME", help=_("web or press beside office."))
@click.option("--palette", multiple=True, metavar="NAME", help=_("colour, mono or eco instead of the campaign's."))
@options.on
@options.out
def plan(
    talk: Talk,
    workspace: Path | None,
    campaign: str | None,
    purpose: tuple[str, ...],
    palette: tuple[str, ...],
    day: datetime.date | None,
    out: Path | None,
) -> None:
    """Say what a build would do."""
    workspace = needed(workspace)
    wish = Wish([], options.several(purpose), list(dict.fromkeys(options.several(palette))), day)
    base = out or workspace / "out"
    same = untouched(base, workspace, campaign, wish)
    change, edition = Plan((), len(same[1].pieces) if same else 0), same[0].name if same else ""
    unread = divided(editions.of(same[0].parent))[1] if same else ()
    found: tuple[Piece, ...] = ()
    refused: list[Finding] = []
    if same is None or edition == editions.DRAFT:
        change, found, refused, edition, unread = _planned(workspace, campaign, base, wish)
    refused = [*(one.finding for one in unread), *refused]
    _said(talk, change, found, refused, edition)
    if refused:
        raise click.exceptions.Exit(1)
    if change.changes:
        raise click.exceptions.Exit(PENDING)


command(plan, name="plan", help=_("Say what build would change, and why; write nothing."))


def _planned(
    workspace: Path, campaign: str | None, base: Path, wish: Wish
) -> tuple[Plan, tuple[Piece, ...], list[Finding], str, tuple[Unreadable, ...]]:
    """What would change, the pieces as they would be, what is refused, the edition to compare with, what is unread."""
    from ulotki.edition import jobs as edition

    library, ordered = wish.ordered(workspace, campaign, options.today())
    target = base / ordered.id
    work = Work(ordered, library, wish.purposed(target))
    memory, newest = Memory.read(target), editions.newest(target)[1]
    records: Records = {}
    found: list[Piece] = []
    refused: list[Finding] = []
    for job in edition.jobs(ordered, library, wish.palettes):
        try:
            found.append(_piece(job, target, memory, work, records))
        except Refused as trouble:
            refused += [finding for finding in trouble.findings if finding not in refused]
    refused += library.faults(ordered)
    old = editions.readable(newest)
    change = plans.compare(plans.pieces(old) if old else (), found)
    return change, tuple(found), refused, newest.name if newest else "", divided(editions.of(target))[1]


def _piece(job: Job, target: Path, memory: Memory, work: Work, records: Records) -> Piece:
    """A piece as it would be: from the record of the last build where nothing of it changed, else laid out."""
    from ulotki.edition.jobs import proved

    purposes = frozenset(purpose.name for purpose in work.purposes)
    entries = memory.entries(target, job, work.inputs(job), work, records)
    if entries:
        first = entries[0]
        return Piece(job.name, first.code, first.values, first.mark, job.places, purposes)
    made = proved(job, work.campaign, work.library)
    values = {ref: value.value for ref, value in made.values.items()}
    return Piece(job.name, made.code, values, made.mark.value if made.mark else None, job.places, purposes)


def _said(talk: Talk, change: Plan, found: Sequence[Piece], refused: list[Finding], edition: str) -> None:
    talk.complain(refused)
    for why, changes in change.by_reason().items():
        talk.result(_line(why, changes))
        for one in changes:
            talk.result(
                f"  {one.name}: "
                + told(say("places {places}, copies {copies}", places=len(one.places), copies=one.copies))
            )
    for less in () if refused else change.less:
        talk.result(
            told(say("{place} gets fewer copies: {before} → {now}", place=less.place, before=less.before, now=less.now))
        )
    marks = sorted({piece.mark for piece in found if piece.mark})
    if marks:
        count = sum(piece.mark is not None for piece in found)
        talk.aside(
            say("marked {marks}, so a draft and no edition: pieces {count}", marks=", ".join(marks), count=count)
        )
    if change.changes:
        anew = sum(one.kind in ("new", "changed") for one in change.changes)
        talk.result(told(say("pieces anew: {anew}, unchanged: {same}", anew=anew, same=change.same)))
    elif not refused:
        talk.result(told(say("nothing to do: the edition {edition} is up to date", edition=edition)))
    talk.data(
        "plan",
        edition=edition,
        pending=bool(change.changes),
        changes=[{**asdict(one), "copies": one.copies} for one in change.changes],
        less=[asdict(one) for one in change.less],
        unchanged=change.same,
        marks=marks,
        findings=[as_data(finding) for finding in refused],
    )


def _line(why: tuple[str, str, str | None, str | None], changes: Sequence[Change]) -> str:
    places = {place for one in changes for place, _ in one.places}
    return told(
        say(
            "{why}: pieces {count}, places {places}, copies {copies}",
            why=told(plans.reason(*why)),
            count=len(changes),
            places=len(places),
            copies=sum(one.copies for one in changes),
        )
    )
