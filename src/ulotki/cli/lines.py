"""What was handed over, said entry by entry."""

from __future__ import annotations

from ulotki.cli.sentences import way
from ulotki.cli.talk import Talk
from ulotki.errors import say
from ulotki.handout import lines
from ulotki.office import Outcome
from ulotki.office.hand_over import WrittenHandOver


def told_of(talk: Talk, outcome: Outcome[WrittenHandOver]) -> None:
    """Say what was handed over, entry by entry."""
    plan = outcome.value.plan
    places = plan.library.places
    for one, bundle in zip(outcome.value.entries, plan.bundles, strict=True):
        talk.result(way(lines.with_number(one.seq, lines.hand_over_line(bundle.deed, places, bundle.personal))))
    for place in outcome.value.old:
        what = say(
            "older leaflets are still at {place}; once they are gone: ulotki taken-down {id}",
            place=lines.place_name(place, places),
            id=place,
        )
        talk.aside(what)
    talk.outcome("hand-over", outcome)
