"""`ulotki orders`: the orders of a campaign, one at a time."""

from __future__ import annotations

from collections.abc import Callable
from functools import reduce
from typing import Any

import click

from ulotki.cli import options
from ulotki.cli.language import translated as _
from ulotki.cli.sentences import harmless, told
from ulotki.cli.talk import Talk
from ulotki.errors import say
from ulotki.office import Outcome
from ulotki.office import orders as office
from ulotki.office.orders import ChangedOrder, OrderData, OrderRequest, OrderValues
from ulotki.workspace import Workspace

CAMPAIGN = click.argument("campaign", metavar=_("CAMPAIGN"))
ORDER = click.argument("order", metavar=_("KEY"))

FIELDS = (
    click.option("--palette", metavar=_("colour|mono|eco"), help=_("The toner; empty for that of the campaign.")),
    click.option("--until", metavar=_("DAY"), help=_("The last day of display; empty for that of the campaign.")),
    click.option("--audience", metavar=_("adults|pupils"), help=_("Who reads it; else adults.")),
    click.option("--copies", metavar=_("N"), help=_("How many of each a place gets; else 1.")),
    click.option(
        "--place", "places", multiple=True, metavar=_("PLACE"), help=_('A place, a kind, or "all"; repeatable.')
    ),
    click.option("--format", metavar=_("A4|A5|…"), help=_("The paper; else the first of the template.")),
    click.option("--template", metavar=_("ID"), help=_("The kind of piece.")),
    click.option("--scam", "scams", multiple=True, metavar=_("ID"), help=_("A scam; repeatable, or with commas.")),
)


def _fields(command: Callable[..., None]) -> Callable[..., None]:
    """The options that say what is ordered."""
    return reduce(lambda made, option: option(made), FIELDS, command)


@CAMPAIGN
def listing(talk: Talk, ours: Workspace, campaign: str) -> None:
    """Each order in a line: its key, how many a place gets, what is printed, and for whom."""
    found = office.read_orders(ours, campaign).data
    for one in found.orders:
        talk.result(_line(one))
    talk.data("orders.list", found, findings=())


@CAMPAIGN
@_fields
def add(talk: Talk, ours: Workspace, campaign: str, **given: Any) -> None:
    """Order something more."""
    talk.outcome("orders.add", _written(talk, ours, OrderRequest(campaign, _values(given))))


@CAMPAIGN
@ORDER
@_fields
def change(talk: Talk, ours: Workspace, campaign: str, order: str, **given: Any) -> None:
    """Change what is named; all else stays."""
    row = office.read_orders(ours, campaign).named(order)
    talk.outcome("orders.change", _written(talk, ours, OrderRequest(campaign, _values(given), row.key, row.seen)))


@CAMPAIGN
@ORDER
def remove(talk: Talk, ours: Workspace, campaign: str, order: str) -> None:
    """Take an order out."""
    row = office.read_orders(ours, campaign).named(order)
    outcome = office.remove_order(ours, campaign, row.key, row.seen, options.today())
    talk.result(told(say("the order {key} is taken out", key=row.key)))
    talk.outcome("orders.remove", outcome)


def _written(talk: Talk, ours: Workspace, request: OrderRequest) -> Outcome[ChangedOrder]:
    outcome = office.change_order(ours, request, options.today())
    if outcome.value.order:
        talk.result(_line(outcome.value.order))
    if not outcome.value.change:
        talk.aside(say("nothing changed"))
    return outcome


def _values(given: dict[str, Any]) -> OrderValues:
    """What was said of an order, by its field; nothing of what was not said."""
    words = {key: (one,) if isinstance(one, str) else options.several(one or ()) for key, one in given.items()}
    return {key: one for key, one in words.items() if one}


def _line(one: OrderData) -> str:
    until = told(say("until {day}", day=one.until)) if one.until else ""
    parts = (f"{one.template} {one.format}", ", ".join(one.scams), ", ".join(one.places), until, one.palette)
    return f"{one.key}  {one.copies:>4}  {harmless('  '.join(part for part in parts if part))}"
