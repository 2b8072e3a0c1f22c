"""`ulotki build`: everything that a campaign orders, whole or not at all; what did not change is taken over."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from gettext import gettext as _
from pathlib import Path

import click

from ulotki.cli import options, workers
from ulotki.cli.options import needed
from ulotki.cli.talk import Talk, as_data, near, told
from ulotki.edition import plan
from ulotki.edition.plan import Plan
from ulotki.edition.record import Entry
from ulotki.errors import Finding, Misused, say
from ulotki.office import Outcome
from ulotki.office import build as office
from ulotki.office.build import Built, Request
from ulotki.workspace import Workspace
from ulotki.workspace.memory import Wish


@click.argument("campaign", required=False, metavar=_("[CAMPAIGN]"))
@click.option(
    "--only", multiple=True, metavar=_("WORD"), help=_("Only this scam, template or place; into the draft folder.")
)
@click.option("--for", "purpose", multiple=True, metavar=_("NAME"), help=_("web or press beside office."))
@click.option("--palette", multiple=True, metavar=_("NAME"), help=_("colour, mono or eco instead of the campaign's."))
@options.on
@options.out
@workers.jobs
@click.option("--force", is_flag=True, help=_("Make every piece anew, whether it changed or not."))
@click.option("--open", "look", is_flag=True, help=_("Open the contact sheet when done."))
def build(
    talk: Talk,
    workspace: Path | None,
    campaign: str | None,
    only: tuple[str, ...],
    purpose: tuple[str, ...],
    palette: tuple[str, ...],
    day: datetime.date | None,
    out: Path | None,
    jobs: int,
    force: bool,
    look: bool,
) -> None:
    """Make an edition."""
    words, palettes = options.several(only), list(dict.fromkeys(options.several(palette)))
    if only and not words:
        raise Misused([Finding("use", say("--only names nothing"), say("name a scam, a template or a place"))])
    request = Request(campaign, Wish(words, options.several(purpose), palettes, day), force)
    outcome = office.build(
        Workspace.at(needed(workspace), out), request, options.today(), workers.making(talk, jobs, say("making"))
    )
    _said(talk, outcome)
    built = outcome.value
    if look and built.record.files:
        click.launch(str(built.folder / "index.html"))
    if (not built.final and not words) or any(file.mark for file in built.record.files):
        raise click.exceptions.Exit(1)
    if outcome.code:
        raise click.exceptions.Exit(outcome.code)


def _said(talk: Talk, outcome: Outcome[Built]) -> None:
    built = outcome.value
    talk.complain(outcome.findings)
    for sentence in outcome.asides:
        talk.aside(sentence)
    for line in _lines(built):
        talk.result(line)
    talk.result(near(built.folder / "index.html"))
    change = built.change
    talk.data(
        "build",
        folder=str(built.folder),
        final=built.final,
        pieces=[
            {"name": piece.name, "code": piece.code, "mark": bool(piece.mark), "ink": piece.ink}
            for piece in built.record.pieces
        ],
        files=len(built.record.files),
        missing=list(built.missing),
        doubtful=list(built.doubtful),
        findings=[as_data(finding) for finding in outcome.findings],
        anew=sum(one.kind in ("new", "changed") for one in change.changes) if change else None,
        unchanged=change.same if change else len(built.record.pieces),
    )


def _lines(built: Built) -> Iterator[str]:
    """What was made, and what became of the edition before."""
    found = built.record
    if built.untouched:
        yield told(say("nothing has changed: pieces as they are: {count}", count=len(found.pieces)))
        return
    for piece in found.pieces:
        ink = _percent(piece.ink)
        yield told(say("{name}: copies {copies}, ink {ink} %", name=piece.name, copies=piece.copies, ink=ink))
    whole = sum(piece.ink * _sides(piece) for piece in found.pieces) / max(1, sum(map(_sides, found.pieces)))
    yield told(say("the whole campaign: ink {ink} %", ink=_percent(whole)))
    yield told(say("pieces: {pieces}, files: {files}", pieces=len(found.pieces), files=len(found.files)))
    if built.change:
        yield from _changed(built.change)


def _changed(change: Plan) -> Iterator[str]:
    """What became of the edition before, a line for each reason, and the sum."""
    for reason, changes in change.by_reason().items():
        why = told(plan.reason(*reason))
        yield told(
            say(
                "{why}: pieces {count}, copies {copies}",
                why=why,
                count=len(changes),
                copies=sum(one.copies for one in changes),
            )
        )
    anew = sum(one.kind in ("new", "changed") for one in change.changes)
    yield told(say("pieces anew: {anew}, unchanged: {same}", anew=anew, same=change.same))


def _sides(piece: Entry) -> int:
    """How many sides of paper all its copies take."""
    return piece.pages * max(1, piece.copies)


def _percent(share: float) -> str:
    return f"{share * 100:.1f}"
