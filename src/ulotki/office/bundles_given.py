"""Writes down several bundles of one day that were handed over."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import field, replace

from ulotki.errors import misused, say
from ulotki.frozen import dataclass
from ulotki.office import Outcome
from ulotki.office.answers import past_day
from ulotki.office.bundle import Bundle, HandOverRequest, bundle
from ulotki.office.bundles import bundles
from ulotki.office.hand_over import write_plan
from ulotki.office.hand_over_outcome import WrittenHandOver
from ulotki.office.hand_over_plan import HandOverPlan
from ulotki.workspace import Workspace


@dataclass(frozen=True, slots=True)
class BundleRequest:
    """What is said of one bundle of several. who: "" for nobody.  consent: None when nobody asked.

    copies: how many were given of a piece, by its code, where it was not what is ordered.
    """

    place: str
    who: str
    consent: bool | None
    copies: Mapping[str, int] = field(default_factory=dict)


def hand_over_bundles(
    workspace: Workspace,
    said: Sequence[BundleRequest],
    day: datetime.date | None,
    at: str,
    today: datetime.date,
    *,
    anyway: bool = False,
) -> Outcome[WrittenHandOver]:
    """Write down several bundles of one day, all of them or none. Raises Doubtful for what is unlikely to be meant."""
    if not said:
        raise misused(say("no place is named"), say("tick the places that got their bundle"))
    known = bundles(workspace, today).value
    when = past_day(day, today)
    shares = {one.place.id: one for one in known.shares}
    made = []
    for one in said:
        share = shares.get(one.place)
        asked = HandOverRequest(at, who=one.who, consent=one.consent)
        found = bundle(known.final.record, share.place, share.host, asked, when) if share else None
        if found is None:
            raise misused(say("nothing is ordered for {place}", place=one.place))
        made.append(_recount(found, one.copies))
    plan = HandOverPlan(workspace.library().believed(today), known.final, tuple(made))
    return write_plan(workspace, plan, at, anyway=anyway)


def _recount(found: Bundle, copies: Mapping[str, int]) -> Bundle:
    """*found* with what was given in fact; no more of it hangs than that.

    Raises Misused when nothing was given, or when pieces are counted that the edition does not have for this place.
    """
    if strange := set(copies) - {piece.code for piece in found.deed.pieces}:
        what = say("{code} is not in the edition for {place}", code=min(strange), place=found.deed.place)
        raise misused(what, say("the edition is another since this was asked: open the form anew"))
    given = [(piece, copies.get(piece.code, piece.copies)) for piece in found.deed.pieces]
    pieces = tuple(replace(piece, copies=count, hung=min(piece.hung, count)) for piece, count in given if count)
    if not pieces:
        what = say("nothing was given to {place}", place=found.deed.place)
        raise misused(what, say("remove its tick, or say how many it got"))
    return replace(found, deed=replace(found.deed, pieces=pieces))
