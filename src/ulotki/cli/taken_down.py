"""`ulotki taken-down`: which leaflets are gone from a place."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import click

from ulotki.cli import options
from ulotki.cli.language import translated as _
from ulotki.cli.sentences import translate, translate_whole
from ulotki.cli.talk import Talk
from ulotki.errors import say
from ulotki.handout import lines
from ulotki.office import taken_down as office
from ulotki.workspace import Workspace


@options.many("places", _("PLACE…"), required=True)
@options.pieces
@click.option("--edition", metavar=_("CODE"), help=_("Everything of this edition."))
@click.option("--all", "everything", is_flag=True, help=_("Everything that is there, also what is up to date."))
@options.count("--copies", help=_("Copies of each piece; else all that are there."))
@options.note
@options.done_on
@options.lying
def taken_down(talk: Talk, ours: Workspace, places: tuple[str, ...], **said: Any) -> None:
    """Write down what was taken away."""
    outcome = office.taken_down(ours, office.TakenDownRequest(places, options.now(), **said), options.today())
    found = outcome.value
    for one in found.entries:
        talk.result(translate_whole(lines.with_number(one.seq, lines.entry(one.deed, None, found.library.places))))
    talk.result(*_remaining(found))
    talk.outcome(outcome)


def _remaining(found: office.WrittenTakenDown) -> Iterator[str]:
    """What is still at each place that was named."""
    for id in found.asked:
        mine = [one for one in found.left if one.place == id]
        if not mine:
            yield translate(say("{place}: nothing of ours is left", place=lines.place_name(id, found.library.places)))
        yield from (f"  {translate_whole(lines.standing_line(still))}" for still in mine)
