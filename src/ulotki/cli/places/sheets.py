"""`ulotki places import` and `export`: places from a spreadsheet, and as one."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import click

from ulotki import files
from ulotki.cli import asking, options, target
from ulotki.cli.language import translated as _
from ulotki.cli.sentences import harmless, translate
from ulotki.cli.talk import Talk
from ulotki.errors import Say, misused, say
from ulotki.library.cells import LARGEST, Grid, grid
from ulotki.office import PENDING
from ulotki.office.places import giving, taking
from ulotki.office.places.columns import FIELDS, Field
from ulotki.office.places.rows import NEW, SKIP, PlaceLine
from ulotki.workspace import Workspace, writing


@click.argument("file", type=click.Path(dir_okay=False, path_type=Path, allow_dash=True), metavar=_("FILE.xlsx|.csv|-"))
@click.option("--column", "columns", multiple=True, metavar=_("B=boards"), help=_("What is in a column; repeatable."))
@click.option("--new", type=int, multiple=True, metavar=_("ROW"), help=_("This row is a new place."))
@click.option("--same", multiple=True, metavar=_("ROW=ID"), help=_("This row is that place."))
@click.option("--skip", type=int, multiple=True, metavar=_("ROW"), help=_("Leave this row out."))
@options.sure
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
    request = taking.ImportRequest(_grid(file), dict(map(_column, columns)), {}, answers)
    outcome = taking.propose(ours, request)
    found = outcome.value
    talk.result(*_lines(found))
    wanted = not found.faults and bool(found.count("new") or found.count("changed"))
    if wanted and not sure and not talk.as_json and asking.possible():
        sure = asking.yes(say("Take this in?"), default=False)
    if wanted and sure:
        outcome = taking.import_places(ours, request, options.today())
        talk.result(say("taken in: places {count}", count=found.count("new") + found.count("changed")))
    for fault in found.faults:
        if fault.like:
            what = say("the same place: --same {row}={id}; another one: --new {row}", row=fault.row, id=fault.like)
            talk.aside(what)
    if wanted and not sure:
        talk.aside(say("nothing was written; to take it in: --yes"))
    talk.outcome(outcome.giving(taking.TakenIn.of(found, written=wanted and sure)))
    talk.end(PENDING if wanted and not sure else 0)


def _lines(found: taking.Proposal) -> Iterator[str | Say]:
    """The rows that are not as they were, and how many there are of each kind."""
    for row in found.rows:
        if row.state in ("new", "changed"):
            yield _row(row)
    counts = {one: found.count(one) for one in ("new", "changed", "same")}
    yield say("new: {new}, changed: {changed}, the same: {same}", **counts)


def _row(row: PlaceLine) -> str:
    head = say("new") if row.state == "new" else say("changed")
    name = harmless(str(row.cells.get("name") or row.id))
    what = "; ".join(map(translate, row.what))
    return f"{row.number:>4}  {translate(head)}  {row.id}  {name}" + (f"  ({what})" if what else "")


@click.argument("file", type=options.FILE, metavar=_("FILE.xlsx|.csv"))
@click.option("--no-hosts", is_flag=True, help=_("Without people."))
def give(talk: Talk, ours: Workspace, file: Path, no_hosts: bool) -> None:
    """Write all places as a spreadsheet."""
    writing.written_as(file, giving.ENDINGS)
    outcome = giving.export_places(ours, giving.ending(file), translate, hosts=not no_hosts)
    target.write(talk, file, outcome.value.data)
    talk.outcome(outcome.giving(giving.PlaceTableData(outcome.value.places, outcome.value.hosts)))


def _grid(file: Path) -> Grid:
    if str(file) == "-":
        return grid(sys.stdin.buffer.read(LARGEST + 1))
    return grid(files.contents(file, LARGEST), str(file))


def _column(text: str) -> tuple[int, Field | None]:
    """(1, "boards") for "B=boards"; "B=" leaves the column out."""
    letters, _sign, word = text.partition("=")
    number = 0
    for letter in letters.strip().upper():
        number = number * 26 + ord(letter) - 64 if "A" <= letter <= "Z" else -1_000_000
    field = next((one for one in FIELDS if one == word.strip()), None)
    if number < 1 or (word.strip() and field is None):
        hint = say("as in: {example}; columns are: {known}", example="B=boards", known=", ".join(FIELDS))
        raise misused(say('"{value}" says nothing about a column', value=text), hint)
    return number - 1, field


def _same(text: str) -> tuple[int, str]:
    row, _sign, id = text.partition("=")
    if not row.strip().isdecimal() or not id.strip():
        what = say('"{value}" says nothing about a row', value=text)
        raise misused(what, say("as in: {example}", example="9=nowa-wies"))
    return int(row), id.strip()
