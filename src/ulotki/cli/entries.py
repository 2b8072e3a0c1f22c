"""`ulotki taken-down`, and what the ledger says: `ledger list`, `hanging` and `verify`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import click

from ulotki import handout, office
from ulotki.cli import options
from ulotki.cli.language import translated as _
from ulotki.cli.sentences import translate, translate_whole
from ulotki.cli.talk import Talk
from ulotki.errors import Say, say


@options.many("places", _("PLACE…"), required=True)
@options.pieces
@click.option("--edition", metavar=_("CODE"), help=_("Everything of this edition."))
@click.option("--all", "everything", is_flag=True, help=_("Everything that is there, also what is up to date."))
@options.count("--copies", help=_("Copies of each piece; else all that are there."))
@options.note
@options.done_on
@options.lying
def taken_down(talk: Talk, **said: Any) -> office.Outcome[office.taken_down.WrittenTakenDown]:
    """Write down what was taken away."""
    request = office.taken_down.TakenDownRequest(at=options.now(), **said)
    outcome = office.taken_down.taken_down(talk.ours, request, options.today())
    found = outcome.value
    talk.result(*(handout.lines.numbered(one, found.library.places) for one in found.entries), whole=True)
    talk.result(*_remaining(found))
    return outcome


def _remaining(found: office.taken_down.WrittenTakenDown) -> Iterator[str]:
    """What is still at each place that was named."""
    for id in found.asked:
        mine = [one for one in found.left if one.place == id]
        if not mine:
            yield translate(
                say("{place}: nothing of ours is left", place=handout.lines.place_name(id, found.library.places))
            )
        yield from (f"  {translate_whole(handout.lines.standing_line(still))}" for still in mine)


@click.option("--place", metavar=_("PLACE"), help=_("Only this place."))
@click.option("--kind", type=click.Choice(list(handout.deeds.KINDS)), help=_("Only entries of this kind."))
@options.day("--from", "first", help=_("From this day on."))
@options.day("--to", "last", help=_("Until this day."))
def entries(talk: Talk, **asked: Any) -> office.Outcome[office.ledger.LedgerExtract]:
    """List the entries."""
    outcome = office.ledger.list_entries(talk.ours, office.ledger.EntriesRequest(**asked))
    for one in outcome.value.lines:
        talk.result(f"{one.entry.seq:>4}  {one.entry.deed.day}  {translate_whole(_line(one, outcome.value.places))}")
    return outcome


def _line(one: office.ledger.LedgerLine, known: handout.lines.Places) -> Say:
    """An entry as one line, and what became of it."""
    kind = handout.lines.KINDS.get(one.entry.kind, handout.lines.NEWER)
    text = handout.lines.join((kind, handout.lines.entry(one.entry.deed, one.personal, known)), ": ")
    if one.entry.unknown:
        newer = handout.lines.join((handout.lines.NEWER, ", ".join(one.entry.unknown)), ": ")
        text = Say("{text} ({newer})", (("text", text), ("newer", newer)))
    if one.by is not None:
        return handout.lines.join((text, say("cancelled by entry {number}", number=one.by)), " – ")
    if one.corrected is not None:
        return handout.lines.join((text, say("corrected by entry {number}", number=one.corrected)), " – ")
    return text


@options.many("places", _("[PLACE]…"))
@options.lying
def hanging(talk: Talk, places: tuple[str, ...]) -> office.Outcome[office.hanging.Hanging]:
    """List what is where."""
    outcome = office.hanging.hanging(talk.ours, places, options.today())
    before = ""
    for one in outcome.value.standing:
        if one.standing.place != before:
            before = one.standing.place
            talk.result(handout.lines.place_name(before, outcome.value.places))
        old = " – " + translate(say("out of date")) if one.outdated else ""
        talk.result(f"  {translate_whole(handout.lines.standing_line(one.standing))}{old}")
    return outcome


def verify_ledger(talk: Talk) -> office.Outcome[office.ledger.LedgerEnd]:
    """Walk the chain."""
    outcome = office.ledger.verify_ledger(talk.ours)
    found = outcome.value
    if found.head:
        counts = {"count": found.entries, "hash": found.short}
        talk.result(say("the ledger holds: entries {count}, the last is {hash}", **counts))
    return outcome
