"""`ulotki ledger list`, `hanging`, `verify`, `export`, `backup`, `restore`; and `meeting`, which writes of one that was held."""

from __future__ import annotations

from dataclasses import replace
from itertools import groupby
from pathlib import Path
from typing import Any

import click

from ulotki import office
from ulotki.cli import options, target, terminal
from ulotki.cli.language import _, path_text, translate, translate_whole
from ulotki.cli.talk import Talk
from ulotki.errors import Say, say
from ulotki.handout import lines


@click.option("--place", metavar=_("PLACE"), help=_("Only this place."))
@click.option("--kind", type=click.Choice(list(lines.KINDS)), help=_("Only entries of this kind."))
@options.day("--from", "first", help=_("From this day on."))
@options.day("--to", "last", help=_("Until this day."))
def entries(talk: Talk, **asked: Any) -> office.Outcome[office.entries.LedgerExtract]:
    outcome = office.entries.list_entries(talk.ours, office.entries.EntriesRequest(**asked))
    for one in outcome.value.lines:
        talk.result(f"{one.entry.seq:>4}  {one.entry.deed.day}  {translate_whole(_line(one, outcome.value.places))}")
    return outcome


def _line(one: office.ledger_lines.LedgerLine, known: lines.Places) -> Say:
    """An entry as one line, and what became of it."""
    kind = lines.KINDS.get(one.entry.kind, lines.NEWER)
    text = lines.join((kind, lines.entry_line(one.entry.deed, one.personal, known)), ": ")
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
def hanging(talk: Talk, places: tuple[str, ...]) -> office.Outcome[office.hanging.Hanging]:
    outcome = office.hanging.hanging(talk.ours, places, options.today())
    for place, pieces in groupby(outcome.value.standing, lambda one: one.standing.place):
        talk.result(lines.place_name(place, outcome.value.places))
        for one in pieces:
            old = " – " + translate(say("out of date")) if one.outdated else ""
            talk.result(f"  {translate_whole(lines.standing_line(one.standing))}{old}")
    return outcome


def verify_ledger(talk: Talk) -> office.Outcome[office.ledger.LedgerEnd]:
    outcome = office.ledger.verify_ledger(talk.ours)
    if outcome.value.head:
        counts = {"count": outcome.value.entries, "hash": outcome.value.short}
        talk.result(say("the ledger holds: entries {count}, the last is {hash}", **counts))
    return outcome


@click.argument("file", type=options.FILE, metavar=_("FILE.csv|.json"))
@click.option("--anonymous", is_flag=True, help=_("Without names, telephones and notes."))
@options.force
def export(talk: Talk, file: Path, anonymous: bool, force: bool) -> office.Outcome[office.export.Exported]:
    return talk.answer(office.export.export(talk.ours, file, translate, anonymous=anonymous, force=force), file)


@click.argument("file", type=options.FILE, callback=target.writable(), metavar=_("FILE"))
@options.force
def backup(talk: Talk, file: Path, force: bool) -> office.Outcome[office.ledger.LedgerEnd]:
    outcome = office.ledger.backup(talk.ours, file, force=force)
    talk.result(say("copied and checked: entries {count}", count=outcome.value.entries))
    if outcome.value.head:
        talk.result(say("the last entry is {hash}; noted on paper, it shows an older ledger", hash=outcome.value.short))
    talk.file = file
    return talk.answer(outcome, file)


@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path), metavar=_("FILE"))
def restore(talk: Talk, file: Path) -> office.Outcome[office.ledger_restore.RestoredLedger]:
    outcome = office.ledger_restore.restore(talk.ours, file)
    talk.result(say("restored: entries {count}", count=outcome.value.entries))
    if kept := outcome.value.kept:
        talk.result(say("the ledger that was there is kept: {file}", file=path_text(kept)))
    return outcome


@click.argument("planned", required=False, metavar=_("[ID]"))
@options.day("--day", help=_("When it was; else as it was planned."))
@click.option("--group", metavar=_("TEXT"), help=_("With whom, such as a club or a class; else as it was planned."))
@options.count("--people", help=_("How many came."), least=0, required=True)
@options.words("--topic", "topics", metavar=_("SCAM"), help=_("What it was about; repeatable."))
@click.option("--place", metavar=_("PLACE"), help=_("Where, when it is one of our places."))
@options.note
@options.anyway
def meeting(talk: Talk, anyway: bool, **said: Any) -> office.Outcome[office.meeting.WrittenMeeting]:
    request, write = office.meeting.MeetingRequest(at=options.now(), **said), office.meeting.write_meeting
    outcome = terminal.sure(
        talk, lambda sure: write(talk.ours, replace(request, anyway=sure or anyway), options.today())
    )
    return talk.answer(outcome, lines.numbered_line(outcome.value.made, outcome.value.places), whole=True)
