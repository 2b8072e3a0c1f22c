"""`ulotki summary`: the final account of a plan, to sign."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from ulotki.cli import options
from ulotki.cli.language import translated as _
from ulotki.cli.sentences import near
from ulotki.cli.talk import Talk
from ulotki.documents.formats import ENDINGS, document_file
from ulotki.errors import say
from ulotki.office import summary as office
from ulotki.office.summary import SummaryRequest
from ulotki.workspace import Workspace, writing


@click.option("--from", "first", type=options.Day(), metavar=_("DAY"), help=_("From this day; else that of the plan."))
@click.option("--to", "last", type=options.Day(), metavar=_("DAY"), help=_("Until this day; else that of the plan."))
@options.output(_("FILE.pdf, .txt or .html."), default="informacja.pdf")
@options.lying
def summary(talk: Talk, ours: Workspace, output: Path, **period: Any) -> None:
    """Write the final account of a plan."""
    writing.written_as(output, ENDINGS)
    outcome = office.make_final_account(ours, SummaryRequest(**period), options.today())
    writing.write(output, document_file(outcome.value.paper, output.suffix))
    talk.result(near(output))
    talk.aside(
        say("before it is signed: the reported attempts, the publications and the conclusions are filled in by hand")
    )
    talk.outcome("summary", outcome, output)
