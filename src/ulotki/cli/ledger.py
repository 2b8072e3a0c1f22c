"""`ulotki ledger`: to read it, keep it safe, carry it elsewhere, and forget people."""

from __future__ import annotations

import csv
import datetime
import io
import json
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from gettext import gettext as _
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ulotki.cli import asking, handing, options
from ulotki.cli.main import command, group, needed
from ulotki.cli.talk import Talk, as_data, harmless, near, told
from ulotki.content import places
from ulotki.errors import Finding, Misused, Say, Trouble, Where, pick, say
from ulotki.handout import ledger as book
from ulotki.handout.chain import Entry, Secret
from ulotki.handout.deeds import (
    KINDS,
    Accepted,
    Cancelled,
    Deed,
    Done,
    Forgotten,
    HandOver,
    Meeting,
    Newer,
    Personal,
    TakenDown,
)
from ulotki.handout.recall import outdated
from ulotki.office.facts import judged
from ulotki.workspace import Workspace, read, writing
from ulotki.workspace import ledger as stores

if TYPE_CHECKING:
    from ulotki.content.campaign import Place

FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""How a cell begins that a spreadsheet would run."""


ledger = group("ledger", help=_("The ledger: what was given to whom, and what hangs where."))

force = click.option("--force", is_flag=True, help=_("Also when a file of that name is there."))


# Reading


@click.option("--place", metavar="PLACE", help=_("Only this place."))
@click.option("--kind", type=click.Choice(list(KINDS)), help=_("Only entries of this kind."))
@click.option("--from", "first", type=options.Day(), metavar="DAY", help=_("From this day on."))
@click.option("--to", "last", type=options.Day(), metavar="DAY", help=_("Until this day."))
def entries(
    talk: Talk,
    workspace: Path | None,
    place: str | None,
    kind: str | None,
    first: datetime.date | None,
    last: datetime.date | None,
) -> None:
    """List the entries."""
    workspace = needed(workspace)
    known = read(workspace).places
    rows = _read(workspace)
    if place is not None:
        there = {of for one, _ in rows if (of := _place(one.deed))}
        place = places.one(known, place, there)
    shown = [
        (one, personal)
        for one, personal in rows
        if place in (None, _place(one.deed))
        and kind in (None, one.kind)
        and (first is None or first <= one.deed.day)
        and (last is None or one.deed.day <= last)
    ]
    for one, personal in shown:
        talk.result(f"{one.seq:>4}  {one.deed.day}  {harmless(_line(one, personal, known))}")
    if not rows:
        talk.aside(say("the ledger is empty: ulotki hand-over writes the first entry"))
    talk.data("ledger.list", entries=[handing.as_row(one, personal) for one, personal in shown])


command(entries, ledger, name="list", help=_("What was written down."))


@click.argument("place", nargs=-1, metavar=_("[PLACE]…"))
@handing.lying
def hanging(talk: Talk, workspace: Path | None, place: tuple[str, ...], out: Path | None) -> None:
    """List what is where."""
    workspace = needed(workspace)
    library = read(workspace)
    known = library.places
    written = [one for one, _ in _read(workspace)]
    there = [one.place for one in book.hanging(written)]
    chosen = places.chosen(known, options.several(place) or ["all"], there)
    base = out or workspace / "out"
    unread = handing.unread(talk, base)
    found = handing.standing(written, chosen)
    old = outdated(found, judged(Workspace.at(workspace, out), library, options.today()))
    for id in (id for id in chosen if any(one.place == id for one in found)):
        talk.result(handing.named(id, known))
        for one in (one for one in found if one.place == id):
            mark = " – " + told(say("out of date")) if one in old else ""
            talk.result(f"  {handing.standing_line(one)}{mark}")
    if not found:
        talk.aside(say("nothing is known to be there"))
    talk.data(
        "ledger.hanging",
        standing=[{**handing.standing_row(one), "stale": one in old} for one in found],
        findings=[as_data(one.finding) for one in unread],
    )
    if unread:
        raise click.exceptions.Exit(1)


command(hanging, ledger, name="hanging", help=_("What is still where, as far as we know."))


def verify(talk: Talk, workspace: Path | None) -> None:
    """Walk the chain."""
    rows = _read(needed(workspace))
    if rows:
        talk.result(
            told(
                say(
                    "the ledger holds: entries {count}, the last is {hash}", count=len(rows), hash=rows[-1][0].hash[:12]
                )
            )
        )
    else:
        talk.result(told(say("the ledger is empty: ulotki hand-over writes the first entry")))
    talk.data("ledger.verify", entries=len(rows), head=rows[-1][0].hash if rows else None)


command(verify, ledger, name="verify", help=_("See that no entry was changed or lost."))


# Elsewhere


@click.argument("file", type=click.Path(dir_okay=False, path_type=Path), metavar=_("FILE.csv|.json"))
@click.option("--anonymous", is_flag=True, help=_("Without names, telephones and notes."))
@force
def export(talk: Talk, workspace: Path | None, file: Path, anonymous: bool, force: bool) -> None:
    """Write the ledger as a table."""
    workspace = needed(workspace)
    if file.suffix.lower() not in (".csv", ".json"):
        what = say('"{name}" ends in neither .csv nor .json', name=file.name)
        raise Misused([Finding("use", what, say("a spreadsheet reads .csv"))])
    options.writable(file)
    _new(file, workspace, force=force)
    known = read(workspace).places
    rows = [(one, None if anonymous else personal) for one, personal in _read(workspace)]
    if file.suffix.lower() == ".csv":
        data = table(rows, known)
    else:
        document = {"schema": "ulotki.ledger/1", "entries": [handing.as_row(one, personal) for one, personal in rows]}
        data = (json.dumps(document, ensure_ascii=False, indent=1, default=str) + "\n").encode()
    writing.write(file, data)
    if any(personal for _, personal in rows):
        talk.aside(say("this file holds personal data: keep it where the ledger would be safe, or use --anonymous"))
    talk.result(near(file))
    talk.data("ledger.export", file=str(file), entries=len(rows))


command(export, ledger, name="export", help=_("The ledger as a table for a spreadsheet, or as JSON."))


def table(rows: Iterable[tuple[Entry, Personal | None]], known: Mapping[str, Place]) -> bytes:
    """The ledger, a line for each piece of an entry."""
    heads = (
        *(say("entry"), say("day"), say("kind"), say("place id"), say("place name"), say("campaign"), say("edition")),
        *(say("code"), say("piece"), say("copies"), say("on boards"), say("until"), say("consent")),
        *(say("taken by"), say("telephone"), say("note"), say("group"), say("people"), say("topics"), say("written")),
        say("hash"),
    )
    return spreadsheet(heads, (line for one, personal in rows for line in _rows(one, personal or Personal(), known)))


def spreadsheet(heads: Iterable[Say], rows: Iterable[Iterable[object]]) -> bytes:
    """A table as a Polish spreadsheet opens it."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerow([told(head) for head in heads])
    writer.writerows([cell(value) for value in row] for row in rows)
    return out.getvalue().encode("utf-8-sig", "backslashreplace")


