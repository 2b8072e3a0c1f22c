"""`ulotki orders` and `places`: an order of a campaign or a place, one at a time; and all places as a spreadsheet."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from ulotki import documents, office
from ulotki.cli import options, target
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
def listing(talk: Talk, campaign: str) -> office.Outcome[office.order_data.OrdersData]:
    found = office.order_file.read_orders(talk.ours, campaign).data
    return talk.answer(office.Outcome(found), *map(_line, found.orders))


@CAMPAIGN
@FIELDS
def add(talk: Talk, campaign: str, **given: Any) -> office.Outcome[office.orders.ChangedOrder]:
    return _write(talk, campaign, given)


@CAMPAIGN
@ORDER
@FIELDS
def change(talk: Talk, campaign: str, order: str, **given: Any) -> office.Outcome[office.orders.ChangedOrder]:
    row = office.order_file.read_orders(talk.ours, campaign).named(order)
    return _write(talk, campaign, given, row.key, row.seen)


@CAMPAIGN
@ORDER
def remove(talk: Talk, campaign: str, order: str) -> office.Outcome[office.orders.ChangedOrder]:
    row = office.order_file.read_orders(talk.ours, campaign).named(order)
    outcome = office.orders.remove_order(talk.ours, campaign, row.key, row.seen, options.today())
    return talk.answer(outcome, say("the order {key} is taken out", key=row.key))


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


def _line(one: office.order_data.OrderData) -> str:
    until = translate(say("until {day}", day=one.until)) if one.until else ""
    parts = (f"{one.template} {one.format}", ", ".join(one.scams), ", ".join(one.places), until, one.palette)
    return f"{one.key}  {one.copies:>4}  {harmless('  '.join(part for part in parts if part))}"


@click.argument("id", required=False, default="", metavar=_("ID"))
@click.option("--name", metavar=_("TEXT"), help=_("What people call it."))
@click.option("--kind", metavar=_("KIND"), help=_("The kind of place."))
@click.option("--boards", metavar=_("N"), help=_("How many boards it has."))
@click.option("--host", metavar=_("WHO"), help=_("Who takes the bundle; empty for nobody."))
@click.option("--form", metavar=_("pan|pani"), help=_("The form of address."))
@click.option("--role", metavar=_("TEXT"), help=_("The post of the host."))
@click.option("--greeting", metavar=_("TEXT"), help=_("How a letter begins."))
@click.option("--phone", metavar=_("TEXT"), help=_("The telephone of the host."))
@click.option("--email", metavar=_("TEXT"), help=_("The e-mail address of the host."))
@click.option("--new", is_flag=True, help=_("It is another place, although one of nearly that name is there."))
def keep(talk: Talk, id: str, new: bool, **given: str | None) -> office.Outcome[office.places.keeping.SavedPlace]:
    cells = {field: text for field in office.places.columns.FIELDS if (text := given.get(field)) is not None}
    request = office.places.keeping.PlaceRequest(cells, id, new)
    outcome = office.places.keeping.set_place(talk.ours, request, options.today())
    row = outcome.value.row
    talk.result(f"{row.id}  {harmless(str(row.cells.get('name', '')))}".rstrip())
    if not outcome.value.number:
        talk.aside(say("nothing changed"))
    return outcome


@click.argument("place", metavar=_("PLACE"))
def retire(talk: Talk, place: str) -> office.Outcome[office.places.retiring.Retired]:
    outcome = office.places.retiring.retire_place(talk.ours, place, options.today())
    return talk.answer(outcome, say("{name} ({id}) is a place no longer", name=outcome.value.name, id=outcome.value.id))


@click.argument("file", type=options.FILE, callback=target.writable(*documents.SHEETS), metavar=_("FILE.xlsx|.csv"))
@click.option("--no-hosts", is_flag=True, help=_("Without people."))
def give(talk: Talk, file: Path, no_hosts: bool) -> office.Outcome[office.places.giving.PlaceTable]:
    ending = file.suffix.lower()
    outcome = office.places.giving.export_places(talk.ours, ending, translate, hosts=not no_hosts)
    return target.write(talk, outcome, file, outcome.value.file)
