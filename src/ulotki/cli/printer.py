"""`ulotki test-sheet` shows where a printer misses, `ulotki trial-sheet` asks how a first try went."""

from __future__ import annotations

from pathlib import Path

from ulotki.cli import options
from ulotki.cli.language import translated as _
from ulotki.cli.sentences import near
from ulotki.cli.talk import Talk
from ulotki.documents import test_sheet as sheet
from ulotki.documents.formats import ENDINGS, document_file
from ulotki.errors import say
from ulotki.office.trial import make_trial_sheet
from ulotki.workspace import read, writing


@options.output(_("Where to."), default="test-sheet.pdf")
def test_sheet(talk: Talk, workspace: Path | None, output: Path) -> None:
    """Write the sheet, both sides."""
    writing.writable(output)
    writing.write(output, sheet.test_sheet(read(workspace)))
    talk.result(near(output))
    talk.aside(say("print it on both sides at 100 %, and read on it what to write into ulotki.toml under printer"))
    talk.data("test-sheet", {}, findings=(), file=output)


@options.output(_("FILE.pdf, .txt or .html."), default="proba.pdf")
def trial_sheet(talk: Talk, workspace: Path | None, output: Path) -> None:
    """Write the sheet that is filled in by hand and sent back."""
    writing.written_as(output, ENDINGS)
    outcome = make_trial_sheet(read(workspace), options.today())
    writing.write(output, document_file(outcome.value, output.suffix))
    talk.result(near(output))
    talk.data("trial-sheet", {}, findings=(), file=output)
