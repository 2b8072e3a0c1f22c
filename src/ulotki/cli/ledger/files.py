"""`ulotki ledger export`, `backup`, `restore`: the ledger elsewhere."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from gettext import gettext as _
from pathlib import Path

import click

from ulotki.cli import lines
from ulotki.cli.options import needed
from ulotki.cli.talk import Talk, near, told
from ulotki.documents.table import spreadsheet
from ulotki.errors import Finding, Misused, say
from ulotki.handout.chain import Entry
from ulotki.handout.deeds import Cancelled, Deed, Done, HandOver, Meeting, Newer, Personal, TakenDown
from ulotki.office import ledger as office
from ulotki.office.ledger import Request
from ulotki.workspace import Workspace, writing

force = click.option("--force", is_flag=True, help=_("Also when a file of that name is there."))


@click.argument("file", type=click.Path(dir_okay=False, path_type=Path), metavar=_("FILE.csv|.json"))
@click.option("--anonymous", is_flag=True, help=_("Without names, telephones and notes."))
@force
def export(talk: Talk, workspace: Path | None, file: Path, anonymous: bool, force: bool) -> None:
    """Write the ledger as a table."""
    if file.suffix.lower() not in (".csv", ".json"):
        what = say('"{name}" ends in neither .csv nor .json', name=file.name)
        raise Misused([Finding("use", what, say("a spreadsheet reads .csv"))])
    ours = Workspace.at(needed(workspace))
    writing.writable(file)
    office.free(ours, file, force=force)
    outcome = office.listed(ours, Request())
    rows = [(one.entry, None if anonymous else one.personal) for one in outcome.value.lines]
    if file.suffix.lower() == ".csv":
        data = table(rows, outcome.value.places)
    else:
        document = {"schema": "ulotki.ledger/1", "entries": [lines.row(one, personal) for one, personal in rows]}
        data = (json.dumps(document, ensure_ascii=False, indent=1, default=str) + "\n").encode()
    writing.write(file, data)
    if any(personal for _, personal in rows):
        talk.aside(say("this file holds personal data: keep it where the ledger would be safe, or use --anonymous"))
    talk.result(near(file))
    talk.outcome("ledger.export", outcome, file=str(file), entries=len(rows))


def table(rows: Iterable[tuple[Entry, Personal | None]], known: lines.Places) -> bytes:
    """The ledger, a line for each piece of an entry."""
    heads = (
        *(say("entry"), say("day"), say("kind"), say("place id"), say("place name"), say("campaign"), say("edition")),
        *(say("code"), say("piece"), say("copies"), say("on boards"), say("until"), say("consent")),
        *(say("taken by"), say("telephone"), say("note"), say("group"), say("people"), say("topics"), say("written")),
        *(say("hash"), say("corrects or cancels")),
    )
    return spreadsheet(
        map(told, heads), (line for one, personal in rows for line in _rows(one, personal or Personal(), known))
    )


def _rows(one: Entry, who: Personal, known: lines.Places) -> Iterator[tuple[object, ...]]:
    """The lines of an entry, one for each piece of it."""
    deed = one.deed
    place = deed.place if isinstance(deed, Done) else ""
    start = (one.seq, deed.day, told(lines.KINDS.get(one.kind, lines.NEWER)), place, lines.named(place, known))
    end = (who.who, who.phone, who.note, *_met(deed), one.at, one.hash, _other(deed))
    for middle in _pieces(deed):
        yield (*start, *middle, *end)


def _other(deed: Deed | Newer) -> int | None:
    """The number of the entry that this one is about."""
    if isinstance(deed, Done):
        return deed.corrects
    return deed.entry if isinstance(deed, Cancelled) else None


def _met(deed: Deed | Newer) -> tuple[object, ...]:
    return (deed.group, deed.people, ", ".join(deed.topics)) if isinstance(deed, Meeting) else ("", "", "")


def _pieces(deed: Deed | Newer) -> Iterator[tuple[object, ...]]:
    """What the columns from campaign to consent hold, a row for each piece."""
    match deed:
        case HandOver():
            consent = {None: "", True: told(say("yes")), False: told(say("no"))}[deed.consent]
            for one in deed.pieces:
                yield deed.campaign, deed.edition, one.code, one.title, one.copies, one.hung, one.until, consent
        case TakenDown():
            for gone in deed.pieces:
                yield "", gone.edition, gone.code, gone.name, gone.copies, gone.hung, "", ""
        case _:
            yield ("",) * 8


@click.argument("file", type=click.Path(dir_okay=False, path_type=Path), metavar=_("FILE"))
@force
def backup(talk: Talk, workspace: Path | None, file: Path, force: bool) -> None:
    """Copy the ledger."""
    writing.writable(file)
    outcome = office.backup(Workspace.at(needed(workspace)), file, force=force)
    found = outcome.value
    talk.result(told(say("copied and checked: entries {count}", count=found.count)))
    if found.head:
        talk.result(
            told(say("the last entry is {hash}; noted on paper, it shows an older ledger", hash=found.head.short))
        )
    talk.result(near(file))
    head = found.head.head if found.head else None
    talk.outcome("ledger.backup", outcome, file=str(file), entries=found.count, head=head)


@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path), metavar=_("FILE"))
def restore(talk: Talk, workspace: Path | None, file: Path) -> None:
    """Put a copy in the place of the ledger."""
    outcome = office.restore(Workspace.at(needed(workspace)), file)
    found = outcome.value
    talk.result(told(say("restored: entries {count}", count=found.count)))
    if found.kept:
        talk.result(told(say("the ledger that was there is kept: {file}", file=near(found.kept))))
    kept = str(found.kept) if found.kept else None
    talk.outcome(
        "ledger.restore", outcome, entries=found.count, kept=kept, lost=list(found.lost), back=list(found.back)
    )
