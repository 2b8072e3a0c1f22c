"""`ulotki orders`: the orders of a campaign, one at a time."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from gettext import gettext as _
from typing import Any, TypeVar

import click

from ulotki.cli import options
from ulotki.cli.sentences import harmless, told
from ulotki.cli.talk import Talk
from ulotki.errors import say
from ulotki.office import orders as office
from ulotki.office.orders import OrderRow, Request, Values
from ulotki.workspace import Workspace

F = TypeVar("F", bound=Callable[..., Any])

NAMES = {"scam": "scams", "place": "places", "paper": "format"}
"""Options that are called otherwise than the field of an order."""


def _fields(function: F) -> F:
    """The options that say what is ordered."""
    for add in reversed(
        (
            click.option("--scam", multiple=True, metavar=_("ID"), help=_("A scam; repeatable, or with commas.")),
            click.option("--template", metavar=_("ID"), help=_("The kind of piece.")),
            click.option("--format", "paper", metavar="A4|A5|…", help=_("The paper; else the first of the template.")),
            click.option(
                "--place", multiple=True, metavar=_("PLACE"), help=_('A place, a kind of place, or "all"; repeatable.')
            ),
            click.option("--copies", metavar="N", help=_("How many of each a place gets; else 1.")),
            click.option("--audience", metavar="adults|pupils", help=_("Who reads it; else adults.")),
            click.option(
                "--until", metavar=_("DAY"), help=_("The last day of display; empty for that of the campaign.")
            ),
            click.option("--palette", metavar="colour|mono|eco", help=_("The toner; empty for that of the campaign.")),
        )
    ):
        function = add(function)
    return function


@click.argument("campaign", metavar=_("CAMPAIGN"))
def listing(talk: Talk, ours: Workspace, campaign: str) -> None:
    """Each order in a line: its key, what is printed, for whom, and how many a place gets."""
    found = office.orders(ours, campaign).data
    for one in found.orders:
        talk.result(_line(one))
    talk.data("orders.list", found, findings=())


@click.argument("campaign", metavar=_("CAMPAIGN"))
@_fields
def add(talk: Talk, ours: Workspace, campaign: str, **given: str | Sequence[str] | None) -> None:
    """Order something more."""
    _write(talk, ours, Request(campaign, _values(given)), "orders.add")


@click.argument("campaign", metavar=_("CAMPAIGN"))
@click.argument("order", metavar=_("KEY"))
@_fields
def change(talk: Talk, ours: Workspace, campaign: str, order: str, **given: str | Sequence[str] | None) -> None:
    """Change what is named; all else stays."""
    row = office.orders(ours, campaign).named(order)
    _write(talk, ours, Request(campaign, _values(given), row.key, row.seen), "orders.change")


@click.argument("campaign", metavar=_("CAMPAIGN"))
@click.argument("order", metavar=_("KEY"))
def remove(talk: Talk, ours: Workspace, campaign: str, order: str) -> None:
    """Take an order out."""
    row = office.orders(ours, campaign).named(order)
    outcome = office.remove(ours, campaign, row.key, row.seen, options.today())
    talk.result(told(say("the order {key} is taken out", key=row.key)))
    talk.outcome("orders.remove", outcome)


def _write(talk: Talk, ours: Workspace, request: Request, kind: str) -> None:
    """Write an order, and say what it is now."""
    outcome = office.change(ours, request, options.today())
    if outcome.value.order:
        talk.result(_line(outcome.value.order))
    if not outcome.value.change:
        talk.aside(say("nothing changed"))
    talk.outcome(kind, outcome)


def _values(given: dict[str, Any]) -> Values:
    """What was said of an order, by its field; nothing of what was not said."""
    lists = {key: tuple(options.several(words)) for key, words in given.items() if isinstance(words, (list, tuple))}
    one = {key: (word,) for key, word in given.items() if isinstance(word, str)}
    return {NAMES.get(key, key): words for key, words in (lists | one).items() if words}


def _line(one: OrderRow) -> str:
    """An order in a line."""
    until = f"  {told(say('until {day}', day=one.until))}" if one.until else ""
    more = "".join(
        f"  {harmless(word)}" for word in (one.palette, one.language if one.language != "pl" else "") if word
    )
    what = f"{one.template} {one.format}  {', '.join(one.scams)}  {', '.join(one.places)}"
    return f"{one.key}  {one.copies:>4}  {harmless(what)}{until}{more}"
