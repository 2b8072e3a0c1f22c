"""`ulotki build`: everything that a campaign orders, whole or not at all; what did not change is taken over."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from typing import Any

import click

from ulotki.cli import options
from ulotki.cli.language import translated as _
from ulotki.cli.sentences import near, spoken, told
from ulotki.cli.talk import Talk
from ulotki.edition import words
from ulotki.errors import Finding, Misused, Say, say
from ulotki.office import Outcome
from ulotki.office.built import BuildRequest, Built, unchanged_build
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
@options.jobs
@click.option("--force", is_flag=True, help=_("Make every piece anew, whether it changed or not."))
@click.option("--open", "look", is_flag=True, help=_("Open the contact sheet when done."))
def build(talk: Talk, ours: Workspace, campaign: str | None, jobs: int, force: bool, look: bool, **asked: Any) -> None:
    """Make an edition."""
    request, today = BuildRequest(campaign, wish(**asked), force, spoken()), options.today()
    outcome = unchanged_build(ours, request, today) or _made(talk, ours, request, today, jobs)
    built = outcome.value
    for sentence in _lines(built):
        talk.result(told(sentence))
    page = built.folder / "index.html"
    talk.result(near(page))
    if look and built.record.files:
        click.launch(str(page))
    talk.outcome("build", outcome)


def _made(talk: Talk, ours: Workspace, request: BuildRequest, today: datetime.date, jobs: int) -> Outcome[Built]:
    """The outcome where something is to be done."""
    from ulotki.cli import workers  # here and not above: all that draws is imported with them
    from ulotki.office.build import make_anew

    return make_anew(ours, request, today, workers.making(talk, jobs, say("making")))


def wish(only: tuple[str, ...], purpose: tuple[str, ...], palette: tuple[str, ...], day: datetime.date | None) -> Wish:
    """What is asked for beside the campaign. Raises Misused when a part is asked for and not named."""
    part = options.several(only)
    if only and not part:
        raise Misused([Finding("use", say("--only names nothing"), say("name a scam, a template or a place"))])
    return Wish(part, options.several(purpose), tuple(dict.fromkeys(options.several(palette))), day)


def _lines(built: Built) -> Iterator[Say]:
    """What was made, and what became of the edition before."""
    if built.untouched:
        yield say("nothing has changed: pieces as they are: {count}", count=len(built.record.pieces))
        return
    yield from words.made(built.record)
    if built.change:
        yield from words.changed(built.change)
