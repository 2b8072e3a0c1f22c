"""Lists of what there is: scams, templates, places, values, campaigns, checks, pictograms. What cannot be read is named."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from ulotki.checks import checks as every_check
from ulotki.content.instead import remark
from ulotki.content.register import KINDS as VALUES
from ulotki.content.register import Confirmed, Value, Withdrawn
from ulotki.content.scam import Scam
from ulotki.content.typography import HOME
from ulotki.errors import Finding
from ulotki.library import Library, copies
from ulotki.office import Outcome
from ulotki.stock import icons as pictograms
from ulotki.templates import templates as every_template

Row = dict[str, Any]


def scams(library: Library, day: datetime.date) -> list[Row]:
    """Kinds of swindle."""
    return [
        {
            "id": scam.id,
            "lang": scam.lang,
            "name": scam.name.source,
            "title": scam.title.source,
            "channel": scam.channel,
            "audiences": list(scam.audiences),
            "season": list(scam.season),
            "icon": scam.icon,
            "summary": scam.summary.source,
            "address": scam.address,
            "reviewed": scam.reviewed.isoformat(),
            "review_by": scam.review_by.isoformat(),
            "sources": [{"url": source.url, "note": source.note} for source in scam.source],
            "file": scam.at.file,
            "remark": copies.remark(scam) if library.own(scam) else None,
        }
        for scam in library.editions
    ]


def templates(library: Library, day: datetime.date) -> list[Row]:
    """Ways of arranging a leaflet."""
    return [
        {
            "id": template.id,
            "what": template.what,
            "formats": [paper.name for paper in template.formats],
            "pages": len(template.words),
            "duplex": template.duplex,
            "sheets": {paper: f"{how.columns} × {how.rows} {how.sheet.name}" for paper, how in template.sheets.items()},
            "refuses": {_named(scam): why for scam in library.editions if (why := template.refuses(scam))},
        }
        for template in every_template().values()
    ]


def places(library: Library, day: datetime.date) -> list[Row]:
    """Where pieces end up."""
    return [
        {"id": place.id, "name": place.name, "kind": place.kind, "boards": place.boards}
        for place in library.places.values()
    ]


def numbers(library: Library, day: datetime.date) -> list[Row]:
    """The register, with the state of each value on the day."""
    remarks = {ref: remark(own) for ref, own in library.register.own.items()}
    return [{**row, "remark": remarks.get(row["ref"])} for row in rows(library.register, day)]


def rows(values: Iterable[Value], day: datetime.date) -> list[Row]:
    """Values of the register, with the state of each on the day, and who stands for it."""
    return [
        {
            "ref": value.ref,
            "value": value.value,
            "label": value.label,
            "state": value.state(day),
            "national": value.national,
            "note": value.note if value.note else None,
            "instead_of": value.instead_of.value if value.instead_of else None,
            "source": value.source,
            "checked": value.checked.isoformat() if value.checked else None,
            "review_by": value.review_by.isoformat() if value.review_by else None,
            "valid_from": value.valid_from.isoformat() if value.valid_from else None,
            "valid_until": value.valid_until.isoformat() if value.valid_until else None,
            "replaces": value.replaces or None,
            "set_by": value.set_by or None,
            "confirmed": _word(value.confirmed),
            "before": _before(value.former, day),
            "withdrawn": _word(value.withdrawn),
        }
        for value in values
    ]


def _before(former: Value | None, day: datetime.date) -> Row | None:
    if former is None:
        return None
    return {
        "value": former.value,
        "until": former.valid_until.isoformat() if former.valid_until else None,
        "state": former.state(day),
        "set_by": former.set_by or None,
        "confirmed": _word(former.confirmed),
    }


def _word(word: Confirmed | Withdrawn | None) -> Row | None:
    return {"by": word.by, "on": word.on.isoformat()} if word else None


def campaigns(library: Library, day: datetime.date) -> list[Row]:
    """Orders with a day."""
    return [
        {
            "id": campaign.id,
            "title": campaign.title,
            "day": campaign.day.isoformat(),
            "until": campaign.until.isoformat() if campaign.until else None,
            "orders": len(campaign.order),
        }
        for campaign in library.campaigns.values()
    ]


def checks(library: Library, day: datetime.date) -> list[Row]:
    """What must hold before paper is spent, and why."""
    return [{"id": check.id, "why": check.why} for check in every_check()]


def icons(library: Library, day: datetime.date) -> list[Row]:
    """Pictograms, and the scams that show them."""
    users: dict[str, dict[str, None]] = {}
    for scam in library.scams.values():
        for name in (scam.icon, *(point.icon for point in (*scam.step, *scam.sign))):
            users.setdefault(name, {})[scam.id] = None
    return [{"id": name, "scams": list(users.get(name, ()))} for name in sorted(pictograms().names)]


KINDS: dict[str, Callable[[Library, datetime.date], list[Row]]] = {
    function.__name__: function for function in (scams, templates, places, numbers, campaigns, checks, icons)
}


def listed(library: Library, kind: str, day: datetime.date) -> Outcome[list[Row]]:
    """All of one kind that can be read, and why the rest cannot."""
    return Outcome(KINDS[kind](library, day), tuple(dict.fromkeys(_unread(library, kind))))


def _unread(library: Library, kind: str) -> Iterator[Finding]:
    kinds = {"scams": {"scam"}, "places": {"place"}, "campaigns": {"campaign"}, "numbers": set(VALUES)}.get(kind, set())
    for one in library.unread:
        if one.kind in kinds:
            yield from one.findings
    lost = {"places": library.places, "numbers": library.register.values}.get(kind)
    yield from getattr(lost, "lost", ())


def _named(scam: Scam) -> str:
    """Its id, and its language when that is another than the country's."""
    return scam.id if scam.lang == HOME else f"{scam.id} ({scam.lang})"
