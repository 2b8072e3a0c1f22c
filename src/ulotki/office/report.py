"""The account of a campaign for the unit: the figures of a period."""

from __future__ import annotations

import datetime
from collections.abc import Callable

from ulotki.documents.account import account, account_text, table_rows
from ulotki.documents.formats import document_file
from ulotki.documents.paper import Paper
from ulotki.documents.table import csv_table
from ulotki.errors import Say, say
from ulotki.frozen import dataclass
from ulotki.handout.coverage import PlaceCoverage
from ulotki.handout.letterhead import Office, make_office
from ulotki.handout.report import Report
from ulotki.library import Undated
from ulotki.office import Outcome
from ulotki.office.answers import period
from ulotki.office.facts import gather_facts
from ulotki.office.report_figures import Figures
from ulotki.workspace import Workspace, editions

HEADS = (say("part"), say("of what"), say("figure"), say("count"))


@dataclass(frozen=True, slots=True)
class ReportRequest:
    """first: day of the period, None for that of the campaign.  last: None for today.  campaign: see `editions.campaign`."""

    first: datetime.date | None = None
    last: datetime.date | None = None
    campaign: str | None = None


@dataclass(frozen=True, slots=True)
class CampaignAccount:
    """The figures, what became of each place, and what papers of the office share."""

    report: Report
    covered: tuple[PlaceCoverage, ...]
    office: Office

    @property
    def data(self) -> Figures:
        """The figures."""
        return Figures.of(self.report, self.covered)

    @property
    def paper(self) -> Paper:
        """The account on paper."""
        return account(self.report, self.covered, self.office)

    @property
    def text(self) -> str:
        """The account as plain text, for a terminal."""
        return account_text(self.report, self.office)

    def document(self, suffix: str, tell: Callable[[Say], str]) -> bytes:
        """The account as a file of the kind *suffix*: .csv, or as every document. tell: says a sentence to its reader."""
        if suffix == ".csv":
            return csv_table(map(tell, HEADS), table_rows(self.office.words.report, self.report, self.covered))
        return document_file(self.paper, suffix)


def make_account(workspace: Workspace, request: ReportRequest, today: datetime.date) -> Outcome[CampaignAccount]:
    """The figures. Raises Misused when the days lie the wrong way round."""
    known = gather_facts(workspace, today, today)
    figures = known.figures(*_period(known.library, request, today))
    return Outcome(CampaignAccount(*figures, make_office(known.library, today)), known.findings)


def _period(library: Undated, request: ReportRequest, today: datetime.date) -> tuple[datetime.date, datetime.date]:
    end, begin = request.last or today, request.first
    if begin is None or request.campaign is not None:  # a name that there is not is never passed over
        day = editions.campaign(library, request.campaign, today).day
        begin = begin or day
    if request.first is None and request.last is None:
        begin = min(begin, end)  # a campaign that is still to come
    return period(begin, end)
