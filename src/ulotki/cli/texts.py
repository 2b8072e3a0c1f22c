"""`ulotki init`, `new`: files to begin with, which explain every field; `text`: a sentence changed; `serve`: the local page."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from ulotki import office, serve
from ulotki.cli import options
from ulotki.cli.language import _, harmless, page_voice, translate
from ulotki.cli.talk import Talk
from ulotki.errors import misused, say


@click.argument("folder", type=click.Path(path_type=Path), metavar=_("DIR"))
def init(talk: Talk, folder: Path) -> office.Outcome[office.init.Begun]:
    outcome = office.init.init_workspace(folder, options.today())
    return talk.answer(outcome, outcome.value.file)


@click.argument("kind", type=click.Choice(["scam", "place", "campaign"]))
@click.argument("id", metavar=_("ID"))
@click.option("--from", "like", metavar=_("ID"), help=_("The campaign that the new one is made after."))
@options.day("--day", help=_("The first day of the new campaign."))
@options.day("--until", help=_("Its last day; else as long as the other one hung."))
@click.option("--title", metavar=_("TEXT"), help=_("Its title; else that of the other one."))
def new(talk: Talk, **asked: Any) -> office.Outcome[office.starting.Started]:
    outcome = office.starting.new(talk.ours, office.starting.NewRequest(**asked), options.today())
    return talk.answer(outcome, outcome.value.file)


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
    request, today = office.scam_text.TextRequest(id, values), options.today()
    if back:
        outcome = office.texts.restore_text(talk.ours, id, today)
    elif values and not trying:
        outcome = office.texts.change_text(talk.ours, request, today)
    else:
        outcome = office.text_trial.try_text(talk.ours, request, today)
    found = outcome.value
    talk.result(*_fields(found))
    if found.note:
        talk.aside(found.note)
    if found.change:
        talk.aside(say("to take it back: ulotki undo {number}", number=found.change))
    return office.Outcome(found, tuple(one for _key, one in found.findings), outcome.asides)


def _row(row: office.texts.TextRow) -> str:
    return f"{row.id}  {harmless(row.title)}" + (f"  ({translate(row.note)})" if row.note else "")


def _fields(text: office.scam_text.ScamText) -> Iterator[str]:
    """Every field as it is; of one that differs from the library's, that as well."""
    for one in text.fields:
        if one.value or one.library:
            yield f"{one.key} = {_line(one.value)}"
            if one.library is not None and one.library != one.value:
                yield "    " + translate(say("in the library: {text}", text=_line(one.library)))


def _line(value: str) -> str:
    return harmless(value.replace("\n", " / "))


@click.option("--port", type=click.IntRange(0, 65535), default=0, help=_("Where to listen; else at a free port."))
@click.option("--no-open", "quietly", is_flag=True, help=_("Only say the address; open no browser."))
def open_page(talk: Talk, port: int, quietly: bool) -> None:
    remembering = serve.remembering.Remembering.at(talk.ours.folder.resolve())
    desk = serve.desk.Desk(remembering, options.today, options.now, page_voice().lang)

    def ready(address: str) -> None:
        talk.result(address)
        talk.data({"address": address}, findings=())
        talk.aside(say("this address opens once, and only on this computer; Ctrl+C ends the page"))
        if not quietly:
            click.launch(address)

    if not serve.running.serve(desk, port, ready):
        talk.aside(say("the page of this workspace runs already"))
    elif not desk.closed and desk.over():
        talk.aside(say("nobody used the page for half an hour, so it has ended; what was saved stays"))
