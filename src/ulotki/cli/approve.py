"""`ulotki approve`: somebody's word that the pieces of an edition may hang."""

from __future__ import annotations

import click

from ulotki.cli import options
from ulotki.cli.language import translated as _
from ulotki.cli.talk import Talk
from ulotki.errors import say
from ulotki.office import approve as office
from ulotki.workspace import Workspace


@click.argument("edition", metavar=_("EDITION"))
@click.option("--by", "who", required=True, metavar=_("WHO"), help=_("Whose word it is."))
@options.out
def approve(talk: Talk, ours: Workspace, edition: str, who: str) -> None:
    """Write the approval down."""
    outcome = office.approve(ours, office.ApproveRequest(edition, who), options.today())
    made = outcome.value
    talk.result(say("approved by {who}: pieces {count}", who=made.by, count=len(made.codes)), made.file)
    talk.outcome(outcome)
