"""`ulotki test-sheet` shows where a printer misses, `ulotki trial-sheet` asks how a first try went."""

from __future__ import annotations

from gettext import gettext as _
from pathlib import Path

import click

from ulotki.cli import options
from ulotki.cli.sentences import near
from ulotki.cli.talk import Talk
from ulotki.documents import test_sheet as sheet
from ulotki.documents.formats import ENDINGS, document
from ulotki.errors import say
from ulotki.office.trial import trial_sheet as trial
from ulotki.workspace import read, writing


@click.option(
    "-o",
    "--output",
    type=click.Path(dir_okay=False, path_type=Path),
    default=Path("test-sheet.pdf"),
    show_default=True,
    help=_("Where to."),
)
def test_sheet(talk: Talk, workspace: Path | None, output: Path) -> None:
    """Write the sheet, both sides."""
    writing.writable(output)
    writing.write(output, sheet.test_sheet(read(workspace)))
    talk.result(near(output))
    talk.aside(say("print it on both sides at 100 %, and read on it what to write into ulotki.toml under printer"))
    talk.data("test-sheet", file=str(output))


@click.option(
    "-o",
    "--output",
    type=click.Path(dir_okay=False, path_type=Path),
    default=Path("proba.pdf"),
    show_default=True,
    help=_("FILE.pdf, .txt or .html."),
)
def trial_sheet(talk: Talk, workspace: Path | None, output: Path) -> None:
    """Write the sheet that is filled in by hand and sent back."""
    writing.written_as(output, ENDINGS)
    outcome = trial(read(workspace), options.today())
    writing.write(output, document(outcome.value, output.suffix))
    talk.result(near(output))
    talk.outcome("trial-sheet", outcome, file=str(output))
