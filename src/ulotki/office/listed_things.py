"""The things that are listed, kind by kind."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from ulotki.content.overrides import override_remark
from ulotki.content.typography import HOME
from ulotki.library import Library, copies
from ulotki.office.listing_rows import CampaignRow, CheckRow, IconRow, PlaceRow, ScamRow, TemplateRow
from ulotki.office.value_row import ValueRow
from ulotki.values import filled


def scams(library: Library, day: datetime.date) -> Iterator[ScamRow]:
    """Kinds of swindle."""
    for scam in library.editions:
        yield filled(
            ScamRow,
            scam,
            name=scam.name.source,
            title=scam.title.source,
            summary=scam.summary.source,
            sources=scam.source,
            file=scam.at.file,
            remark=copies.remark(scam) if library.own(scam) else None,
        )


def templates(library: Library, day: datetime.date) -> Iterator[TemplateRow]:
    """Ways of arranging a leaflet."""
    from ulotki.templates import templates as every

    for template in every().values():
        yield filled(
            TemplateRow,
            template,
            formats=tuple(paper.name for paper in template.formats),
            pages=len(template.words),
            sheets={paper: f"{how.columns} × {how.rows} {how.sheet.name}" for paper, how in template.sheets.items()},
            refuses={
                scam.id if scam.lang == HOME else f"{scam.id} ({scam.lang})": why
                for scam in library.editions
                if (why := template.refuses(scam))
            },
        )


def places(library: Library, day: datetime.date) -> Iterator[PlaceRow]:
    """Where pieces end up."""
    return (filled(PlaceRow, place) for place in library.places.values())


def numbers(library: Library, day: datetime.date) -> Iterator[ValueRow]:
    """The register, with the state of each value on the day."""
    remarks = {ref: override_remark(own) for ref, own in library.register.own.items()}
    return (ValueRow.of(value, day, remarks.get(value.ref)) for value in library.register)


def campaigns(library: Library, day: datetime.date) -> Iterator[CampaignRow]:
    """Orders with a day."""
    return (filled(CampaignRow, campaign, orders=len(campaign.order)) for campaign in library.campaigns.values())


def checks(library: Library, day: datetime.date) -> Iterator[CheckRow]:
    """What must hold before paper is spent, and why."""
    from ulotki.checks import checks as every  # one kind is asked for; the others need not be loaded

    return (CheckRow(check.id, check.why) for check in every())


def icons(library: Library, day: datetime.date) -> Iterator[IconRow]:
    """Pictograms, and the scams that show them."""
    from ulotki.stock import icons as every

    users: dict[str, dict[str, None]] = {}
    for scam in library.scams.values():
        for name in (scam.icon, *(point.icon for point in (*scam.step, *scam.sign))):
            users.setdefault(name, {})[scam.id] = None
    return (IconRow(name, tuple(users.get(name, ()))) for name in sorted(every().names))
