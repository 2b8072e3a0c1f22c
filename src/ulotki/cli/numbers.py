"""`ulotki numbers`: values are set by one person and confirmed by another; where they stand; what is due."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from gettext import gettext as _
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from ulotki.cli import listing, options
from ulotki.cli.main import command, found, group, needed
from ulotki.cli.talk import Talk, near, told
from ulotki.content import due as dues
from ulotki.content.register import SECOND, Register, State, Value
from ulotki.content.typography import HOME
from ulotki.errors import Finding, Misused, Refused, Say, Trouble, Where, nearest, say
from ulotki.workspace import editions, read, writing

if TYPE_CHECKING:
    from ulotki.library import Library

numbers = group("numbers", help=_("Set, confirm and withdraw numbers; see where they stand and what is due."))

KINDS = ("number", "address", "name")
"""Whose id is meant when only an id is given: the first kind that has it."""


# Which one


def completed(context: click.Context, parameter: click.Parameter, begun: str) -> list[str]:
    """Ids that begin so, for the shell; none when they cannot be read."""
    with suppress(Trouble, OSError):
        register = read(found(context.params.get("workspace")), HOME).register
        known = Known(frozenset(value.ref for value in register))
        return sorted(name for name in known.names() if name.startswith(begun))
    return []


which = click.argument("id", metavar="ID", shell_complete=completed)


@dataclass(frozen=True, slots=True)
class Known:
    """The refs there are."""

    refs: frozenset[str]

    def find(self, word: str) -> tuple[str, str] | None:
        """(kind, id) of what *word* means: "dzielnicowy", or with its kind "name:dzielnicowy"; None for nothing known."""
        refs = [word] if ":" in word else [f"{kind}:{word}" for kind in KINDS]
        ref = next((ref for ref in refs if ref in self.refs), None)
        return _parts(ref) if ref else None

    def names(self) -> list[str]:
        """What one may write for them: the id, or the ref where the id alone means another."""
        return sorted(id if self.find(id) == (kind, id) else f"{kind}:{id}" for kind, id in map(_parts, self.refs))

    def asked(self, word: str) -> tuple[str, str]:
        """(kind, id) of what *word* means. Raises Misused with the nearest."""
        meant = self.find(word)
        if meant is None:
            raise _unknown(word, self.near(word))
        return meant

    def near(self, word: str) -> Say:
        """A way out for somebody who asked for what is not there."""
        names = self.names()
        return nearest(word, names) or nearest(word, self.refs) or say("known are: {ids}", ids=", ".join(names) or "–")


def _parts(ref: str) -> tuple[str, str]:
    kind, _colon, id = ref.partition(":")
    return kind, id


def _unknown(word: str, hint: Say) -> Misused:
    return Misused([Finding("use", say('there is no number, address or name "{id}"', id=word), hint)])


# Changing the file


SOURCE = re.compile(r"https?://[^\s/<>\"\\.]+\.[^\s<>\"\\]+")

by = click.option("--by", "who", required=True, metavar=_("WHO"), help=_("Who does this: first name and surname."))


@dataclass(frozen=True, slots=True)
class Sheet:
    """The numbers.toml of a workspace as it lies there. national: what comes with the program."""

    workspace: Path
    file: Path
    data: bytes
    text: str
    refs: Known
    national: Register

    def asked(self, word: str) -> tuple[str, str]:
        """(kind, id) of a local value. Raises Misused when it is not there, or comes with the program."""
        meant = self.refs.asked(word)
        if self.national.find(*meant):
            raise Misused(
                [
                    Finding(
                        "use",
                        say("{ref} comes with the program, so it is not set here", ref=":".join(meant)),
                        say("if it is wrong, tell the authors; until then do not print what carries it"),
                    )
                ]
            )
        return meant

    def keep(self, text: str, kind: str, id: str) -> Library:
        """Everything with *text* as the file, which is written when it differs and all of it reads without a fault."""
        data = text.encode("utf-8")
        try:
            library = read(self.workspace, instead={self.file: data})
        except Refused as trouble:
            raise Refused([self.placed(finding, f"{kind}.{id}") for finding in trouble.findings]) from None
        if data != self.data:
            if _bytes(self.file) != self.data:
                what = say("somebody else has just changed this file; nothing was written")
                raise Refused([Finding("use", what, say("do it again"), Where(str(self.file)))])
            writing.write(self.file.resolve(), data)
        return library

    def placed(self, finding: Finding, own: str) -> Finding:
        """*finding* without the line of a text that nobody will see; faults that were there before keep their place."""
        from ulotki.library.toml import Document, parse

        at = finding.at
        if Path(at.file) != self.file:
            return finding
        document = parse(str(self.file), self.data)
        if f"{at.field}.".startswith(f"{own}.") or not isinstance(document, Document):
            return replace(finding, at=Where(field=at.field))
        return replace(finding, at=document.where(tuple(at.field.split("."))))


def _sheet(workspace: Path | None) -> Sheet:
    """The numbers of the workspace. Raises Refused when they cannot be read at all."""
    from ulotki.library.toml import parse

    workspace = needed(workspace)
    file = workspace / "numbers.toml"
    data = _bytes(file)
    document = parse(str(file), data)
    if isinstance(document, Finding):
        raise Refused([document])
    national = read(None, HOME).register
    local = [
        f"{kind}:{id}"
        for kind, tables in document.values.items()
        if kind in KINDS and isinstance(tables, dict)
        for id in tables
    ]
    refs = Known(frozenset([*local, *(value.ref for value in national)]))
    return Sheet(workspace, file, data, data.decode("utf-8"), refs, national)


def _bytes(file: Path) -> bytes:
    return file.read_bytes() if file.exists() else b""


def _name(who: str) -> str:
    """*who* with single blanks. Raises Misused when it is nobody's name."""
    name = " ".join(who.split())
    if "…" in name or "..." in name or not any(sign.isalpha() for sign in name) or not name.isprintable():
        what = say('--by: "{value}" is nobody\'s name', value=who)
        raise Misused([Finding("use", what, say("write the first name and surname of whoever does this"))])
    return name


