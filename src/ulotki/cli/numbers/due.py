"""`ulotki numbers due`."""

from __future__ import annotations

import datetime
from pathlib import Path

import click

from ulotki.cli import options
from ulotki.cli.language import translated as _
from ulotki.cli.sentences import path_text, translate
from ulotki.cli.talk import Talk
from ulotki.content import due as dues
from ulotki.errors import say
from ulotki.office import due as office
from ulotki.workspace import read, writing


@click.option("--days", type=click.IntRange(0, 3660), default=dues.DAYS, show_default=True, help=_("How far ahead."))
@click.option("--ics", type=options.FILE, metavar=_("FILE"), help=_("Write a calendar that other programs read."))
@options.on
def due(talk: Talk, workspace: Path | None, days: int, ics: Path | None, day: datetime.date | None) -> None:
    """Name what needs attention."""
    if ics:
        writing.writable(ics)
    outcome = office.find_due(read(workspace).believed(options.today()), days, day or options.today())
    entries = outcome.value.entries
    talk.result(*(say("{day}  {ref}: {what}", day=one.day, ref=one.ref, what=one.what) for one in entries))
    if ics and entries:
        writing.write(ics, dues.due_calendar(entries, translate))
        talk.file = ics
        talk.aside(say("calendar: {path}", path=path_text(ics)))
    elif ics and not outcome.findings:
        talk.aside(say("no calendar is written: it would be empty"))
    talk.outcome(outcome)
