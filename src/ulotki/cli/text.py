"""`ulotki text`: a sentence changed in this workspace's copy of a scam, and the way back."""

from __future__ import annotations

from collections.abc import Iterator

import click

from ulotki.cli import options
from ulotki.cli.language import translated as _
from ulotki.cli.sentences import harmless, translate
from ulotki.cli.talk import Talk
from ulotki.errors import misused, say
from ulotki.office import Outcome
from ulotki.office import texts as office
from ulotki.workspace import Workspace


@click.argument("id", required=False, metavar=_("ID"))
@click.argument("given", nargs=-1, metavar=_("[FIELD=TEXT]…"))
@click.option("--try", "trying", is_flag=True, help=_("Say what would not fit, and write nothing."))
@click.option("--back", is_flag=True, help=_("Go back to the library's text."))
def text(talk: Talk, ours: Workspace, id: str | None, given: tuple[str, ...], trying: bool, back: bool) -> None:
    """List texts, show one, or change it."""
    if id is None:
        rows = office.list_texts(ours.library())
        talk.result(*map(_row, rows))
        talk.data({"texts": rows}, "text.list", findings=())
        return
    pairs = (options.pair(one, 'quote="To ja! / Poznajesz?"') for one in given)
    values = {key: "\n".join(part.strip() for part in value.split(" / ")) for key, value in pairs}
    if back and values:
        raise misused(say("the library's text has no changes"), say("say one of the two"))
    request, today = office.TextRequest(id, values), options.today()
    if back:
        outcome = office.restore_text(ours, id, today)
    elif values and not trying:
        outcome = office.change_text(ours, request, today)
    else:
        outcome = office.try_text(ours, request, today)
    found = outcome.value
    talk.result(*_fields(found))
    if found.note:
        talk.aside(found.note)
    if found.change:
        talk.aside(say("to take it back: ulotki undo {number}", number=found.change))
    talk.outcome(Outcome(found, tuple(one for _key, one in found.findings), outcome.asides))


def _row(row: office.TextRow) -> str:
    return f"{row.id}  {harmless(row.title)}" + (f"  ({translate(row.note)})" if row.note else "")


def _fields(text: office.ScamText) -> Iterator[str]:
    """Every field as it is; of one that differs from the library's, that as well."""
    for one in text.fields:
        if one.value or one.library:
            yield f"{one.key} = {_line(one.value)}"
            if one.library is not None and one.library != one.value:
                yield "    " + translate(say("in the library: {text}", text=_line(one.library)))


def _line(value: str) -> str:
    return harmless(value.replace("\n", " / "))