def cell(value: object) -> str:
    """*value* as text that no spreadsheet runs as a formula."""
    text = "" if value is None else str(value)
    return f"'{text}" if text.startswith(FORMULA) else text


def _rows(one: Entry, who: Personal, known: Mapping[str, Place]) -> Iterator[tuple[object, ...]]:
    """The lines of an entry, one for each piece of it."""
    deed = one.deed
    place = _place(deed)
    start = (one.seq, deed.day, told(SAID.get(one.kind, NEWER)), place, handing.named(place, known))
    end = (who.who, who.phone, who.note, *_met(deed), one.at, one.hash)
    for middle in _pieces(deed):
        yield (*start, *middle, *end)


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
    workspace = needed(workspace)
    options.writable(file)
    path = _there(workspace)
    _new(file, workspace, force=force)
    with stores.opened(path) as store:
        store.copy(file)
        count = len(store.read()[0])
    talk.result(told(say("copied and checked: entries {count}", count=count)))
    talk.result(near(file))
    talk.data("ledger.backup", file=str(file), entries=count)


command(backup, ledger, name="backup", help=_("A copy of the ledger, checked, in one file."))


@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path), metavar=_("FILE"))
def restore(talk: Talk, workspace: Path | None, file: Path) -> None:
    """Put a copy in the place of the ledger."""
    workspace = needed(workspace)
    before: list[tuple[Entry, Personal | None]] = []
    with suppress(Trouble):  # a damaged one is what a copy is for
        before = _read(workspace)
    kept = stores.restored(handing.ledger_of(workspace), file)
    rows = _read(workspace)
    hashes = {one.hash for one, _ in rows}
    lost = [one.seq for one, _ in before if one.hash not in hashes]
    forgotten = {one.hash for one, personal in before if one.person and not personal}
    back = [one.seq for one, personal in rows if personal and one.hash in forgotten]
    talk.result(told(say("restored: entries {count}", count=len(rows))))
    if lost:
        talk.aside(say("the copy lacks entries {numbers}", numbers=", ".join(map(str, lost))))
    if back:
        again = " ".join(f"--entry {number}" for number in back)
        talk.aside(say("what was forgotten is back; forget it again: ulotki ledger forget {again}", again=again))
    if kept:
        talk.result(told(say("the ledger that was there is kept: {file}", file=near(kept))))
    talk.data("ledger.restore", entries=len(rows), kept=str(kept) if kept else None, lost=lost, back=back)


command(restore, ledger, name="restore", help=_("Go back to a copy; what was there is kept beside it."))


# Forgetting


