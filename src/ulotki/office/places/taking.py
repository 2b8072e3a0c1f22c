"""Imports places and hosts from a spreadsheet: first as a proposal, then all of it or nothing."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import field, replace

from ulotki.content.places import PlaceKind
from ulotki.errors import Finding, Refused, Say, Where, refused, say
from ulotki.frozen import dataclass
from ulotki.library.cell_grid import CellGrid
from ulotki.office import Outcome
from ulotki.office.places.columns import FIELDS, HEADS, PlaceField
from ulotki.office.places.files import PlaceFiles, read_places, write_places
from ulotki.office.places.headings import match_columns, usual_kind
from ulotki.office.places.rows import CellFault, PlaceLine, RowComparison, RowState
from ulotki.workspace import Workspace


@dataclass(frozen=True, slots=True)
class ImportRequest:
    """A spreadsheet and what people say about it.

    columns: what is in each column, by its number from 0; None leaves it out; those not named are matched by their heads.
    mended: cells written anew, by row and field.  answers: of rows that are like a place, see `rows.NEW`.
    kind: of new places that no cell or head tells it of.  seen: the digest of the proposal that is confirmed, "" for none.
    """

    grid: CellGrid
    columns: Mapping[int, PlaceField | None] = field(default_factory=dict)
    mended: Mapping[tuple[int, str], str] = field(default_factory=dict)
    answers: Mapping[int, str] = field(default_factory=dict)
    seen: str = ""
    kind: PlaceKind | None = None


@dataclass(frozen=True, slots=True)
class Column:
    """A column. letter: as spreadsheets call it.  field: what it is taken for, None when it is left out."""

    letter: str
    head: str
    field: PlaceField | None


@dataclass(frozen=True, slots=True)
class RowData:
    """A row of a spreadsheet, without what belongs to people."""

    row: int
    state: RowState
    id: str


@dataclass(frozen=True, slots=True)
class FaultData:
    """What is wrong with a cell. row: 0 for the whole file."""

    row: int
    field: str
    what: Say


@dataclass(frozen=True, slots=True)
class TakenIn:
    """A proposal without what belongs to people: it may go to a log. written: whether the files say so now."""

    written: bool
    columns: tuple[Column, ...]
    rows: tuple[RowData, ...]
    faults: tuple[FaultData, ...]
    left: tuple[str, ...]

    @classmethod
    def of(cls, found: Proposal, *, written: bool) -> TakenIn:
        """*found* as data."""
        rows = tuple(RowData(one.number, one.state, one.id) for one in found.rows)
        faults = tuple(FaultData(one.row, one.field, one.what) for one in found.faults)
        return cls(written, found.columns, rows, faults, found.left)


@dataclass(frozen=True, slots=True)
class Proposal:
    """What taking a spreadsheet in would do. left: places that are not in it; they stay as they are.

    seen: the digest of the files that it was compared with.  number: of the change, once it is written.
    """

    columns: tuple[Column, ...]
    rows: tuple[PlaceLine, ...]
    faults: tuple[CellFault, ...]
    left: tuple[str, ...]
    seen: str
    number: int = 0

    def count(self, *states: str) -> int:
        """How many rows are in one of these states."""
        return sum(row.state in states for row in self.rows)


def propose(workspace: Workspace, request: ImportRequest) -> Outcome[Proposal]:
    """What would change, and what is wrong, by row. Raises Refused when places.toml or people.toml cannot be read."""
    found = compare_sheet(read_places(workspace), request)
    return Outcome(found, tuple(_finding(fault, found.columns) for fault in found.faults))


def import_places(workspace: Workspace, request: ImportRequest, today: datetime.date) -> Outcome[Proposal]:
    """Write what the proposal says, all of it. Raises Refused, and writes nothing, while any row has a fault."""
    with workspace.alone("places import"):
        known = read_places(workspace)
        found = compare_sheet(known, request)
        if request.seen and request.seen != found.seen:
            what = say("places have changed since this was shown; nothing was written")
            raise refused("places", what, say("look at it again"))
        if found.faults:
            raise Refused([_finding(fault, found.columns) for fault in found.faults])
        rows = [row for row in found.rows if row.state in ("new", "changed")]
        places, hosts = {row.id: row.place for row in rows}, {row.id: row.host for row in rows}
        number = write_places(workspace, known, places, hosts, "places import", today)
    return Outcome(replace(found, number=number))


def compare_sheet(known: PlaceFiles, request: ImportRequest) -> Proposal:
    """The spreadsheet of *request* compared with what there is."""
    grid = request.grid
    columns, faults = _columns(request)
    usual = request.kind or usual_kind([column.head for column in columns if column.field in ("name", "host", "first")])
    against = RowComparison(known.places, known.hosts, request.answers, faults=faults, usual=usual, guesses=True)
    if not any(column.field in {"name", "id"} for column in columns):
        heads = ", ".join(column.head or column.letter for column in columns)
        what = say("no column holds the names of places; the columns are: {heads}", heads=heads)
        faults.append(CellFault(grid.rows[0][0], "name", what, say("call it nazwa, or say which it is")))
        return Proposal(columns, (), tuple(faults), (), known.seen)
    body = grid.rows[head_row(grid) + 1 :]
    taken = {number for number, _ in body}
    for number, at, what in grid.faults:
        here = columns[at].field if at < len(columns) else None
        if here and number in taken and (number, here) not in request.mended:
            faults.append(CellFault(number, here, what, say("write a value there")))
    rows = tuple(against.row(number, _row_cells(number, cells, columns, request)) for number, cells in body)
    faults.sort(key=lambda fault: fault.row)
    if grid.merged and faults:
        what = say("some cells of the sheet are merged, and only the first of them holds the value")
        faults.insert(0, CellFault(0, "", what, say("write the value into each row")))
    there = {row.id for row in rows}
    return Proposal(columns, rows, tuple(faults), tuple(id for id in known.places if id not in there), known.seen)


def _columns(request: ImportRequest) -> tuple[tuple[Column, ...], list[CellFault]]:
    width = max(len(cells) for _number, cells in request.grid.rows)
    heads = [*request.grid.rows[head_row(request.grid)][1], *[""] * width][:width]
    guessed = match_columns(heads)
    chosen = {field for field in request.columns.values() if field}
    fields = [request.columns.get(at, None if guess in chosen else guess) for at, guess in enumerate(guessed)]
    twice = sorted({one for one in fields if one and fields.count(one) > 1})
    faults = [CellFault(0, one, say("two columns are said to hold: {field}", field=HEADS[one])) for one in twice]
    columns = (Column(_letter(at), head, one) for at, (head, one) in enumerate(zip(heads, fields, strict=True)))
    return tuple(columns), faults


TITLES = 10
"""Rows at most before the heads of the columns: the title of a sheet, and empty ones."""


def head_row(grid: CellGrid) -> int:
    """Where the heads of the columns are: below the title of a sheet, else in the first row."""
    known = [set(match_columns(cells)) - {None} for _, cells in grid.rows[:TITLES]]
    titled = (at for at, fields in enumerate(known) if "name" in fields and len(fields) > 1)
    return 0 if known[0] & {"name", "id"} else next(titled, 0)


def _row_cells(
    number: int, cells: tuple[str, ...], columns: tuple[Column, ...], request: ImportRequest
) -> dict[PlaceField, str]:
    """The cells of a row by field, with those that were corrected."""
    found = {column.field: cell for column, cell in zip(columns, cells, strict=False) if column.field}
    if first := found.get("first"):
        found["host"] = f"{first} {found.get('host', '')}"
    words = {one: request.mended.get((number, one), found.get(one, "")).split() for one in FIELDS}
    return {one: " ".join(said) for one, said in words.items() if said}


def _letter(at: int) -> str:
    """What spreadsheets call the column *at*, from 0: A, B … Z, AA."""
    return (chr(64 + at // 26) if at >= 26 else "") + chr(65 + at % 26)


def _finding(fault: CellFault, columns: tuple[Column, ...]) -> Finding:
    """A fault as a finding that says row and column."""
    where = next((column for column in columns if column.field and column.field == fault.field), None)
    what: Say = fault.what
    head = next((one for key, one in HEADS.items() if key == fault.field), None)
    if fault.row and fault.hint and head and not where:
        fault = replace(fault, hint=say('{way}; the column is called "{head}"', way=fault.hint, head=head))
    if fault.row and where:
        what = say("row {row}, column {letter}: {what}", row=fault.row, letter=where.letter, what=fault.what)
    elif fault.row:
        what = say("row {row}: {what}", row=fault.row, what=fault.what)
    return Finding("places", what, fault.hint, Where(field=f"{fault.row}.{fault.field}"))
