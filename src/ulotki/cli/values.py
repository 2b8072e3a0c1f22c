"""`ulotki numbers where`: on which pieces a value stands; and `due`: which values need attention."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from pathlib import Path

import click

from ulotki import documents, office
from ulotki.cli import options
from ulotki.cli.language import translated as _
from ulotki.cli.sentences import path_text, plain, translate
from ulotki.cli.talk import Talk
from ulotki.cli.which import which
from ulotki.content import due as dues
from ulotki.errors import Say, say
from ulotki.workspace import read, writing


@which
@options.out
@options.on
def where(talk: Talk, id: str, day: datetime.date | None) -> office.Outcome[office.numbers.where.ValueUses]:
    """Say on which pieces a value stands: of which editions, for whom, and where they are by the ledger."""
    outcome = office.numbers.where.where(talk.ours, id, options.today(), day)
    found = outcome.value
    talk.result(*_lines(found))
    if not found.pieces:
        nowhere = say("{ref} stands on no piece of any edition", ref=found.ref)
        torn = say("{ref} stands on no piece of the editions that can be read", ref=found.ref)
        talk.result(torn if outcome.findings else nowhere)
    return outcome


def _lines(found: office.numbers.where.ValueUses) -> Iterator[str | Say]:
    """What a terminal shows: a line for each piece with its places, a sum for each edition, what is out by the ledger."""
    for one in found.pieces:
        yield _carrier(one)
        if one.places:
            yield "    " + ", ".join(f"{plain(place.name)} {place.copies}" for place in one.places)
    for edition in found.editions:
        yield say(
            "{campaign} {edition}: pieces {pieces}, places {places}, copies {copies}",
            campaign=edition.campaign,
            edition=edition.folder.name,
            pieces=edition.pieces,
            places=edition.places,
            copies=edition.copies,
        )
    if found.out:
        yield say("by the ledger it is at these places:")
    for out in found.out:
        place, counts = {"place": out.name, "id": out.place}, {"copies": out.copies, "hung": out.hung}
        line = say("{place} ({id}): {code}, copies {copies}, on boards {hung}", code=out.code, **place, **counts)
        yield f"  {translate(line)}"


def _carrier(one: office.numbers.where.Carrier) -> Say:
    """A piece on which the value stands, and whether it still holds."""
    return say(
        "{campaign} {edition} {piece}: {value} ({verdict}), places {places}, copies {copies}",
        campaign=one.campaign,
        edition=one.folder.name,
        piece=one.piece,
        value=", ".join(one.values),
        verdict=one.verdict,
        places=len(one.places),
        copies=one.copies,
    )


@click.option("--days", type=click.IntRange(0, 3660), default=dues.DAYS, show_default=True, help=_("How far ahead."))
@click.option("--ics", type=options.FILE, metavar=_("FILE"), help=_("Write a calendar that other programs read."))
@options.on
def due(talk: Talk, days: int, ics: Path | None, day: datetime.date | None) -> office.Outcome[office.due.Dues]:
    """Name what needs attention."""
    if ics:
        writing.writable(ics)
    outcome = office.due.find_due(read(talk.folder).believed(options.today()), days, day or options.today())
    entries = outcome.value.entries
    talk.result(*(say("{day}  {ref}: {what}", day=one.day, ref=one.ref, what=one.what) for one in entries))
    if ics and entries:
        writing.write(ics, documents.calendar.due_calendar(entries, translate))
        talk.file = ics
        talk.aside(say("calendar: {path}", path=path_text(ics)))
    elif ics and not outcome.findings:
        talk.aside(say("no calendar is written: it would be empty"))
    return outcome
