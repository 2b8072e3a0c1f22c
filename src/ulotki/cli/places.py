"""`ulotki places set` and `retire`: one place; `export`: all of them as a spreadsheet."""

from __future__ import annotations

from pathlib import Path

import click

from ulotki import office
from ulotki.cli import options, target
from ulotki.cli.language import _, harmless, translate
from ulotki.cli.talk import Talk
from ulotki.errors import say
from ulotki.office.places import giving
from ulotki.office.places.columns import FIELDS
from ulotki.workspace import writing


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
    cells = {field: text for field in FIELDS if (text := given.get(field)) is not None}
    outcome = office.places.keeping.set_place(
        talk.ours, office.places.keeping.PlaceRequest(cells, id, new), options.today()
    )
    row = outcome.value.row
    talk.result(f"{row.id}  {harmless(str(row.cells.get('name', '')))}".rstrip())
    if not outcome.value.number:
        talk.aside(say("nothing changed"))
    return outcome


@click.argument("place", metavar=_("PLACE"))
def retire(talk: Talk, place: str) -> office.Outcome[office.places.keeping.Retired]:
    outcome = office.places.keeping.retire_place(talk.ours, place, options.today())
    talk.result(say("{name} ({id}) is a place no longer", name=outcome.value.name, id=outcome.value.id))
    return outcome


@click.argument("file", type=options.FILE, metavar=_("FILE.xlsx|.csv"))
@click.option("--no-hosts", is_flag=True, help=_("Without people."))
def give(talk: Talk, file: Path, no_hosts: bool) -> office.Outcome[giving.PlaceTableData]:
    writing.written_as(file, giving.ENDINGS)
    outcome = giving.export_places(talk.ours, giving.ending(file), translate, hosts=not no_hosts)
    target.write(talk, file, outcome.value.data)
    return outcome.giving(giving.PlaceTableData(outcome.value.places, outcome.value.hosts))
