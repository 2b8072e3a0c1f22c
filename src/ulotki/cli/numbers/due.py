"""`ulotki numbers due`."""

from __future__ import annotations

import datetime
from gettext import gettext as _
from pathlib import Path

import click

from ulotki.cli import options
from ulotki.cli.sentences import near, told
from ulotki.cli.talk import Talk
from ulotki.content import due as dues
from ulotki.errors import say
from ulotki.workspace import read, writing


@click.option("--days", type=click.IntRange(0, 3660), default=dues.DAYS, show_default=True, help=_("How far ahead."))
@click.option(
    "--ics",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="FILE",
    help=_("Write a calendar that other programs read."),
)
@options.on
def due(talk: Talk, workspace: Path | None, days: int, ics: Path | None, day: datetime.date | None) -> None:
    """Name what is to be seen to."""
    if ics:
        writing.writable(ics)
    library = read(workspace)
    entries = dues.due(library.register, library.editions, day or options.today(), days)
    for entry in entries:
        talk.result(told(say("{day}  {ref}: {what}", day=entry.day, ref=entry.ref, what=entry.what)))
    if not entries:
        talk.aside(say("nothing is due within {days} days", days=days))
    if ics and entries:
        writing.write(ics, dues.calendar(entries, told))
        talk.aside(say("calendar: {path}", path=near(ics)))
    elif ics:
        talk.aside(say("no calendar is written: it would be empty"))
    talk.data(
        "numbers.due",
        due=[
            {
                "day": entry.day.isoformat(),
                "ref": entry.ref,
                "why": entry.why,
                "what": told(entry.what),
                "label": entry.label,
                "source": entry.source or None,
            }
            for entry in entries
        ],
        ics=str(ics) if ics and entries else None,
    )
