"""`ulotki meeting`: a meeting that was held."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import click

from ulotki.cli import asking, options
from ulotki.cli.language import translated as _
from ulotki.cli.sentences import translate_whole
from ulotki.cli.talk import Talk
from ulotki.handout import lines
from ulotki.office import ledger
from ulotki.office import meeting as office
from ulotki.workspace import Workspace


@click.argument("planned", required=False, metavar=_("[ID]"))
@options.day("--day", help=_("When it was; else as it was planned."))
@click.option("--group", metavar=_("TEXT"), help=_("With whom, such as a club or a class; else as it was planned."))
@options.count("--people", help=_("How many came."), least=0, required=True)
@options.words("--topic", "topics", metavar=_("SCAM"), help=_("What it was about; repeatable."))
@click.option("--place", metavar=_("PLACE"), help=_("Where, when it is one of our places."))
@options.note
@options.anyway
def meeting(talk: Talk, ours: Workspace, anyway: bool, **said: Any) -> None:
    """Write down a meeting that was held."""
    request, today = office.MeetingRequest(at=options.now(), **said), options.today()
    outcome = asking.sure(talk, lambda sure: office.write_meeting(ours, replace(request, anyway=sure or anyway), today))
    if outcome is not None:
        found = outcome.value
        talk.result(
            translate_whole(
                lines.with_number(found.made.seq, lines.meeting_line(found.deed, ledger.read_places(ours)[0]))
            )
        )
        talk.outcome(outcome)