@click.option(
    "--entry", "numbers", type=click.IntRange(1), multiple=True, metavar="N", help=_("Of this entry; repeatable.")
)
@click.option("--who", metavar="TEXT", help=_("Of every entry that names this person."))
@click.option("--before", type=options.Day(), metavar="DAY", help=_("Of every entry from before this day."))
@click.option("--yes", "sure", is_flag=True, help=_("Do not ask."))
def forget(
    talk: Talk,
    workspace: Path | None,
    numbers: tuple[int, ...],
    who: str | None,
    before: datetime.date | None,
    sure: bool,
) -> None:
    """Delete personal fields."""
    workspace = needed(workspace)
    if sum((bool(numbers), who is not None, before is not None)) != 1 or (who is not None and not who.split()):
        hint = say("name one of: --entry N, --who NAME, --before DAY")
        raise Misused([Finding("use", say("it is not clear what to forget"), hint)])
    path = _there(workspace)
    rows = _read(workspace)
    for number in numbers:
        pick("entry", {str(one.seq): one for one, _ in rows}, str(number))
    found = [
        (one, personal)
        for one, personal in rows
        if personal
        and (
            one.seq in numbers
            or (who is not None and names(personal, who))
            or (before is not None and one.deed.day < before)
        )
    ]
    gone = tuple(one.seq for one, _ in found)
    if found and not sure:
        if talk.as_json or not asking.possible():
            raise Misused([Finding("use", say("nobody was asked"), say("say --yes to forget without a question"))])
        for one, personal in found:
            click.echo(
                f"{one.seq:>4}  {one.deed.day}  {harmless(', '.join(filter(None, _fields(personal))))}", err=True
            )
        if not asking.yes(say("Forget this for good?"), default=False):
            talk.aside(say("nothing was changed"))
            return
    with stores.opened(path) as store:
        store.forget(Forgotten(options.today(), gone), handing.now())
    if found:
        talk.result(told(say("forgotten: entries {numbers}", numbers=", ".join(map(str, gone)))))
    else:
        talk.result(told(say("no entry holds anything personal of that kind")))
    for other in sorted(path.parent.glob(f"{path.name}.before-*")):
        talk.aside(say("an older ledger may still hold it: {file}", file=near(other)))
    talk.aside(say("copies made before still hold it: ledger backup makes a new one"))
    talk.data("ledger.forget", entries=list(gone))


command(forget, ledger, name="forget", help=_("Delete names, telephones and notes for good."))


def names(personal: Personal, who: str) -> bool:
    """Whether all words of *who* stand in one of the fields."""
    wanted = set(who.casefold().split())
    return any(wanted <= set(text.casefold().replace(",", " ").split()) for text in _fields(personal))


# Shared


def _read(workspace: Path) -> list[tuple[Entry, Personal | None]]:
    """Every entry with its personal fields, where they are kept. Raises Trouble when the ledger does not hold."""
    path = handing.ledger_of(workspace)
    if not path.exists():
        return []
    with stores.opened(path) as store:
        entries, secrets = store.read()
    kept: dict[int, Secret] = {one.seq: one for one in secrets}
    return [(one, kept[one.seq].personal if one.seq in kept else None) for one in entries]


def _there(workspace: Path) -> Path:
    """The ledger. Raises Misused when there is none."""
    path = handing.ledger_of(workspace)
    if not path.exists():
        what = say("there is no ledger here yet")
        raise Misused([Finding("use", what, say("ulotki hand-over writes the first entry"), Where(str(path)))])
    return path


def _new(file: Path, workspace: Path, *, force: bool) -> None:
    """Raises Misused when *file* is there and must not be replaced."""
    own = handing.ledger_of(workspace)
    if file.exists() and own.exists() and file.samefile(own):
        raise Misused([Finding("use", say("this is the ledger itself"), say("name another file"), Where(str(file)))])
    if file.exists() and not force:
        hint = say("name another one, or replace it with --force")
        raise Misused([Finding("use", say("this file is already there"), hint, Where(str(file)))])


NEWER = say("of a newer program")

SAID = {
    HandOver.kind: say("handed over"),
    TakenDown.kind: say("taken down"),
    Meeting.kind: say("meeting"),
    Forgotten.kind: say("forgotten"),
    Cancelled.kind: say("cancelled"),
    Accepted.kind: say("accepted"),
}


def _place(deed: Deed | Newer) -> str:
    return deed.place if isinstance(deed, Done) else ""


def _fields(personal: Personal) -> tuple[str, str, str]:
    return personal.who, personal.phone, personal.note


def _line(one: Entry, personal: Personal | None, known: Mapping[str, Place]) -> str:
    """An entry as one line, with what it says of people."""
    match deed := one.deed:
        case HandOver():
            line = handing.handed(deed, known, personal or Personal())
        case TakenDown():
            line = handing.gone_line(deed, known)
        case Meeting():
            line = handing.met(deed, known)
        case Forgotten():
            line = told(say("personal data of entries {numbers}", numbers=", ".join(map(str, deed.entries))))
        case Cancelled():
            line = told(say("entry {number}", number=deed.entry))
        case Accepted():
            line = told(say("a ledger of {count} entries was given up: {head}", count=deed.length, head=deed.head[:12]))
        case Newer():
            line = deed.word
    if isinstance(deed, Done) and deed.corrects is not None:
        line = told(say("in the place of entry {number}: {line}", number=deed.corrects, line=line))
    if one.unknown:
        line += f" ({told(NEWER)}: {', '.join(one.unknown)})"
    note = f", {personal.note}" if personal and personal.note else ""
    return f"{told(SAID.get(one.kind, NEWER))}: {line}{note}"