def _value(value: str) -> str:
    """*value* with single blanks. Raises Misused when it is none, or still the example."""
    plain = " ".join(value.split())
    if not plain:
        what, hint = say("the value is empty"), say("to take one back: ulotki numbers withdraw")
        raise Misused([Finding("use", what, hint)])
    if "…" in plain or "..." in plain:
        what, hint = say('"{value}" is an example', value=plain), say("write the value as it stands in the source")
        raise Misused([Finding("use", what, hint)])
    return plain


def _source(url: str) -> str:
    if not SOURCE.fullmatch(url) or "…" in url or "..." in url:
        what = say('--source: "{value}" is not the address of a page', value=url)
        raise Misused([Finding("use", what, say("copy the address of the page where you read the value"))])
    return url


@which
@click.argument("value", metavar=_("VALUE"))
@click.option("--source", required=True, metavar="URL", help=_("The page where the value was read."))
@by
@click.option("--label", default="", metavar=_("TEXT"), help=_("Whose it is; a new number needs it."))
@click.option("--from", "first", type=options.Day(), metavar="DAY", help=_("The first day it holds."))
@click.option("--until", "last", type=options.Day(), metavar="DAY", help=_("The last day it holds."))
@click.option("--old-until", type=options.Day(), metavar="DAY", help=_("The old value holds as well, until this day."))
@click.option(
    "--review-by", type=options.Day(), metavar="DAY", help=_("When to read it anew in the source; else in a year.")
)
def set_value(
    talk: Talk,
    workspace: Path | None,
    id: str,
    value: str,
    source: str,
    who: str,
    label: str,
    first: datetime.date | None,
    last: datetime.date | None,
    old_until: datetime.date | None,
    review_by: datetime.date | None,
) -> None:
    """Write a value down as one person read it."""
    from ulotki.library import edit
    from ulotki.library.shape import ID

    who, value, source = _name(who), _value(value), _source(source)
    sheet = _sheet(workspace)
    meant = sheet.refs.find(id)
    if meant is None and label:
        kind, _colon, name = id.rpartition(":")
        meant = (kind or "number", name)
        if meant[0] not in ("number", "name"):
            raise _unknown(id, say("the program begins new numbers and names; an address is written by hand"))
        if not ID.fullmatch(name):
            what = say('"{name}" is not an id', name=name)
            raise Misused([Finding("use", what, say("use small letters a–z, digits and hyphens"))])
    elif meant is None:
        hint = nearest(id, sheet.refs.names())
        raise _unknown(id, hint or say("for a new number say with --label whose it is"))
    else:
        meant = sheet.asked(id)
    ref = ":".join(meant)
    today = options.today()
    text = edit.typed(
        sheet.text,
        *meant,
        value,
        source=source,
        by=who,
        day=today,
        review_by=review_by or _a_year_after(today),
        label=" ".join(label.split()),
        first=first,
        last=last,
        old_until=old_until,
    )
    voided = "confirmed" in edit.entry(sheet.text, *meant)
    now = sheet.keep(text, *meant).register.values[ref]
    if text == sheet.text:
        talk.aside(say("nothing changed: {ref} is written down just so already", ref=ref))
    else:
        if voided and not now.before:
            talk.aside(say("what was confirmed for {ref} counts no longer", ref=ref))
        if now.before:
            talk.aside(say("the old value goes on until {day}: {value}", day=now.before.until, value=now.before.value))
        talk.aside(
            say(
                'next: somebody else reads it in the source: ulotki numbers confirm {id} "…" --by "…"; until then WZÓR is printed',
                id=id,
            )
        )
    _told(talk, "numbers.set", now, today, changed=text != sheet.text)


