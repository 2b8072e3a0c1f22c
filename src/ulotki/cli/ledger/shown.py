"""`ulotki ledger list`, `hanging`, `verify`: what the ledger says, and whether it holds."""

from __future__ import annotations

import datetime

import click

from ulotki.cli import options
from ulotki.cli.language import translated as _
from ulotki.cli.sentences import told, way
from ulotki.cli.talk import Talk
from ulotki.errors import Say, say
from ulotki.handout import lines
from ulotki.handout.deeds import KINDS
from ulotki.office import ledger as office
from ulotki.office.hanging import hanging as standing
from ulotki.office.ledger import EntriesRequest, LedgerLine
from ulotki.workspace import Workspace


@click.option("--place", metavar="PLACE", help=_("Only this place."))
@click.option("--kind", type=click.Choice(list(KINDS)), help=_("Only entries of this kind."))
@click.option("--from", "first", type=options.Day(), metavar="DAY", help=_("From this day on."))
@click.option("--to", "last", type=options.Day(), metavar="DAY", help=_("Until this day."))
def entries(
    talk: Talk,
    ours: Workspace,
    place: str | None,
    kind: str | None,
    first: datetime.date | None,
    last: datetime.date | None,
) -> None:
    """List the entries."""
    outcome = office.list_entries(ours, EntriesRequest(place, kind, first, last))
    for one in outcome.value.lines:
        talk.result(f"{one.entry.seq:>4}  {one.entry.deed.day}  {way(_line(one, outcome.value.places))}")
    talk.outcome("ledger.list", outcome)


def _line(one: LedgerLine, known: lines.Places) -> Say:
    """An entry as one line, and what became of it."""
    kind = lines.KINDS.get(one.entry.kind, lines.NEWER)
    text = lines.join((kind, lines.entry(one.entry.deed, one.personal, known)), ": ")
    if one.entry.unknown:
        newer = lines.join((lines.NEWER, ", ".join(one.entry.unknown)), ": ")
        text = Say("{text} ({newer})", (("text", text), ("newer", newer)))
    if one.by is not None:
        return lines.join((text, say("cancelled by entry {number}", number=one.by)), " – ")
    if one.corrected is not None:
        return lines.join((text, say("corrected by entry {number}", number=one.corrected)), " – ")
    return text


@click.argument("place", nargs=-1, metavar=_("[PLACE]…"))
@options.lying
def hanging(talk: Talk, ours: Workspace, place: tuple[str, ...]) -> None:
    """List what is where."""
    outcome = standing(ours, options.several(place), options.today())
    before = ""
    for one in outcome.value.standing:
        if one.standing.place != before:
            before = one.standing.place
            talk.result(lines.place_name(before, outcome.value.places))
        old = " – " + told(say("out of date")) if one.outdated else ""
        talk.result(f"  {way(lines.standing_line(one.standing))}{old}")
    talk.outcome("ledger.hanging", outcome)


def verify(talk: Talk, ours: Workspace) -> None:
    """Walk the chain."""
    outcome = office.verify_ledger(ours)
    found = outcome.value
    if found.head:
        what = say("the ledger holds: entries {count}, the last is {hash}", count=found.count, hash=found.head.short)
        talk.result(told(what))
    talk.outcome("ledger.verify", outcome)
