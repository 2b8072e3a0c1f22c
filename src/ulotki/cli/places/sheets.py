"""`ulotki places import` and `export`: places from a spreadsheet, and as one."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path

import click

from ulotki import files
from ulotki.cli import asking, options
from ulotki.cli.language import translated as _
from ulotki.cli.sentences import harmless, near, told
from ulotki.cli.talk import Talk
from ulotki.errors import Finding, Misused, say
from ulotki.library.cells import LARGEST, Grid, grid
from ulotki.office.places import giving, taking
from ulotki.office.places.columns import FIELDS, Field
from ulotki.office.places.giving import PlaceTableData
from ulotki.office.places.rows import NEW, SKIP, PlaceLine
from ulotki.office.places.taking import ImportRequest, TakenIn
from ulotki.workspace import Workspace, writing


@click.argument("file", type=click.Path(dir_okay=False, path_type=Path, allow_dash=True), metavar=_("FILE.xlsx|.csv|-"))
@click.option("--column", "columns", multiple=True, metavar=_("B=boards"), help=_("What is in a column; repeatable."))
@click.option("--new", "new", type=int, multiple=True, metavar=_("ROW"), help=_("This row is a new place."))
@click.option("--same", "same", multiple=True, metavar=_("ROW=ID"), help=_("This row is that place."))
@click.option("--skip", "skip", type=int, multiple=True, metavar=_("ROW"), help=_("Leave this row out."))
@click.option("--yes", "sure", is_flag=True, help=_("Do not ask."))
def take(
    talk: Talk,
    ours: Workspace,
    file: Path,
    columns: tuple[str, ...],
    new: tuple[int, ...],
    same: tuple[str, ...],
    skip: tuple[int, ...],
    sure: bool,
) -> None:
    """Say what a spreadsheet would change, and write it when somebody agrees."""
    answers = {**dict.fromkeys(new, NEW), **dict.fromkeys(skip, SKIP), **dict(map(_same, same))}
    request = ImportRequest(_grid(file), dict(map(_column, columns)), {}, answers)
    outcome = taking.propose(ours, request)
    found = outcome.value
    for one in found.rows:
        _row(talk, one)
    counts = {one: found.count(one) for one in ("new", "changed", "same")}
    talk.result(told(say("new: {new}, changed: {changed}, the same: {same}", **counts)))
    wanted = not found.faults and (counts["new"] or counts["changed"])
    if wanted and not sure and not talk.as_json and asking.possible():
        sure = asking.yes(say("Take this in?"), default=False)
    if wanted and sure:
        outcome = taking.import_places(ours, request, options.today())
        talk.result(told(say("taken in: places {count}", count=counts["new"] + counts["changed"])))
    for fault in found.faults:
        if fault.like:
            what = say("the same place: --same {row}={id}; another one: --new {row}", row=fault.row, id=fault.like)
            talk.aside(what)
    if wanted and not sure:
        talk.aside(say("nothing was written; to take it in: --yes"))
    talk.outcome("places.import", outcome.giving(TakenIn.of(found, written=bool(wanted and sure))))
    if wanted and not sure:
        click.get_current_context().exit(4)


@click.argument("file", type=options.FILE, metavar=_("FILE.xlsx|.csv"))
@click.option("--no-hosts", is_flag=True, help=_("Without people."))
def give(talk: Talk, ours: Workspace, file: Path, no_hosts: bool) -> None:
    """Write all places as a spreadsheet."""
    writing.written_as(file, giving.ENDINGS)
    outcome = giving.export_places(ours, giving.ending(file), told, hosts=not no_hosts)
    writing.write(file, outcome.value.data)
    talk.result(near(file))
    talk.outcome("places.export", outcome.giving(PlaceTableData(outcome.value.places, outcome.value.hosts)), file)


def _grid(file: Path) -> Grid:
    if str(file) == "-":
        return grid(sys.stdin.buffer.read(LARGEST + 1))
    return grid(files.contents(file, LARGEST), str(file))


def _row(talk: Talk, row: PlaceLine) -> None:
    """A row that is not as it was, in a line."""
    if row.state in ("new", "changed"):
        name = harmless(str(row.cells.get("name") or row.id))
        what = "; ".join(told(one) for one in row.what)
        head = say("new") if row.state == "new" else say("changed")
        talk.result(f"{row.number:>4}  {told(head)}  {row.id}  {name}" + (f"  ({what})" if what else ""))


def _column(text: str) -> tuple[int, Field | None]:
    """(1, "boards") for "B=boards"; "B=" leaves the column out."""
    letters, _sign, word = text.partition("=")
    number = 0
    for letter in letters.strip().upper():
        number = number * 26 + ord(letter) - 64 if "A" <= letter <= "Z" else -1_000_000
    field = next((one for one in FIELDS if one == word.strip()), None)
    if number < 1 or (word.strip() and field is None):
        raise _misused(say('"{value}" says nothing about a column', value=text), "B=boards", FIELDS)
    return number - 1, field


def _same(text: str) -> tuple[int, str]:
    row, _sign, id = text.partition("=")
    if not row.strip().isdecimal() or not id.strip():
        raise _misused(say('"{value}" says nothing about a row', value=text), "9=nowa-wies", ())
    return int(row), id.strip()


def _misused(what: object, example: str, known: Iterable[str]) -> Misused:
    hint = say("as in: {example}", example=example)
    if known:
        hint = say("as in: {example}; columns are: {known}", example=example, known=", ".join(known))
    return Misused([Finding("use", say("{what}", what=what), hint)])
