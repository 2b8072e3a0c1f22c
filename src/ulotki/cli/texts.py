"""`ulotki init` and `new`: files to begin with, which explain every field; `text`: a sentence changed, and the way back."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from ulotki import office
from ulotki.cli import options
from ulotki.cli.language import _, harmless, translate
from ulotki.cli.talk import Talk
from ulotki.errors import misused, say


@click.argument("folder", type=click.Path(path_type=Path), metavar=_("DIR"))
def init(talk: Talk, folder: Path) -> office.Outcome[office.starting.Begun]:
    outcome = office.starting.init_workspace(folder, options.today())
    talk.result(outcome.value.file)
    return outcome


@click.argument("kind", type=click.Choice(["scam", "place", "campaign"]))
@click.argument("id", metavar=_("ID"))
@click.option("--from", "like", metavar=_("ID"), help=_("The campaign that the new one is made after."))
@options.day("--day", help=_("The first day of the new campaign."))
@options.day("--until", help=_("Its last day; else as long as the other one hung."))
@click.option("--title", metavar=_("TEXT"), help=_("Its title; else that of the other one."))
def new(talk: Talk, **asked: Any) -> office.Outcome[office.starting.Started]:
    outcome = office.starting.new(talk.ours, office.starting.NewRequest(**asked), options.today())
    talk.result(outcome.value.file)
    return outcome


@click.argument("id", required=False, metavar=_("ID"))
@click.argument("given", nargs=-1, metavar=_("[FIELD=TEXT]…"))
@click.option("--try", "trying", is_flag=True, help=_("Say what would not fit, and write nothing."))
@click.option("--back", is_flag=True, help=_("Go back to the library's text."))
def text(talk: Talk, id: str | None, given: tuple[str, ...], trying: bool, back: bool) -> office.Outcome[Any]:
    if id is None:
        rows = office.texts.list_texts(talk.ours.library())
        talk.kind = "text.list"
        talk.result(*map(_row, rows))
        return office.Outcome({"texts": rows})
    pairs = (options.pair(one, 'quote="To ja! / Poznajesz?"') for one in given)
    values = {key: "\n".join(part.strip() for part in value.split(" / ")) for key, value in pairs}
    if back and values:
        raise misused(say("the library's text has no changes"), say("say one of the two"))
    request, today = office.texts.TextRequest(id, values), options.today()
    if back:
        outcome = office.texts.restore_text(talk.ours, id, today)
    elif values and not trying:
        outcome = office.texts.change_text(talk.ours, request, today)
    else:
        outcome = office.texts.try_text(talk.ours, request, today)
    found = outcome.value
    talk.result(*_fields(found))
    if found.note:
        talk.aside(found.note)
    if found.change:
        talk.aside(say("to take it back: ulotki undo {number}", number=found.change))
    return office.Outcome(found, tuple(one for _key, one in found.findings), outcome.asides)


def _row(row: office.texts.TextRow) -> str:
    return f"{row.id}  {harmless(row.title)}" + (f"  ({translate(row.note)})" if row.note else "")


def _fields(text: office.texts.ScamText) -> Iterator[str]:
    """Every field as it is; of one that differs from the library's, that as well."""
    for one in text.fields:
        if one.value or one.library:
            yield f"{one.key} = {_line(one.value)}"
            if one.library is not None and one.library != one.value:
                yield "    " + translate(say("in the library: {text}", text=_line(one.library)))


def _line(value: str) -> str:
    return harmless(value.replace("\n", " / "))
