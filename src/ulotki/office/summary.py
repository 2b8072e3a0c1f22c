"""The final account of a plan: what the ledger knows of its period, as one document to sign."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from pathlib import Path

from ulotki.content.campaign import Campaign
from ulotki.documents.paper import Paper
from ulotki.documents.summary import SummaryFigures, summary
from ulotki.errors import misused, say
from ulotki.frozen import dataclass
from ulotki.handout import pack as packs
from ulotki.handout.coverage import monthly_figures
from ulotki.handout.report import Report
from ulotki.library import Undated
from ulotki.office import Outcome
from ulotki.office.answers import period
from ulotki.office.facts import Facts, gather_facts
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
    office = packs.make_office(known.library, today)
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


def gather_figures(known: Facts, first: datetime.date, last: datetime.date, today: datetime.date) -> SummaryFigures:
    """All that is known of a period."""
    library = known.library
    report, places = known.figures(first, last)
    agreed = [one for one in library.meetings.values() if first <= one.day <= last]
    unread = tuple(
        dict.fromkeys(
            finding.at.file
            for finding in (*known.findings, *library.meetings.faults())
            if finding.grave and finding.at.file
        )
    )
    return SummaryFigures(
        report=report,
        places=places,
        months=monthly_figures(known.entries, first, last),
        topics=tuple(dict.fromkeys(_topics(known, report, first, last))),
        unread=tuple(_near(file, known) for file in unread),
        running=today < last,
        scheduled=len(agreed),
        cancelled=sum(one.cancelled for one in agreed),
    )


def _near(file: str, known: Facts) -> str:
    """A file from the workspace, part by part, so that no path of this computer is printed and each part can be broken."""
    path, folder = Path(file), known.workspace.folder
    if path.is_absolute():
        path = path.relative_to(folder) if path.is_relative_to(folder) else Path(path.name)
    return " / ".join(path.parts)


def _topics(known: Facts, report: Report, first: datetime.date, last: datetime.date) -> Iterator[str]:
    """What campaigns of the period are about, then what meetings were about; without either, what was handed over."""
    found = [
        scam
        for one in known.library.campaigns.values()
        if _within(one, first, last)
        for order in one.order
        for scam in order.scams
    ]
    names = known.subjects
    yield from (names.get(scam, scam) for scam in found)
    yield from (topic for one in report.meetings for topic in one.topics)
    if not found:
        yield from (topic for topic, _ in report.topics)


def _within(campaign: Campaign, first: datetime.date, last: datetime.date) -> bool:
    """Whether a campaign began in the period."""
    return first <= campaign.day <= last
