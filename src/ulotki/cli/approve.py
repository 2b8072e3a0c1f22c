"""`ulotki approve`: somebody's word that the pieces of an edition may hang."""

from __future__ import annotations

from gettext import gettext as _
from pathlib import Path

import click

from ulotki.cli import options
from ulotki.cli.options import needed
from ulotki.cli.sentences import near, told
from ulotki.cli.talk import Talk
from ulotki.errors import say
from ulotki.office.approve import Request
from ulotki.office.approve import approve as approving
from ulotki.workspace import Workspace


@click.argument("edition", metavar=_("EDITION"))
@click.option("--by", "who", required=True, metavar=_("WHO"), help=_("Whose word it is."))
@options.out
def approve(talk: Talk, workspace: Path | None, edition: str, who: str, out: Path | None) -> None:
    """Write the approval down."""
    outcome = approving(Workspace.at(needed(workspace), out), Request(edition, who), options.today())
    made = outcome.value
    talk.result(told(say("approved by {who}: pieces {count}", who=made.by, count=len(made.codes))))
    talk.result(near(made.file))
    talk.outcome("approve", outcome)
