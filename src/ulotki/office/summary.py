"""The final account of a plan: what the ledger knows of its period, as one document to sign."""

from __future__ import annotations

import datetime

from ulotki.documents.paper import Paper
from ulotki.documents.summary import summary
from ulotki.errors import misused, say
from ulotki.frozen import dataclass
from ulotki.handout import letterhead
from ulotki.handout.report import Report
from ulotki.library import Undated
from ulotki.office import Outcome
from ulotki.office.answers import period
from ulotki.office.facts import gather_facts
from ulotki.office.summary_figures import gather_figures
from ulotki.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Period:
    """The first and the last day of the account."""

    first: datetime.date
    last: datetime.date


@dataclass(frozen=True, slots=True)
class PlanAccount:
    """The account on paper, and the figures of its period."""

    paper: Paper
    report: Report

    @property
    def data(self) -> Period:
        """The days that it is about."""
        return Period(self.report.first, self.report.last)


def make_final_account(
    workspace: Workspace, today: datetime.date, first: datetime.date | None = None, last: datetime.date | None = None
) -> Outcome[PlanAccount]:
    """The account. Raises Misused when nobody says what the period is, Refused when the settings cannot be read."""
    known = gather_facts(workspace, today, today)
    found = gather_figures(known, *plan_period(known.library, first, last), today)
    office = letterhead.make_office(known.library, today)
    findings = (*known.findings, *known.library.meetings.faults())
    left = say("before it is signed: the reported attempts, the publications and the conclusions are filled in by hand")
    return Outcome(PlanAccount(summary(found, office), found.report), findings, (left,))


def plan_period(
    library: Undated, first: datetime.date | None = None, last: datetime.date | None = None
) -> tuple[datetime.date, datetime.date]:
    """(*first*, *last*), those of the plan where None. Raises Misused when it has none, or they are in the wrong order."""
    plan = library.publisher.plan if library.publisher else None
    first, last = first or (plan.begins if plan else None), last or (plan.ends if plan else None)
    if first is None or last is None:
        hint = say("write begins and ends under [plan] in ulotki.toml, or say: --from DAY --to DAY")
        raise misused(say("nobody has said from when to when the plan is"), hint)
    return period(first, last)