command(set_value, of=numbers, name="set", help=_("Write a value down: the first of two people."))


def _a_year_after(day: datetime.date) -> datetime.date:
    return day.replace(year=day.year + 1, day=min(day.day, 28) if day.month == 2 else day.day)


@which
@click.argument("value", metavar=_("VALUE"))
@by
def confirm(talk: Talk, workspace: Path | None, id: str, value: str, who: str) -> None:
    """Take the word of a second person."""
    from ulotki.library import edit

    who, value = _name(who), _value(value)
    sheet = _sheet(workspace)
    meant = sheet.asked(id)
    today = options.today()
    text, before = edit.retyped(sheet.text, *meant, value, by=who, day=today)
    now = sheet.keep(text, *meant).register.values[":".join(meant)]
    if before and now.before:
        talk.aside(
            say(
                "this is the old value of {ref}, which holds until {day}: only that is confirmed, the new one is not",
                ref=now.ref,
                day=now.before.until,
            )
        )
    _told(talk, "numbers.confirm", now, today, changed=text != sheet.text, which="before" if before else "value")


command(confirm, of=numbers, name="confirm", help=_("Type a value again from its source: the second of two people."))


@which
@by
def withdraw(talk: Talk, workspace: Path | None, id: str, who: str) -> None:
    """Let a value be printed no more."""
    from ulotki.library import edit

    who = _name(who)
    sheet = _sheet(workspace)
    meant = sheet.asked(id)
    today = options.today()
    text = edit.taken_back(sheet.text, *meant, by=who, day=today)
    now = sheet.keep(text, *meant).register.values[":".join(meant)]
    if text == sheet.text:
        talk.aside(say("nothing changed: {ref} has been withdrawn before", ref=now.ref))
    else:
        if now.before:
            talk.aside(say("the old value goes with it: {value}", value=now.before.value))
        talk.aside(say("where it hangs: ulotki numbers where {id}", id=id))
    _told(talk, "numbers.withdraw", now, today, changed=text != sheet.text)


command(withdraw, of=numbers, name="withdraw", help=_("Say that a value must not be printed any more."))


def _told(talk: Talk, kind: str, value: Value, day: datetime.date, **more: object) -> None:
    state = value.state(max(day, value.valid_from or day))
    talk.result(told(say('{ref} = "{value}": {state}', ref=value.ref, value=value.printed, state=say(state.value))))
    talk.data(kind, **listing.rows([value], day)[0], **more)


# Looking


@options.on
def list_values(talk: Talk, workspace: Path | None, day: datetime.date | None) -> None:
    """List the register, with who stands for each value."""
    day = day or options.today()
    library = read(workspace)
    rows = listing.numbers(library, day)
    for row, line in zip(rows, listing.table(rows, listing.COLUMNS["numbers"]), strict=True):
        talk.result(line)
        for sentence in _stood_for(row):
            talk.result(f"  {told(sentence)}")
    talk.data("numbers.list", numbers=rows)


command(list_values, of=numbers, name="list", help=_("List all values, and who set and confirmed each."))


def _stood_for(row: listing.Row) -> Iterator[Say]:
    """Who set and confirmed a value, what was before it, and who withdrew it."""
    if row["set_by"]:
        yield say("set by {who} on {day}", who=row["set_by"], day=row["checked"] or "–")
    if word := row["confirmed"]:
        yield say("confirmed by {who} on {day}", who=word["by"], day=word["on"])
    if row["valid_from"] and not row["national"]:
        yield say("holds from {day}", day=row["valid_from"])
    if before := row["before"]:
        old: State = before["state"]
        yield say(
            "before it, until {day}: {value} ({state})",
            day=before["until"],
            value=before["value"],
            state=say(old.value),
        )
    if gone := row["withdrawn"]:
        yield say("withdrawn by {who} on {day}", who=gone["by"], day=gone["on"])


