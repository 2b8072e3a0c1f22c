"""Reads campaigns and approvals."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from ulotki.content.campaign import Approval, Campaign
from ulotki.content.order import Order
from ulotki.content.unread import Unread
from ulotki.errors import Finding, say
from ulotki.library.shape import Reader
from ulotki.library.source import Source

HOUR = re.compile(r"([01]?[0-9]|2[0-3])[.:][0-5][0-9]")

MOST = 100_000
"""Most copies of one order for one place: a larger number is a typing mistake. A hand-over has the same limit."""


def approvals(source: Source, file: Path) -> tuple[Approval, ...] | Unread:
    """The approvals in *file*."""
    document = source.document(file)
    if isinstance(document, Finding):
        return Unread("approvals", file.name, (document,))
    reader = Reader(document)
    found: list[Approval] = []
    for key, tables in document.values.items():
        if key != "approval":
            reader.fault((key,), say('unknown key "{key}"', key=key), say("write [[approval]]"))
            continue
        found += [one for one in reader.value(tuple[Approval, ...], tables, (key,)) if one is not None]
    return Unread("approvals", file.name, tuple(reader.findings)) if reader.findings else tuple(found)


def campaign(source: Source, file: Path) -> Campaign | Unread:
    """The campaign in *file*; its references are checked later."""
    found, faults = source.whole(file, Campaign, id=file.stem)
    if found is not None:
        faults += _days(source, found)
        for order in found.order:
            faults += _order(source, order, found)
    return Unread("campaign", file.stem, tuple(faults)) if found is None or faults else found


def _days(source: Source, campaign: Campaign) -> Iterator[Finding]:
    if campaign.until and campaign.until < campaign.day:
        yield _too_early(source, campaign)
    if not campaign.order:
        hint = say("write an [[order]] with scams, template, format, places")
        yield Finding("read", say("nothing is ordered"), hint, campaign.at)


def _order(source: Source, order: Order, campaign: Campaign) -> Iterator[Finding]:
    if order.until and order.until < campaign.day:
        yield _too_early(source, order)
    for name in ("scams", "places"):
        if not getattr(order, name):
            yield source.fault(order.at, name, say("{field} is empty", field=name), say("name at least one"))
    if order.copies > MOST:
        what = say("{copies} copies for each place are more than {most}", copies=order.copies, most=MOST)
        yield source.fault(order.at, "copies", what, say("write how many each place gets, such as 20"))
    if order.copies < 1:
        what, hint = say("copies must be one or more"), say("delete the order if nothing is wanted")
        yield source.fault(order.at, "copies", what, hint)
    if order.meeting and not HOUR.fullmatch(order.meeting.hour):
        what = say('"{value}" is not an hour', value=order.meeting.hour)
        yield source.fault(order.at, "meeting.hour", what, say("write it as 17.00"))


def _too_early(source: Source, one: Campaign | Order) -> Finding:
    what = say("until is earlier than the day of the campaign")
    return source.fault(one.at, "until", what, say("correct one of the two"))
