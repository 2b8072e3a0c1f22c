"""`ulotki press-note`: a note for the unit's page, with its picture."""

from __future__ import annotations

import datetime
from pathlib import Path

import click

from ulotki.cli import options
from ulotki.cli.language import translated as _
from ulotki.cli.sentences import near
from ulotki.cli.talk import Talk
from ulotki.documents.formats import ENDINGS, document_file
from ulotki.errors import say
from ulotki.office import press_note as office
from ulotki.office.press_note import PressNoteData, PressNoteRequest
from ulotki.workspace import Workspace, writing


@click.option("--from", "first", type=options.Day(), metavar=_("DAY"), help=_("Meetings count from this day on."))
@options.output(_("FILE.pdf, .txt or .html."), default="notatka.txt")
@options.lying
def press_note(talk: Talk, ours: Workspace, output: Path, first: datetime.date | None) -> None:
    """Write a note for the unit's page, and its picture beside it."""
    writing.written_as(output, ENDINGS)
    outcome = office.make_note(ours, PressNoteRequest(first), options.today())
    answer, shown = outcome.value, output.with_suffix(".png")
    writing.write(output, document_file(answer.paper, output.suffix))
    talk.result(near(output))
    if answer.picture is None:
        talk.aside(say("without a picture: no poster was built that may hang as it is"))
    else:
        writing.write(shown, answer.picture)
        talk.result(near(shown))
    made = PressNoteData(shown if answer.picture is not None else None)
    talk.outcome("press-note", outcome.giving(made), output)
