"""`ulotki meeting`: a meeting that was held."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import click

from ulotki.cli import asking, options
from ulotki.cli.language import translated as _
from ulotki.cli.sentences import way
from ulotki.cli.talk import Talk
from ulotki.handout import lines
from ulotki.office import ledger as office
from ulotki.office.meeting import MeetingRequest, write_meeting
from ulotki.workspace import Workspace


@click.argument("planned", required=False, metavar=_("[ID]"))
@click.option("--day", type=options.Day(), metavar=_("DAY"), help=_("When it was; else as it was planned."))
@click.option("--group", metavar=_("TEXT"), help=_("With whom, such as a club or a class; else as it was planned."))
@click.option("--people", type=click.IntRange(0, 1_000_000), required=True, metavar=_("N"), help=_("How many came."))
@click.option("--topic", multiple=True, metavar=_("SCAM"), help=_("What it was about; repeatable."))
@click.option("--place", metavar=_("PLACE"), help=_("Where, when it is one of our places."))
@options.note
@options.anyway
def meeting(talk: Talk, ours: Workspace, topic: tuple[str, ...], anyway: bool, **said: Any) -> None:
    """Write down a meeting that was held."""
    request = MeetingRequest(at=options.now(), topics=options.several(topic), **said)
    today = options.today()
    outcome = asking.sure(talk, lambda sure: write_meeting(ours, replace(request, anyway=sure or anyway), today))
    if outcome is None:
        return
    found = outcome.value
    talk.result(way(lines.with_number(found.made.seq, lines.meeting_line(found.deed, office.read_places(ours)[0]))))
    talk.outcome("meeting", outcome)
