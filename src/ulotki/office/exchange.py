"""Writes down that old pieces were taken away, and new ones were left in their place."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence

from ulotki.errors import Refused, misused, say
from ulotki.handout.recall import Visit
from ulotki.office import Outcome, bundle
from ulotki.office.boards import boards
from ulotki.office.bundle import Bundle, HandOverRequest
from ulotki.office.final import Final
from ulotki.office.hand_over import planned_deeds
from ulotki.office.hand_over_plan import HandOverPlan
from ulotki.office.recalled import RecallAnswer
from ulotki.office.taken_down import TakenDownRequest, WrittenTakenDown, taken_down
from ulotki.workspace import Workspace, book


def exchange(workspace: Workspace, places: Sequence[str], at: str, today: datetime.date) -> Outcome[WrittenTakenDown]:
    """Write down that at *places* all that must come down was taken away, and what replaces it was left there.

    All of it or nothing; the entries of the hand-overs come last. Raises Refused while the record of an edition cannot be
    read, or one from which something is left is not as it was made; Misused for no such place.
    """
    known = boards(workspace, today).value
    if unread := known.answer.facts.judge.unread:  # nobody knows what is brought in the place of the old
        raise Refused(one.finding for one in unread)
    visits = [visit for visit in known.answer.recall.down if visit.place in places]
    if not visits:
        raise misused(say("no place is named"), say("tick the places where it was exchanged"))
    brought: dict[str, list[Bundle]] = {}
    for visit in visits:
        for campaign, made in _replacements(known.answer, visit, today, at):
            brought.setdefault(campaign, []).append(made)
    library, entries = workspace.library().believed(today), book.read(workspace.folder).entries
    newest = known.answer.facts.judge.newest_editions
    finals = {id: Final(workspace.base / newest[id].where, newest[id].record) for id in brought}
    plans = [HandOverPlan(library, finals[id], tuple(bundles)) for id, bundles in brought.items()]
    deeds = [planned_deeds(workspace, plan, entries, anyway=True) for plan in plans]
    return taken_down(workspace, TakenDownRequest(tuple(visit.place for visit in visits), at), today, *deeds)


def _replacements(answer: RecallAnswer, visit: Visit, day: datetime.date, at: str) -> Iterator[tuple[str, Bundle]]:
    """(campaign, what of its newest edition is left at a place): for each number of copies."""
    groups: dict[tuple[str, int], list[str]] = {}
    for one in visit.brings:
        groups.setdefault((one.campaign, one.copies), []).append(one.code)
    for (campaign, copies), codes in groups.items():
        asked = HandOverRequest(at, pieces=tuple(codes), copies=copies)
        place, host = answer.facts.library.places[visit.place], answer.hosts.known(visit.place)
        if found := bundle.bundle(answer.facts.judge.newest[campaign], place, host, asked, day):
            yield campaign, found