@which
@options.out
@options.on
def where(talk: Talk, workspace: Path | None, id: str, out: Path | None, day: datetime.date | None) -> None:
    """Say on which pieces of which editions a value stands."""
    workspace = needed(workspace)
    day = day or options.today()
    register = read(workspace, HOME).register
    every = list(editions.every(out or workspace / "out"))
    printed = {ref.removesuffix(SECOND) for _folder, record in every for file in record.files for ref in file.values}
    kind, name = Known(frozenset(printed | {value.ref for value in register})).asked(id)
    value = register.find(kind, name)
    rows = list(_standing(every, f"{kind}:{name}", value, day))
    for row in rows:
        talk.result(told(_stands(row)))
    sums = [
        {
            "campaign": campaign,
            "folder": folder,
            "edition": code,
            "pieces": len(ours),
            "places": len({place["id"] for row in ours for place in row["places"]}),
            "copies": sum(row["copies"] for row in ours),
        }
        for (campaign, folder, code), rows_of in groupby(
            rows, key=lambda row: (row["campaign"], row["folder"], row["edition"])
        )
        for ours in [list(rows_of)]
    ]
    for one in sums:
        talk.result(
            told(
                say(
                    "{campaign} {edition}: pieces {pieces}, places {places}, copies {copies}",
                    campaign=one["campaign"],
                    edition=Path(one["folder"]).name,
                    pieces=one["pieces"],
                    places=one["places"],
                    copies=one["copies"],
                )
            )
        )
    if not rows:
        talk.result(told(say("{ref} stands on no piece of any edition", ref=f"{kind}:{name}")))
    talk.data(
        "numbers.where",
        ref=f"{kind}:{name}",
        value=value.value if value else None,
        state=value.on(day)[0].state(day) if value else None,
        pieces=rows,
        editions=sums,
    )


command(where, of=numbers, name="where", help=_("Say on which pieces a value stands, where they are and how many."))


def _standing(
    every: Iterable[tuple[Path, Any]], ref: str, value: Value | None, day: datetime.date
) -> Iterator[dict[str, Any]]:
    """A row for each piece of an edition that carries *ref*: what stands there, and whether that holds on *day*."""
    from ulotki.library.edit import alike

    holding = [one for one in (value.on(day) if value else ()) if one]
    for folder, record in every:
        for piece in record.pieces:
            stands = [text for name, text in sorted(piece.values.items()) if name.removesuffix(SECOND) == ref]
            if not stands:
                continue
            kind = ref.partition(":")[0]
            found = [next((one for one in holding if alike(kind, one.value, text)), None) for text in stands]
            state = next((one.state(day) for one in found if one and not _good(one, day)), None)
            yield {
                "campaign": record.campaign,
                "folder": str(folder),
                "edition": record.edition,
                "piece": piece.name,
                "values": stands,
                "current": all(found),
                "state": state or (State.GOOD if all(found) else None),
                "now": [one.value for one in holding if _good(one, day)],
                "places": [{"id": place, "copies": copies} for place, copies in piece.places],
                "copies": piece.copies,
            }


def _good(value: Value, day: datetime.date) -> bool:
    return value.state(day) in (State.GOOD, State.DUE)


def _stands(row: dict[str, Any]) -> Say:
    """A row in words."""
    state: State | None = row["state"]
    if row["current"] and state in (None, State.GOOD):
        verdict = say("still in the register")
    elif row["current"] and state:
        verdict = say("still in the register, but {state}", state=say(state.value))
    elif row["now"]:
        verdict = say("out of date, now {value}", value=", ".join(row["now"]))
    else:
        verdict = say("out of date, and the register has none that is good now")
    return say(
        "{campaign} {edition} {piece}: {value} ({verdict}), places {places}, copies {copies}",
        campaign=row["campaign"],
        edition=Path(row["folder"]).name,
        piece=row["piece"],
        value=", ".join(row["values"]),
        verdict=verdict,
        places=len(row["places"]),
        copies=row["copies"],
    )


@click.option("--days", type=click.IntRange(0, 3660), default=dues.DAYS, show_default=True, help=_("How far ahead."))
@click.option(
    "--ics",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="FILE",
    help=_("Write a calendar that other programs read."),
)
@options.on
def due(talk: Talk, workspace: Path | None, days: int, ics: Path | None, day: datetime.date | None) -> None:
    """Name what is to be seen to."""
    if ics:
        options.writable(ics)
    library = read(workspace)
    entries = dues.due(library.register, library.editions, day or options.today(), days)
    for entry in entries:
        talk.result(told(say("{day}  {ref}: {what}", day=entry.day, ref=entry.ref, what=entry.what)))
    if not entries:
        talk.aside(say("nothing is due within {days} days", days=days))
    if ics and entries:
        writing.write(ics, dues.calendar(entries, told))
        talk.aside(say("calendar: {path}", path=near(ics)))
    elif ics:
        talk.aside(say("no calendar is written: it would be empty"))
    talk.data(
        "numbers.due",
        due=[
            {
                "day": entry.day.isoformat(),
                "ref": entry.ref,
                "why": entry.why,
                "what": told(entry.what),
                "label": entry.label,
                "source": entry.source or None,
            }
            for entry in entries
        ],
        ics=str(ics) if ics and entries else None,
    )


command(due, of=numbers, name="due", help=_("Name what is due, and write it into a calendar."))
