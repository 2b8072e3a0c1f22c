"""Writes down that old pieces were taken away, and new ones were left in their place."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import replace

from ulotki.errors import Refused, misused, say
from ulotki.frozen import dataclass
from ulotki.handout.recall import Visit
from ulotki.office import Outcome, bundle
from ulotki.office.boards import boards
from ulotki.office.bundle import Bundle, HandOverRequest
from ulotki.office.final import Final
from ulotki.office.hand_over import planned_deeds
from ulotki.office.hand_over_outcome import WrittenHandOver, outcome_of
from ulotki.office.hand_over_plan import HandOverPlan
from ulotki.office.recalled import RecallAnswer
from ulotki.office.taken_down import TakenDownRequest, WrittenTakenDown, taken_down
from ulotki.workspace import Workspace, book


@dataclass(frozen=True, slots=True)
class Exchange:
    """What was written: taken away, and brought; None when nothing new was to be brought."""

    taken: WrittenTakenDown
    brought: WrittenHandOver | None


def exchange(workspace: Workspace, places: Sequence[str], at: str, today: datetime.date) -> Outcome[Exchange]:
    """Write down that at *places* all that must come down was taken away, and what replaces it was left there.

    All of it or nothing. Raises Refused while the record of an edition cannot be read, Misused for no such place.
    """
    known = boards(workspace, today).value
    if unread := known.answer.facts.judge.unread:  # nobody knows what is brought in the place of the old
        raise Refused(one.finding for one in unread)
    visits = [visit for visit in known.answer.recall.down if visit.place in places]
    if not visits:
        raise misused(say("no place is named"), say("tick the places where it was exchanged"))
    plans = [_replacements(known.answer, visit, today, at) for visit in visits]
    away = TakenDownRequest(tuple(visit.place for visit in visits), at)
    bundles = tuple(one for plan in plans for one in plan[1])
    final = next((plan[0] for plan in plans if plan[0]), None)
    if final is None or not bundles:
        taken = taken_down(workspace, away, today)
        return Outcome(Exchange(taken.value, None), taken.findings, taken.asides)
    plan, before = HandOverPlan(workspace.library().believed(today), final, bundles), book.read(workspace.folder)
    taken = taken_down(workspace, away, today, planned_deeds(workspace, plan, before.entries, anyway=True))
    made = outcome_of(workspace, plan, before, book.WrittenEntries(taken.value.entries[-len(bundles) :]))
    taken = replace(taken, value=replace(taken.value, entries=taken.value.entries[: -len(bundles)]))
    return Outcome(Exchange(taken.value, made.value), (*taken.findings, *made.findings), (*taken.asides, *made.asides))


def _replacements(answer: RecallAnswer, visit: Visit, day: datetime.date, at: str) -> tuple[Final | None, list[Bundle]]:
    """The edition that replacements come from, and what of it is left at a place: a bundle for each number of copies."""
    groups: dict[tuple[str, int], list[str]] = {}
    for one in visit.brings:
        groups.setdefault((one.campaign, one.copies), []).append(one.code)
    made: list[Bundle] = []
    final = None
    for (campaign, copies), codes in groups.items():
        edition = answer.facts.judge.newest_editions[campaign]
        final = Final(answer.facts.workspace.base / edition.where, edition.record)
        asked = HandOverRequest(at, pieces=tuple(codes), copies=copies)
        place = answer.facts.library.places[visit.place]
        if found := bundle.bundle(edition.record, place, answer.hosts.known(visit.place), asked, day):
            made.append(found)
    return final, made
