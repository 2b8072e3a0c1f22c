"""Records hand-overs: one entry of the ledger for each place, all of them or none."""

from __future__ import annotations

import datetime
from collections.abc import Sequence

from ulotki.errors import Refused
from ulotki.handout.chain import LedgerEntry
from ulotki.handout.deeds import Deed, Personal
from ulotki.office import Outcome
from ulotki.office.answers import Doubtful
from ulotki.office.bindings import unbound
from ulotki.office.bundle import HandOverRequest
from ulotki.office.hand_over_outcome import WrittenHandOver, outcome_of
from ulotki.office.hand_over_plan import HandOverPlan, plan_doubts, plan_hand_over
from ulotki.workspace import Workspace, book, editions
from ulotki.workspace.ledger import DeedsFor


def hand_over(workspace: Workspace, request: HandOverRequest, today: datetime.date) -> Outcome[WrittenHandOver]:
    """Write down what places were given. Raises Doubtful for what is unlikely to be meant, unless *anyway* is said."""
    plan = plan_hand_over(workspace, workspace.library().believed(today), request, today)
    return write_plan(workspace, plan, request.at, anyway=request.anyway)


def write_plan(workspace: Workspace, plan: HandOverPlan, at: str, *, anyway: bool) -> Outcome[WrittenHandOver]:
    """Write down what was planned, all of it or nothing. Raises Refused when the edition is not as it was made."""
    known = book.read(workspace.folder)
    made = book.append(workspace.folder, planned_deeds(workspace, plan, known.entries, anyway=anyway), at)
    return outcome_of(workspace, plan, known, made)


def planned_deeds(workspace: Workspace, plan: HandOverPlan, known: Sequence[LedgerEntry], *, anyway: bool) -> DeedsFor:
    """The deeds of *plan*, as a function of the entries at that moment. Raises Refused when the edition is not as it was made."""
    final = plan.final
    damage = (one for file in final.record.files for one in editions.damage(final.folder, file))
    same = [one for one in editions.of(final.folder.parent) if one.where.endswith(f"/{final.folder.name}")]
    if faults := (*damage, *unbound(workspace, known, same)):  # nobody knows what was handed over then
        raise Refused(faults)

    def judge(entries: tuple[LedgerEntry, ...]) -> list[tuple[Deed, Personal]]:
        if not anyway and (odd := plan_doubts(plan, entries)):
            raise Doubtful(odd)
        return [(one.deed, one.personal) for one in plan.bundles]

    return judge
