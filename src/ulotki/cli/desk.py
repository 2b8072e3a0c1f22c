"""`ulotki desk`: the list that stays at the duty desk of the unit."""

from __future__ import annotations

import datetime
from pathlib import Path

from ulotki.cli import options
from ulotki.cli.language import translated as _
from ulotki.cli.sentences import near
from ulotki.cli.talk import Talk
from ulotki.documents.formats import ENDINGS, document_file
from ulotki.errors import say
from ulotki.office.desk import DeskRequest
from ulotki.office.desk import desk as listing
from ulotki.workspace import Workspace, writing


@options.output(_("FILE.pdf, .txt or .html."), default="lista-dyzurnego.pdf")
@options.out
@options.on
def desk(talk: Talk, ours: Workspace, output: Path, day: datetime.date | None) -> None:
    """Write the list of all pieces of the newest edition of each campaign, and of older ones that still hang."""
    writing.written_as(output, ENDINGS)
    outcome = listing(ours, DeskRequest(day), options.today())
    answer = outcome.value
    writing.write(output, document_file(answer.paper, output.suffix))
    talk.result(near(output))
    talk.aside(say("for the duty desk alone: do not give it out, and print a new one after each edition"))
    talk.outcome("desk", outcome, output)
