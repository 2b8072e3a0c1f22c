"""`ulotki orders`: the orders of a campaign, one at a time."""

from __future__ import annotations

from functools import reduce
from typing import Any

import click

from ulotki.cli import options
from ulotki.cli.language import translated as _
from ulotki.cli.sentences import harmless, translate
from ulotki.cli.talk import Talk
from ulotki.errors import say
from ulotki.office import orders as office
from ulotki.office.order_fields import OrderValues
from ulotki.workspace import Workspace

CAMPAIGN = click.argument("campaign", metavar=_("CAMPAIGN"))
ORDER = click.argument("order", metavar=_("KEY"))

FIELDS: tuple[options.Option, ...] = (
    click.option("--palette", metavar=_("colour|mono|eco"), help=_("The toner; empty for that of the campaign.")),
    click.option("--until", metavar=_("DAY"), help=_("The last day of display; empty for that of the campaign.")),
    click.option("--audience", metavar=_("adults|pupils"), help=_("Who reads it; else adults.")),
    click.option("--copies", metavar=_("N"), help=_("How many of each a place gets; else 1.")),
    options.words("--place", "places", metavar=_("PLACE"), help=_('A place, a kind, or "all"; repeatable.')),
    click.option("--format", metavar=_("A4|A5|…"), help=_("The paper; else the first of the template.")),
    click.option("--template", metavar=_("ID"), help=_("The kind of piece.")),
    options.words("--scam", "scams", metavar=_("ID"), help=_("A scam; repeatable, or with commas.")),
)


def _fields(command: options.Command) -> options.Command:
    """The options that say what is ordered."""
    return reduce(lambda made, option: option(made), FIELDS, command)


@CAMPAIGN
def listing(talk: Talk, ours: Workspace, campaign: str) -> None:
    """Each order in a line: its key, how many a place gets, what is printed, and for whom."""
    found = office.read_orders(ours, campaign).data
    talk.result(*map(_line, found.orders))
    talk.data(found, findings=())


@CAMPAIGN
@_fields
def add(talk: Talk, ours: Workspace, campaign: str, **given: Any) -> None:
    """Order something more."""
    _write(talk, ours, office.OrderRequest(campaign, _values(given)))


@CAMPAIGN
@ORDER
@_fields
def change(talk: Talk, ours: Workspace, campaign: str, order: str, **given: Any) -> None:
    """Change what is named; all else stays."""
    row = office.read_orders(ours, campaign).named(order)
    _write(talk, ours, office.OrderRequest(campaign, _values(given), row.key, row.seen))


@CAMPAIGN
@ORDER
def remove(talk: Talk, ours: Workspace, campaign: str, order: str) -> None:
    """Take an order out."""
    row = office.read_orders(ours, campaign).named(order)
    outcome = office.remove_order(ours, campaign, row.key, row.seen, options.today())
    talk.result(say("the order {key} is taken out", key=row.key))
    talk.outcome(outcome)


def _write(talk: Talk, ours: Workspace, request: office.OrderRequest) -> None:
    """Write an order, and say it."""
    outcome = office.change_order(ours, request, options.today())
    if outcome.value.order:
        talk.result(_line(outcome.value.order))
    if not outcome.value.change:
        talk.aside(say("nothing changed"))
    talk.outcome(outcome)


def _values(given: dict[str, str | tuple[str, ...] | None]) -> OrderValues:
    """What was said of an order, by its field; nothing of what was not said."""
    return {key: (one,) if isinstance(one, str) else one for key, one in given.items() if one not in (None, ())}


def _line(one: office.OrderData) -> str:
    until = translate(say("until {day}", day=one.until)) if one.until else ""
    parts = (f"{one.template} {one.format}", ", ".join(one.scams), ", ".join(one.places), until, one.palette)
    return f"{one.key}  {one.copies:>4}  {harmless('  '.join(part for part in parts if part))}"
