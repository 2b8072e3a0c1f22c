"""Bundles are written down, once nobody doubts them, and said entry by entry."""

from __future__ import annotations

from ulotki.cli import asking
from ulotki.cli.sentences import translate_whole
from ulotki.cli.talk import Talk
from ulotki.errors import say
from ulotki.handout import lines
from ulotki.office.hand_over import HandOverPlan, HandOverRequest, write_plan
from ulotki.workspace import Workspace


def write_down(talk: Talk, workspace: Workspace, plan: HandOverPlan, request: HandOverRequest) -> None:
    """Write down what is planned, and say it; nothing when somebody who is asked does not mean it."""
    outcome = asking.sure(talk, lambda sure: write_plan(workspace, plan, request.at, anyway=sure or request.anyway))
    if outcome is None:
        return
    places = plan.library.places
    for one, bundle in zip(outcome.value.entries, outcome.value.plan.bundles, strict=True):
        talk.result(
            translate_whole(lines.with_number(one.seq, lines.hand_over_line(bundle.deed, places, bundle.personal)))
        )
    for id in outcome.value.old:
        place = lines.place_name(id, places)
        talk.aside(
            say("older leaflets are still at {place}; once they are gone: ulotki taken-down {id}", place=place, id=id)
        )
    talk.outcome(outcome, "hand-over")
