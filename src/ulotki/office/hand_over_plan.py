"""What a hand-over would write, before it is written, and what in it is unlikely to be meant."""

from __future__ import annotations

import datetime
from collections.abc import Sequence

from ulotki.content.place_search import find_places
from ulotki.content.places import place_label
from ulotki.edition.record import Record, copies_by_place
from ulotki.errors import Finding, Misused, say
from ulotki.frozen import dataclass
from ulotki.handout.chain import LedgerEntry
from ulotki.handout.doubts import LedgerState, hand_over_doubts
from ulotki.library import Library, people
from ulotki.office.answers import past_day
from ulotki.office.bundle import Bundle, HandOverRequest, bundle
from ulotki.office.final import Final, final_edition
from ulotki.workspace import Workspace


@dataclass(frozen=True, slots=True)
class HandOverPlan:
    """What would be written. skipped: places that were named and for which nothing is ordered.

    findings: places that something is ordered for and that cannot be read.
    """

    library: Library
    final: Final
    bundles: tuple[Bundle, ...]
    skipped: tuple[str, ...] = ()
    findings: tuple[Finding, ...] = ()


def plan_hand_over(
    workspace: Workspace, library: Library, request: HandOverRequest, today: datetime.date
) -> HandOverPlan:
    """What a hand-over would write, before it is written. Raises Misused or Refused for what cannot be handed over."""
    day = past_day(request.day, today)
    hosts = people(workspace.folder, library.places)
    asked = find_places(library.places, request.places)
    found = final_edition(workspace.base, library, today, request.edition, request.campaign, asked)
    torn: tuple[Finding, ...] = ()
    if request.everything:
        ordered = copies_by_place(one.places for one in found.record.pieces)
        torn = tuple(dict.fromkeys((*hosts.faults(ordered), *library.places.faults(ordered))))
        asked = tuple(id for id in library.places if id in ordered and id not in hosts.unread)
    bundles = {id: bundle(found.record, library.places[id], hosts.known(id), request, day) for id in asked}
    made = tuple(one for one in bundles.values() if one)
    if not made:
        raise Misused([_nothing(found.record, asked)])
    return HandOverPlan(library, found, made, tuple(id for id, one in bundles.items() if not one), torn)


def _nothing(record: Record, places: Sequence[str]) -> Finding:
    names = ", ".join(places)
    what = say("the edition {edition} holds nothing for: {places}", edition=record.edition, places=names)
    hint = say(
        "it is of the campaign {campaign}; name another one with --campaign, or pieces and copies: --piece CODE --copies N",
        campaign=record.campaign,
    )
    return Finding("use", what, hint)


def plan_doubts(plan: HandOverPlan, entries: Sequence[LedgerEntry]) -> tuple[Finding, ...]:
    """Findings about what is unlikely to be meant in a *plan*."""
    known, odd = LedgerState.of(entries), list[Finding]()
    for one in plan.bundles:
        where = place_label(one.deed.place, plan.library.places)
        odd += hand_over_doubts(one.deed, plan.final.record, known, one.over, where)
    return tuple(odd)
