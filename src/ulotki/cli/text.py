"""`ulotki text`: a sentence changed in this workspace's copy of a scam, and the way back."""

from __future__ import annotations

import click

from ulotki.cli import options
from ulotki.cli.language import translated as _
from ulotki.cli.sentences import harmless, told
from ulotki.cli.talk import Talk
from ulotki.errors import Finding, Misused, say
from ulotki.office import Outcome
from ulotki.office import texts as office
from ulotki.office.texts import ScamText, TextRequest
from ulotki.workspace import Workspace


@click.argument("id", required=False, metavar=_("ID"))
@click.argument("given", nargs=-1, metavar=_("[FIELD=TEXT]…"))
@click.option("--try", "trying", is_flag=True, help=_("Say what would not fit, and write nothing."))
@click.option("--back", is_flag=True, help=_("Go back to the library's text."))
def text(talk: Talk, ours: Workspace, id: str | None, given: tuple[str, ...], trying: bool, back: bool) -> None:
    """List texts, show one, or change it."""
    today = options.today()
    if id is None:
        rows = office.list_texts(ours.library())
        for row in rows:
            note = f"  ({told(row.note)})" if row.note else ""
            talk.result(f"{row.id}  {harmless(row.title)}{note}")
        talk.data("text.list", {"texts": rows}, findings=())
        return
    pairs = (options.pair(one, 'quote="To ja! / Poznajesz?"') for one in given)
    values = {key: "\n".join(part.strip() for part in value.split(" / ")) for key, value in pairs}
    if back and values:
        raise Misused([Finding("use", say("the library's text has no changes"), say("say one of the two"))])
    if back:
        outcome = office.restore_text(ours, id, today)
    elif values and not trying:
        outcome = office.change_text(ours, TextRequest(id, values), today)
    else:
        outcome = office.try_text(ours, TextRequest(id, values), today)
    _told(talk, outcome, written=bool(outcome.value.change))
    found = tuple(one for _key, one in outcome.value.findings)
    talk.outcome("text", Outcome(outcome.value, found, outcome.asides))


def _told(talk: Talk, outcome: Outcome[ScamText], *, written: bool) -> None:
    """Every field as it is; of one that differs from the library's, that as well."""
    for one in outcome.value.fields:
        if one.value or one.library:
            talk.result(f"{one.key} = {harmless(one.value.replace(chr(10), ' / '))}")
            if one.library is not None and one.library != one.value:
                was = harmless(one.library.replace("\n", " / "))
                talk.result("    " + told(say("in the library: {text}", text=was)))
    if outcome.value.note:
        talk.aside(outcome.value.note)
    if written:
        talk.aside(say("to take it back: ulotki undo {number}", number=outcome.value.change))
