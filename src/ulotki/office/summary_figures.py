"""The figures of the final account: all that is known of a period."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from pathlib import Path

from ulotki.documents.summary import SummaryFigures
from ulotki.handout.deed_sums import monthly_figures
from ulotki.handout.report import Report
from ulotki.office.facts import Facts


def gather_figures(known: Facts, first: datetime.date, last: datetime.date, today: datetime.date) -> SummaryFigures:
    """All that is known of a period."""
    library = known.library
    report, places = known.figures(first, last)
    agreed = [one for one in library.meetings.values() if first <= one.day <= last]
    findings = (*known.findings, *library.meetings.faults())
    unread = dict.fromkeys(one.at.file for one in findings if one.grave and one.at.file)
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
    campaigns = [one for one in known.library.campaigns.values() if first <= one.day <= last]
    found = [scam for one in campaigns for order in one.order for scam in order.scams]
    names = known.subjects
    yield from (names.get(scam, scam) for scam in found)
    yield from (topic for one in report.meetings for topic in one.topics)
    if not found:
        yield from (topic for topic, _ in report.topics)
