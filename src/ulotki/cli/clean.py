"""`ulotki clean`: old editions that nobody needs, and what interrupted runs left behind. Without --yes it only says so."""

from __future__ import annotations

import time

import click

from ulotki.cli import options
from ulotki.cli.language import translated as _
from ulotki.cli.sentences import megabytes, path_text
from ulotki.cli.talk import Talk
from ulotki.errors import Say, say
from ulotki.office import clean as office
from ulotki.workspace import Workspace


@options.out
@click.option("--yes", is_flag=True, help=_("Remove them; without it nothing is touched."))
def clean(talk: Talk, ours: Workspace, yes: bool) -> None:
    """Say what may go, or remove it."""
    outcome = office.clean(ours, office.CleanRequest(time.time(), yes))
    found = outcome.value
    talk.result(*(f"{path_text(one.path)}  {megabytes(one.size)} MB" for one in found.gone), _sum(found))
    talk.outcome(outcome)


def _sum(found: office.Cleaned) -> Say:
    """How much went or would go."""
    room = f"{megabytes(found.bytes)} MB"
    if not found.gone:
        return say("there is nothing to clean: only what is needed lies there")
    if found.removed:
        return say("removed: {count}, {room} are free again", count=len(found.gone), room=room)
    return say("nothing was removed; these {count} would go and give back {room}", count=len(found.gone), room=room)
