"""`ulotki taken-down`: which leaflets are gone from a place."""

from __future__ import annotations

from typing import Any

import click

from ulotki.cli import options
from ulotki.cli.language import translated as _
from ulotki.cli.sentences import told, way
from ulotki.cli.talk import Talk
from ulotki.errors import say
from ulotki.handout import lines
from ulotki.office.taken_down import TakenDownRequest, WrittenTakenDown
from ulotki.office.taken_down import taken_down as taking
from ulotki.workspace import Workspace


@click.argument("place", nargs=-1, required=True, metavar=_("PLACE…"))
@click.option("--piece", multiple=True, metavar=_("CODE"), help=_("Only this piece, by code or name; repeatable."))
@click.option("--edition", metavar=_("CODE"), help=_("Everything of this edition."))
@click.option("--all", "everything", is_flag=True, help=_("Everything that is there, also what is up to date."))
@click.option(
    "--copies",
    type=click.IntRange(1, 1_000_000),
    metavar=_("N"),
    help=_("Copies of each piece; else all that are there."),
)
@options.note
@options.done_on
@options.lying
def taken_down(talk: Talk, ours: Workspace, place: tuple[str, ...], piece: tuple[str, ...], **said: Any) -> None:
    """Write down what was taken away."""
    places, pieces = options.several(place), options.several(piece)
    request = TakenDownRequest(places, options.now(), pieces, **said)
    outcome = taking(ours, request, options.today())
    found = outcome.value
    for one in found.entries:
        talk.result(way(lines.with_number(one.seq, lines.entry(one.deed, None, found.library.places))))
    _left(talk, found)
    talk.outcome("taken-down", outcome)


def _left(talk: Talk, found: WrittenTakenDown) -> None:
    """Say what is still at each place that was named."""
    for id in found.asked:
        mine = [one for one in found.left if one.place == id]
        if not mine:
            place = lines.place_name(id, found.library.places)
            talk.result(told(say("{place}: nothing of ours is left", place=place)))
        for still in mine:
            talk.result("  " + way(lines.standing_line(still)))
