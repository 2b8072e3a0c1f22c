"""`ulotki ledger list`, `hanging`, `verify`: what the ledger says, and whether it holds."""

from __future__ import annotations

from typing import Any

import click

from ulotki.cli import options
from ulotki.cli.language import translated as _
from ulotki.cli.sentences import translate, translate_whole
from ulotki.cli.talk import Talk
from ulotki.errors import Say, say
from ulotki.handout import lines
from ulotki.handout.deeds import KINDS
from ulotki.office import hanging as standing
from ulotki.office import ledger as office
from ulotki.workspace import Workspace


@click.option("--place", metavar=_("PLACE"), help=_("Only this place."))
@click.option("--kind", type=click.Choice(list(KINDS)), help=_("Only entries of this kind."))
@options.day("--from", "first", help=_("From this day on."))
@options.day("--to", "last", help=_("Until this day."))
def entries(talk: Talk, ours: Workspace, **asked: Any) -> None:
    """List the entries."""
    outcome = office.list_entries(ours, office.EntriesRequest(**asked))
    for one in outcome.value.lines:
        talk.result(f"{one.entry.seq:>4}  {one.entry.deed.day}  {translate_whole(_line(one, outcome.value.places))}")
    talk.outcome(outcome)


def _line(one: office.LedgerLine, known: lines.Places) -> Say:
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


@options.many("places", _("[PLACE]…"))
@options.lying
def hanging(talk: Talk, ours: Workspace, places: tuple[str, ...]) -> None:
    """List what is where."""
    outcome = standing.hanging(ours, places, options.today())
    before = ""
    for one in outcome.value.standing:
        if one.standing.place != before:
            before = one.standing.place
            talk.result(lines.place_name(before, outcome.value.places))
        old = " – " + translate(say("out of date")) if one.outdated else ""
        talk.result(f"  {translate_whole(lines.standing_line(one.standing))}{old}")
    talk.outcome(outcome)


def verify(talk: Talk, ours: Workspace) -> None:
    """Walk the chain."""
    outcome = office.verify_ledger(ours)
    found = outcome.value
    if found.head:
        counts = {"count": found.count, "hash": found.head.short}
        talk.result(say("the ledger holds: entries {count}, the last is {hash}", **counts))
    talk.outcome(outcome)
