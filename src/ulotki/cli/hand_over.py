"""`ulotki hand-over`: which leaflets a place was given, one place or many at once."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from ulotki.cli import asking, options
from ulotki.cli.hand_list import listing
from ulotki.cli.language import translated as _
from ulotki.cli.lines import write_down
from ulotki.cli.questions import ask_for_rest
from ulotki.cli.talk import Talk
from ulotki.errors import misused, say
from ulotki.office.hand_over import HandOverRequest, plan_hand_over
from ulotki.workspace import Workspace


@options.many("places", _("[PLACE]…"))
@click.option("--all", "everything", is_flag=True, help=_("Every place for which something is ordered."))
@click.option(
    "--list",
    "file",
    type=options.FILE,
    metavar=_("FILE.csv"),
    help=_("A list of all places: written when FILE is not there; else what is ticked in it is written down."),
)
@click.option(
    "--edition",
    metavar=_("CODE"),
    help=_("Of this edition, by code or folder; else what was packed last, or the newest."),
)
@click.option("--campaign", metavar=_("ID"), help=_("Of this campaign; else the one that was packed last."))
@options.pieces
@options.count("--copies", help=_("Copies of each piece; else as ordered."))
@options.count("--hung", help=_("How many of them hang on boards; else one for each board."), least=0)
@options.day("--until", help=_("May hang until then; else as printed."))
@click.option("--to", "who", metavar=_("WHO"), help=_("Who took them; else whom people.toml names."))
@options.consent
@options.note
@options.done_on
@options.anyway
@options.lying
def hand_over(talk: Talk, ours: Workspace, file: Path | None, **said: Any) -> None:
    """Write down a bundle that was given."""
    request = HandOverRequest(options.now(), **said)
    if file is not None:
        listing(talk, ours, request, file)
        return
    if not request.places and not request.everything:
        if talk.as_json or not asking.possible():
            hint = say("name who gets the bundle: ulotki hand-over PLACE, or --all")
            raise misused(say("no place is named"), hint)
        found = ask_for_rest(ours, request)
        if found is None:
            talk.aside(say("nothing was written"))
            return
        request = found
    plan = plan_hand_over(ours, ours.library().believed(options.today()), request, options.today())
    write_down(talk, ours, plan, request)
