"""What was handed over, said entry by entry."""

from __future__ import annotations

from ulotki.cli.sentences import way
from ulotki.cli.talk import Talk
from ulotki.errors import say
from ulotki.handout import lines
from ulotki.office import Outcome
from ulotki.office.hand_over import Handed


def told_of(talk: Talk, outcome: Outcome[Handed]) -> None:
    """Say what was handed over, entry by entry."""
    plan = outcome.value.plan
    places = plan.library.places
    rows = list(zip(outcome.value.entries, plan.bundles, strict=True))
    for one, bundle in rows:
        talk.result(way(lines.numbered(one.seq, lines.handed(bundle.deed, places, bundle.personal))))
    for place in outcome.value.old:
        what = say(
            "older leaflets are still at {place}; once they are gone: ulotki taken-down {id}",
            place=lines.named(place, places),
            id=place,
        )
        talk.aside(what)
    entries = [lines.row(one, bundle.personal) for one, bundle in rows]
    talk.outcome("hand-over", outcome, folder=str(plan.final.folder), entries=entries)
