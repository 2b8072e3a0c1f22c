"""`ulotki hand-over`: which leaflets a place was given, one place or many at once, or a list of all."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from ulotki import documents, handout, office
from ulotki.cli import options, target, terminal
from ulotki.cli.language import translated as _
from ulotki.cli.questions import ask_for_rest
from ulotki.cli.sentences import translate
from ulotki.cli.talk import Talk
from ulotki.errors import misused, say
from ulotki.folding import folded
from ulotki.office.hand_over import HandOverPlan, HandOverRequest, WrittenHandOver, plan_hand_over, write_plan
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
def hand_over(talk: Talk, file: Path | None, **said: Any) -> office.Outcome[Any] | None:
    """Write down a bundle that was given."""
    request = HandOverRequest(options.now(), **said)
    if file is not None:
        return _list(talk, request, file)
    if not request.places and not request.everything:
        if talk.as_json or not terminal.possible():
            hint = say("name who gets the bundle: ulotki hand-over PLACE, or --all")
            raise misused(say("no place is named"), hint)
        found = ask_for_rest(talk.ours, request)
        if found is None:
            talk.aside(say("nothing was written"))
            return None
        request = found
    plan = plan_hand_over(talk.ours, talk.ours.library().believed(options.today()), request, options.today())
    return _write_down(talk, plan, request)


def _list(talk: Talk, request: HandOverRequest, file: Path) -> office.Outcome[Any] | None:
    """Write the list when it is not there; else write down what is ticked in it."""
    if request.places or request.everything or request.pieces:
        raise misused(say("a list names its places itself"), say("leave the places and pieces out"))
    if file.exists():
        columns = office.hand_list.COLUMNS.items()
        heads = {folded(text): column for column, head in columns for text in (translate(head), str(head))}
        plan = office.hand_list.read_plan(talk.ours, request, file, heads, options.today())
        return _write_down(talk, plan, request)
    if file.suffix.lower() != ".csv":
        raise misused(say('"{name}" does not end in .csv', name=file.name), say("a spreadsheet reads .csv"))
    writing.writable(file)
    talk.kind = "hand-over.list"
    outcome = office.hand_list.blank_list(talk.ours, request, options.today())
    target.write(
        talk, file, documents.table.csv_table(map(translate, office.hand_list.COLUMNS.values()), outcome.value.rows)
    )
    return outcome


def _write_down(talk: Talk, plan: HandOverPlan, request: HandOverRequest) -> office.Outcome[WrittenHandOver] | None:
    """Write down what is planned, and say it entry by entry; nothing when somebody who is asked does not mean it."""
    outcome = terminal.sure(talk, lambda sure: write_plan(talk.ours, plan, request.at, anyway=sure or request.anyway))
    if outcome is None:
        return None
    places = plan.library.places
    for one, bundle in zip(outcome.value.entries, outcome.value.plan.bundles, strict=True):
        line = handout.lines.hand_over_line(bundle.deed, places, bundle.personal)
        talk.result(handout.lines.with_number(one.seq, line), whole=True)
    for id in outcome.value.old:
        name = handout.lines.place_name(id, places)
        talk.aside(
            say("older leaflets are still at {place}; once they are gone: ulotki taken-down {id}", place=name, id=id)
        )
    return outcome
