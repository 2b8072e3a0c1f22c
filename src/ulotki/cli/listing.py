"""`ulotki list`: what there is."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Iterator, Sequence
from gettext import gettext
from gettext import gettext as _
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from ulotki.cli import options
from ulotki.cli.main import command
from ulotki.cli.talk import Talk, plain, told
from ulotki.content.instead import remark
from ulotki.content.register import Confirmed, State, Value, Withdrawn
from ulotki.content.typography import HOME
from ulotki.errors import say
from ulotki.workspace import read

if TYPE_CHECKING:
    from ulotki.content.scam import Scam
    from ulotki.library import Library

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
        }
        for scam in library.editions
    ]


def templates(library: Library, day: datetime.date) -> list[Row]:
    """Ways of arranging a leaflet."""
    from ulotki.templates import templates as known

    return [
        {
            "id": template.id,
            "what": told(template.what),
            "formats": [paper.name for paper in template.formats],
            "pages": len(template.words),
            "duplex": template.duplex,
            "sheets": {paper: f"{how.columns} × {how.rows} {how.sheet.name}" for paper, how in template.sheets.items()},
            "refuses": {_named(scam): told(why) for scam in library.editions if (why := template.refuses(scam))},
        }
        for template in known().values()
    ]


def places(library: Library, day: datetime.date) -> list[Row]:
    """Where pieces end up."""
    return [
        {"id": place.id, "name": place.name, "kind": place.kind, "boards": place.boards}
        for place in library.places.values()
    ]


def numbers(library: Library, day: datetime.date) -> list[Row]:
    """The register, with the state of each value on the day."""
    remarks = {ref: told(remark(own)) for ref, own in library.register.own.items()}
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
            "note": told(value.note) if value.note else None,
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
    from ulotki.checks import checks as known

    return [{"id": check.id, "why": told(check.why)} for check in known()]


KINDS: dict[str, Callable[[Library, datetime.date], list[Row]]] = {
    function.__name__: function for function in (scams, templates, places, numbers, campaigns, checks)
}

COLUMNS = {
    "scams": ("id", "lang", "name", "review_by"),
    "templates": ("id", "what", "formats"),
    "places": ("id", "name", "kind", "boards"),
    "numbers": ("ref", "value", "state", "label"),
    "campaigns": ("id", "title", "day", "until"),
    "checks": ("id", "why"),
}


@click.argument("kind", type=click.Choice(list(KINDS)))
@options.on
def listing(talk: Talk, workspace: Path | None, kind: str, day: datetime.date | None) -> None:
    """List one kind of thing."""
    found = KINDS[kind](read(workspace), day or options.today())
    for line in table(found, COLUMNS[kind]):
        talk.result(line)
    for row in found if kind == "templates" else ():
        for why in dict.fromkeys(row["refuses"].values()):
            refused = ", ".join(name for name, reason in row["refuses"].items() if reason == why)
            talk.aside(say("{template} is not for {scams}: {why}", template=row["id"], scams=refused, why=why))
    for row in found if kind == "numbers" else ():
        if row["remark"]:
            talk.aside(say("{ref}: {what}", ref=row["ref"], what=row["remark"]))
    talk.data(f"list.{kind}", **{kind: found})


command(listing, name="list", help=_("List scams, templates, places, numbers, campaigns or checks."))


def table(rows: Sequence[Row], columns: Sequence[str]) -> Iterator[str]:
    """A line for each row, its cells one below the other."""
    cells = [[shown(row[column]) for column in columns] for row in rows]
    widths = [max((len(line[index]) for line in cells), default=0) for index in range(len(columns))]
    for line in cells:
        yield "  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip()


def _named(scam: Scam) -> str:
    """Its id, and its language when that is another than the country's."""
    return scam.id if scam.lang == HOME else f"{scam.id} ({scam.lang})"


def shown(value: object) -> str:
    """A cell in words."""
    if isinstance(value, State):
        return gettext(value.value)
    if isinstance(value, list):
        return ", ".join(shown(item) for item in value)
    return plain("–" if value in (None, "") else str(value))
