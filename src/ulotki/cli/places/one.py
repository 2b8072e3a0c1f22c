"""`ulotki places set` and `retire`: one place."""

from __future__ import annotations

import click

from ulotki.cli import options
from ulotki.cli.language import translated as _
from ulotki.cli.sentences import harmless
from ulotki.cli.talk import Talk
from ulotki.errors import say
from ulotki.office.places import keeping
from ulotki.office.places.columns import FIELDS
from ulotki.workspace import Workspace


@click.argument("id", required=False, default="", metavar=_("ID"))
@click.option("--name", metavar=_("TEXT"), help=_("What people call it."))
@click.option("--kind", metavar=_("KIND"), help=_("The kind of place."))
@click.option("--boards", metavar="N", help=_("How many boards it has."))
@click.option("--host", metavar=_("WHO"), help=_("Who takes the bundle; empty for nobody."))
@click.option("--form", metavar="pan|pani", help=_("The form of address."))
@click.option("--role", metavar=_("TEXT"), help=_("The post of the host."))
@click.option("--greeting", metavar=_("TEXT"), help=_("How a letter begins."))
@click.option("--phone", metavar=_("TEXT"), help=_("The telephone of the host."))
@click.option("--email", metavar=_("TEXT"), help=_("The e-mail address of the host."))
@click.option("--new", is_flag=True, help=_("It is another place, although one of nearly that name is there."))
def keep(talk: Talk, ours: Workspace, id: str, new: bool, **given: str | None) -> None:
    """Write a place down, or change it."""
    cells = {field: text for field in FIELDS if (text := given.get(field)) is not None}
    outcome = keeping.set_place(ours, keeping.PlaceRequest(cells, id, new), options.today())
    row = outcome.value.row
    talk.result(f"{row.id}  {harmless(str(row.cells.get('name', '')))}".rstrip())
    if not outcome.value.number:
        talk.aside(say("nothing changed"))
    talk.outcome(outcome)


@click.argument("place", metavar=_("PLACE"))
def retire(talk: Talk, ours: Workspace, place: str) -> None:
    """Take a place out."""
    outcome = keeping.retire_place(ours, place, options.today())
    talk.result(say("{name} ({id}) is a place no longer", name=outcome.value.name, id=outcome.value.id))
    talk.outcome(outcome)
