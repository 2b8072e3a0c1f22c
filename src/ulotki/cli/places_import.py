"""`ulotki places import`: places from a spreadsheet."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any, get_args

import click

from ulotki import files, office
from ulotki.cli import options, terminal
from ulotki.cli.language import _, harmless, translate
from ulotki.cli.talk import Talk
from ulotki.content.places import PlaceKind
from ulotki.errors import Say, misused, say
from ulotki.library.cell_grid import CellGrid
from ulotki.library.cells import LARGEST, grid
from ulotki.office.places import taking
from ulotki.office.places.columns import ASKED, PlaceField
from ulotki.office.places.rows import NEW, SKIP, PlaceLine


@click.argument(
    "file", type=click.Path(exists=True, dir_okay=False, path_type=Path, allow_dash=True), metavar=_("FILE.xlsx|.csv|-")
)
@click.option("--column", "columns", multiple=True, metavar=_("B=boards"), help=_("What is in a column; repeatable."))
@click.option("--new", type=int, multiple=True, metavar=_("ROW"), help=_("This row is a new place."))
@click.option("--same", multiple=True, metavar=_("ROW=ID"), help=_("This row is that place."))
@click.option("--skip", type=int, multiple=True, metavar=_("ROW"), help=_("Leave this row out."))
@click.option(
    "--kind", type=click.Choice(get_args(PlaceKind)), help=_("What new places are, where the sheet does not say.")
)
@options.sure
def take(
    talk: Talk, file: Path, columns: tuple[str, ...], kind: PlaceKind | None, sure: bool, **rows: Any
) -> office.Outcome[taking.TakenIn]:
    request = taking.ImportRequest(_grid(file), dict(map(_column, columns)), {}, _answers(**rows), kind=kind)
    outcome = taking.propose(talk.ours, request)
    found = outcome.value
    talk.result(*_lines(found))
    wanted = not found.faults and found.count("new", "changed") > 0
    if wanted and not sure and not talk.as_json and terminal.possible():
        sure = terminal.yes(say("Take this in?"), default=False)
    if wanted and sure:
        outcome = taking.import_places(talk.ours, request, options.today())
        talk.result(say("taken in: places {count}", count=found.count("new", "changed")))
    if left := [column.head for column in found.columns if column.head and not column.field]:
        talk.aside(say("left out, for nobody knows what is in these columns: {heads}", heads=", ".join(left)))
    for row, id in ((fault.row, fault.like) for fault in found.faults if fault.like):
        talk.aside(say("the same place: --same {row}={id}; another one: --new {row}", row=row, id=id))
    if wanted and not sure:
        talk.aside(say("nothing was written; to take it in: --yes"))
    taken = outcome.giving(taking.TakenIn.of(found, written=wanted and sure))
    return replace(taken, pending=wanted and not sure)


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


def _grid(file: Path) -> CellGrid:
    if str(file) == "-":
        return grid(sys.stdin.buffer.read(LARGEST + 1))
    return grid(files.contents(file, LARGEST), str(file))


def _column(text: str) -> tuple[int, PlaceField | None]:
    """(1, "boards") for "B=boards"; "B=" leaves the column out."""
    letters, _sign, word = text.partition("=")
    number = 0
    for letter in letters.strip().upper():
        number = number * 26 + ord(letter) - 64 if "A" <= letter <= "Z" else -1_000_000
    field = next((one for one in ASKED if one == word.strip()), None)
    if number < 1 or (word.strip() and field is None):
        hint = say("as in: {example}; columns are: {known}", example="B=boards", known=", ".join(ASKED))
        raise misused(say('"{value}" says nothing about a column', value=text), hint)
    return number - 1, field


def _answers(new: tuple[int, ...], same: tuple[str, ...], skip: tuple[int, ...]) -> dict[int, str]:
    """What is said of rows, by their numbers."""
    answers = {**dict.fromkeys(new, NEW), **dict.fromkeys(skip, SKIP)}
    for text in same:
        row, _sign, id = text.partition("=")
        if not row.strip().isdecimal() or not id.strip():
            what = say('"{value}" says nothing about a row', value=text)
            raise misused(what, say("as in: {example}", example="9=nowa-wies"))
        answers[int(row)] = id.strip()
    return answers
