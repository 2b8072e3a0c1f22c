"""`ulotki report`: the account of a campaign for the unit, on paper, as text for its page, or as a table. It names nobody."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from ulotki.cli import options
from ulotki.cli.language import translated as _
from ulotki.cli.sentences import harmless, near, told
from ulotki.cli.talk import Talk
from ulotki.documents import formats
from ulotki.office import report as office
from ulotki.office.report import ReportRequest
from ulotki.workspace import Workspace, writing

ENDINGS = (*formats.ENDINGS, ".csv")


@click.argument("campaign", required=False, metavar=_("[CAMPAIGN]"))
@click.option("--from", "first", type=options.Day(), metavar=_("DAY"), help=_("From this day; else the campaign's."))
@click.option("--to", "last", type=options.Day(), metavar=_("DAY"), help=_("Until this day; else today."))
@options.output(_("FILE.pdf, .txt, .html or .csv; else shown."))
@options.lying
def report(talk: Talk, ours: Workspace, output: Path | None, **period: Any) -> None:
    """Write the account of a period."""
    if output:
        writing.written_as(output, ENDINGS)
    outcome = office.make_account(ours, ReportRequest(**period), options.today())
    answer = outcome.value
    if output:
        writing.write(output, answer.document(output.suffix.lower(), told))
        talk.result(near(output))
    else:
        for line in answer.text.splitlines():
            talk.result(harmless(line))
    talk.outcome("report", outcome, output)
