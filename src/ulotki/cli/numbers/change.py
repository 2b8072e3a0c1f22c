"""Setting, confirming and withdrawing a value."""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass, replace
from gettext import gettext as _
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ulotki.cli import listing, options
from ulotki.cli.main import command, needed
from ulotki.cli.numbers.group import numbers, which
from ulotki.cli.talk import Talk, told
from ulotki.content import country
from ulotki.content.register import KINDS, Number, Register, Value
from ulotki.content.typography import HOME
from ulotki.errors import Finding, Misused, Refused, Where, nearest, say
from ulotki.office.numbers.ids import Known, unknown
from ulotki.workspace import read, writing

if TYPE_CHECKING:
    from ulotki.library import Library

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
            library.register.find(kind, id)
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
    from ulotki.library.shape import id_fault

    who, value, source = _name(who), _value(value), _source(source)
    sheet = _sheet(workspace)
    meant = sheet.refs.find(id)
    if meant is None and label:
        kind, _colon, name = id.rpartition(":")
        meant = (kind or "number", name)
        if meant[0] not in ("number", "name"):
            raise unknown(id, say("the program begins new numbers and names; an address is written by hand"))
        if complaint := id_fault(name):
            raise Misused([Finding("use", *complaint)])
    elif meant is None:
        hint = nearest(id, sheet.refs.names())
        raise unknown(id, hint or say("for a new number say with --label whose it is"))
    else:
        meant = sheet.asked(id)
    if meant[0] == Number.kind:
        value = country.tidy(value)
    ref = ":".join(meant)
    today = options.today()
    text = edit.typed(
        sheet.text,
        *meant,
        value,
        source=source,
        by=who,
        day=today,
        review_by=review_by or _a_year_after(max(today, first or today)),
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
        if now.note:
            talk.aside(say("{value}: {note}", value=now.printed, note=now.note))
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
