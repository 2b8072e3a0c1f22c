"""`ulotki orders`: the orders of a campaign, one at a time."""

from __future__ import annotations

from typing import Any

import click

from ulotki import office
from ulotki.cli import options
from ulotki.cli.language import _, harmless, translate
from ulotki.cli.talk import Talk
from ulotki.errors import say

CAMPAIGN = click.argument("campaign", metavar=_("CAMPAIGN"))
ORDER = click.argument("order", metavar=_("KEY"))

FIELDS = options.together(
    options.words("--scam", "scams", metavar=_("ID"), help=_("A scam; repeatable, or with commas.")),
    click.option("--template", metavar=_("ID"), help=_("The kind of piece.")),
    click.option("--format", metavar=_("A4|A5|…"), help=_("The paper; else the first of the template.")),
    options.words("--place", "places", metavar=_("PLACE"), help=_('A place, a kind, or "all"; repeatable.')),
    click.option("--copies", metavar=_("N"), help=_("How many of each a place gets; else 1.")),
    click.option("--audience", metavar=_("adults|pupils"), help=_("Who reads it; else adults.")),
    click.option("--until", metavar=_("DAY"), help=_("The last day of display; empty for that of the campaign.")),
    click.option("--palette", metavar=_("colour|mono|eco"), help=_("The toner; empty for that of the campaign.")),
)
"""The options that say what is ordered."""


@CAMPAIGN
def listing(talk: Talk, campaign: str) -> office.Outcome[office.orders.OrdersData]:
    found = office.orders.read_orders(talk.ours, campaign).data
    talk.result(*map(_line, found.orders))
    return office.Outcome(found)


@CAMPAIGN
@FIELDS
def add(talk: Talk, campaign: str, **given: Any) -> office.Outcome[office.orders.ChangedOrder]:
    return _write(talk, campaign, given)


@CAMPAIGN
@ORDER
@FIELDS
def change(talk: Talk, campaign: str, order: str, **given: Any) -> office.Outcome[office.orders.ChangedOrder]:
    row = office.orders.read_orders(talk.ours, campaign).named(order)
    return _write(talk, campaign, given, row.key, row.seen)


@CAMPAIGN
@ORDER
def remove(talk: Talk, campaign: str, order: str) -> office.Outcome[office.orders.ChangedOrder]:
    row = office.orders.read_orders(talk.ours, campaign).named(order)
    outcome = office.orders.remove_order(talk.ours, campaign, row.key, row.seen, options.today())
    talk.result(say("the order {key} is taken out", key=row.key))
    return outcome


def _write(
    talk: Talk, campaign: str, given: dict[str, str | tuple[str, ...] | None], key: str = "", seen: str = ""
) -> office.Outcome[office.orders.ChangedOrder]:
    """Write an order of what was said, and say it."""
    values = {key: (one,) if isinstance(one, str) else one for key, one in given.items() if one not in (None, ())}
    request = office.orders.OrderRequest(campaign, values, key, seen)
    outcome = office.orders.change_order(talk.ours, request, options.today())
    if outcome.value.order:
        talk.result(_line(outcome.value.order))
    if not outcome.value.change:
        talk.aside(say("nothing changed"))
    return outcome


def _line(one: office.orders.OrderData) -> str:
    until = translate(say("until {day}", day=one.until)) if one.until else ""
    parts = (f"{one.template} {one.format}", ", ".join(one.scams), ", ".join(one.places), until, one.palette)
    return f"{one.key}  {one.copies:>4}  {harmless('  '.join(part for part in parts if part))}"
