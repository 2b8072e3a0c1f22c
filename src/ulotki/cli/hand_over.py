"""`ulotki hand-over`: which leaflets a place was given, one place or many at once, or a list of all."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from ulotki import documents, office
from ulotki.cli import options, target, terminal
from ulotki.cli.language import _, translate, translate_whole
from ulotki.cli.questions import ask_for_rest
from ulotki.cli.talk import Talk
from ulotki.errors import Say, misused, say
from ulotki.handout import lines
from ulotki.office.bundle import HandOverRequest
from ulotki.office.hand_over import write_plan
from ulotki.office.hand_over_outcome import WrittenHandOver
from ulotki.office.hand_over_plan import HandOverPlan, plan_hand_over
from ulotki.workspace import writing


@options.many("places", _("[PLACE]…"))
@click.option("--all", "everything", is_flag=True, help=_("Every place for which something is ordered."))
@click.option(
    "--list",
    "file",
    type=options.FILE,
    metavar=_("FILE.csv"),
    help=_("A list of all places: written when FILE is not there; else what is ticked in it is written down."),
)
@click.option(
    "--edition",
    metavar=_("CODE"),
    help=_("Of this edition, by code or folder; else what was packed last, or the newest."),
)
@click.option("--campaign", metavar=_("ID"), help=_("Of this campaign; else the one that was packed last."))
@options.pieces
@options.count("--copies", help=_("Copies of each piece; else as ordered."))
@options.count("--hung", help=_("How many of them hang on boards; else one for each board."), least=0)
@options.day("--until", help=_("May hang until then; else as printed."))
@click.option("--to", "who", metavar=_("WHO"), help=_("Who took them; else whom people.toml names."))
@options.consent
@options.note
@options.done_on
@options.anyway
@options.lying
def hand_over(talk: Talk, file: Path | None, **said: Any) -> office.Outcome[Any]:
    request = HandOverRequest(options.now(), **said)
    if file is not None:
        return _list(talk, request, file)
    if not request.places and not request.everything:
        if talk.as_json or not terminal.possible():
            hint = say("name who gets the bundle: ulotki hand-over PLACE, or --all")
            raise misused(say("no place is named"), hint)
        request = ask_for_rest(talk, request)
    plan = plan_hand_over(talk.ours, talk.ours.library().believed(options.today()), request, options.today())
    return _write_down(talk, plan, request)


def _list(talk: Talk, request: HandOverRequest, file: Path) -> office.Outcome[Any]:
    """Write the list when it is not there; else write down what is ticked in it."""
    if request.places or request.everything or request.pieces:
        raise misused(say("a list names its places itself"), say("leave the places and pieces out"))
    if file.exists():
        plan = office.ticked_list.read_plan(talk.ours, request, file, translate, options.today())
        return _write_down(talk, plan, request)
    if file.suffix.lower() != ".csv":
        raise misused(say('"{name}" does not end in .csv', name=file.name), say("a spreadsheet reads .csv"))
    writing.writable(file)
    talk.kind = "hand-over.list"
    outcome = office.hand_list.blank_list(talk.ours, request, options.today())
    heads = map(translate, office.hand_list_rows.COLUMNS.values())
    return target.write(talk, outcome, file, documents.table.csv_table(heads, outcome.value.rows))


def _write_down(talk: Talk, plan: HandOverPlan, request: HandOverRequest) -> office.Outcome[WrittenHandOver]:
    """Write down what is planned, and say it entry by entry."""
    outcome = terminal.sure(talk, lambda sure: write_plan(talk.ours, plan, request.at, anyway=sure or request.anyway))
    places = plan.library.places
    for one, bundle in zip(outcome.value.entries, outcome.value.plan.bundles, strict=True):
        talk.result(lines.with_number(one.seq, lines.hand_over_line(bundle.deed, places, bundle.personal)), whole=True)
    for id in outcome.value.old:
        where = {"place": lines.place_name(id, places), "id": id}
        talk.aside(say("older leaflets are still at {place}; once they are gone: ulotki taken-down {id}", **where))
    return outcome


@options.many("places", _("PLACE…"), required=True)
@options.pieces
@click.option("--edition", metavar=_("CODE"), help=_("Everything of this edition."))
@click.option("--all", "everything", is_flag=True, help=_("Everything that is there, also what is up to date."))
@options.count("--copies", help=_("Copies of each piece; else all that are there."))
@options.note
@options.done_on
@options.lying
def taken_down(talk: Talk, **said: Any) -> office.Outcome[office.taken_down.WrittenTakenDown]:
    request = office.taken_down.TakenDownRequest(at=options.now(), **said)
    outcome = office.taken_down.taken_down(talk.ours, request, options.today())
    found = outcome.value
    talk.result(*(lines.numbered_line(one, found.library.places) for one in found.entries), whole=True)
    return talk.answer(outcome, *_remaining(found))


def _remaining(found: office.taken_down.WrittenTakenDown) -> Iterator[str | Say]:
    """What is still at each place that was named."""
    for id in found.asked:
        mine = [one for one in found.left if one.place == id]
        if not mine:
            yield say("{place}: nothing of ours is left", place=lines.place_name(id, found.library.places))
        yield from (f"  {translate_whole(lines.standing_line(still))}" for still in mine)
