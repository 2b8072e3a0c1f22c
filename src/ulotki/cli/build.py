"""`ulotki build`: everything that a campaign orders, whole or not at all; what did not change is taken over."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from typing import Any

import click

from ulotki.cli import options
from ulotki.cli.language import translated as _
from ulotki.cli.sentences import page_voice
from ulotki.cli.talk import Talk
from ulotki.edition import words
from ulotki.errors import Say, say
from ulotki.office import Outcome
from ulotki.office.built import BuildRequest, Built, unchanged_build
from ulotki.workspace import Workspace
from ulotki.workspace.memory import Wish


@click.argument("campaign", required=False, metavar=_("[CAMPAIGN]"))
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
def build(talk: Talk, ours: Workspace, campaign: str | None, jobs: int, force: bool, opened: bool, **wish: Any) -> None:
    """Make an edition."""
    request, today = BuildRequest(campaign, Wish(**wish), force, page_voice()), options.today()
    outcome = unchanged_build(ours, request, today) or _make(talk, ours, request, today, jobs)
    built = outcome.value
    page = built.folder / "index.html"
    talk.result(*_lines(built), page)
    if opened and built.record.files:
        click.launch(str(page))
    talk.outcome(outcome)


def _make(talk: Talk, ours: Workspace, request: BuildRequest, today: datetime.date, jobs: int) -> Outcome[Built]:
    """The outcome where something is to be done."""
    from ulotki.cli import workers  # here and not above: all that draws is imported with them
    from ulotki.office.build import make_anew

    return make_anew(ours, request, today, workers.making(talk, jobs, say("making")))


def _lines(built: Built) -> Iterator[Say]:
    """What was made, and what became of the edition before."""
    if built.untouched:
        yield say("nothing has changed: pieces as they are: {count}", count=len(built.record.pieces))
        return
    yield from words.made(built.record)
    if built.change:
        yield from words.changed(built.change)
