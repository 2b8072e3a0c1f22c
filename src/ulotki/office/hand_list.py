"""A list of all places for many hand-overs at once: written, ticked by hand or in a spreadsheet, and read back.

Every row that cannot be understood is named, and then nothing is written down.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from ulotki import files
from ulotki.content.place_search import find_place
from ulotki.edition.record import copies_by_place
from ulotki.errors import Finding, Misused, Refused, Say, Trouble, Where, misused, refused, say
from ulotki.folding import folded
from ulotki.frozen import dataclass
from ulotki.library import people
from ulotki.library.cells import LARGEST, grid
from ulotki.office import Outcome
from ulotki.office.answers import checked_name, checked_text, not_a_day, past_day
from ulotki.office.bundle import Bundle, HandOverRequest, bundle
from ulotki.office.final import Final, final_edition
from ulotki.office.hand_over_plan import HandOverPlan
from ulotki.workspace import Workspace

T = TypeVar("T")

COLUMNS: Mapping[str, Say] = {
    "tick": say("handed over?"),
    "place": say("place id"),
    "name": say("place name"),
    "day": say("day"),
    "who": say("taken by"),
    "consent": say("consent"),
    "note": say("note"),
    "pieces": say("pieces"),
    "copies": say("copies"),
    "edition": say("edition"),
}
"""Name → what stands above it."""

YES = frozenset({"x", "v", "✓", "✔", "+", "1", "t", "tak", "y", "yes", "true", "prawda"})
NO = frozenset({"", "-", "–", "0", "n", "nie", "no", "false", "falsz"})

MOST = 25_000
"""Rows of a list: a workspace has no more places."""


@dataclass(frozen=True, slots=True)
class ListRow:
    """A row of a list. number: as the spreadsheet counts.  cells: by the name of their column."""

    number: int
    cells: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class ListedPlaces:
    """Ids of places."""

    places: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class BlankList:
    """The list to be ticked. rows: a place each, in the order of COLUMNS."""

    rows: tuple[tuple[object, ...], ...]

    @property
    def data(self) -> ListedPlaces:
        """The places on it."""
        return ListedPlaces(tuple(str(row[1]) for row in self.rows))


def blank_list(workspace: Workspace, request: HandOverRequest, today: datetime.date) -> Outcome[BlankList]:
    """The list of the places that the edition has something for. Raises Refused when hosts cannot be read."""
    library = workspace.library().believed(today)
    hosts = people(workspace.folder, library.places)
    if hosts.lost:
        raise Refused(hosts.lost)
    found = final_edition(workspace.base, library, today, request.edition, request.campaign)
    copies = copies_by_place(one.places for one in found.record.pieces)
    pieces = {id: sum(1 for one in found.record.pieces if one.ordered(id)) for id in copies}
    rows = tuple(
        (
            "",
            id,
            place.name,
            "",
            hosts[id].name if id in hosts else "",
            "",
            "",
            pieces[id],
            copies[id],
            found.record.edition,
        )
        for id, place in library.places.items()
        if copies.get(id)
    )
    places = say(
        "places: {count}; write x in the first column of each that got its bundle, save it, "
        "and then the same command once more",
        count=len(rows),
    )
    return Outcome(BlankList(rows), hosts.faults(copies), (places,))


def read_plan(
    workspace: Workspace, request: HandOverRequest, file: Path, told: Callable[[Say], str], today: datetime.date
) -> HandOverPlan:
    """What the rows that are ticked in *file* say. told: translates the head of a column.

    Raises Refused with every fault, each with its row.
    """
    library = workspace.library().believed(today)
    ticked = _read_all(file, read_rows(file, told), lambda row: _cell(row, "tick", lambda word: _yes(word) or False))
    wanted = [row for row in ticked if row[1]]
    if not wanted:
        what = say("no row is ticked, so there is nothing to write down")
        raise misused(what, say("write x in the first column of each place that got its bundle"), Where(str(file)))
    found = _edition(workspace, request, file, [row for row, _ in wanted], today)
    hosts = people(workspace.folder, library.places)

    def meant(row: ListRow) -> Bundle:
        place = library.places[find_place(library.places, row.cells["place"])]
        consent = _cell(row, "consent", lambda word: _yes(word) if word else None)
        own = replace(
            request,
            consent=request.consent if consent is None else consent,
            note=_cell(row, "note", checked_text) or request.note,
            who=_cell(row, "who", checked_name) or request.who,
        )
        day = past_day(_cell(row, "day", _day) or request.day, today)
        made = bundle(found.record, place, hosts.known(place.id), own, day)
        if made is None:
            raise misused(say("nothing is ordered for {place}", place=place.id))
        return made

    bundles = tuple(made for _row, made in _read_all(file, [row for row, _ in wanted], meant))
    _once(file, [row for row, _ in wanted], bundles)
    return HandOverPlan(library, found, bundles)


def read_rows(file: Path, told: Callable[[Say], str]) -> list[ListRow]:
    """The rows of a list below its heads, which are English or as *told*. Raises Refused when it is no such list."""
    heads = {folded(text): column for column, head in COLUMNS.items() for text in (told(head), str(head))}
    found = grid(files.contents(file, LARGEST), str(file), most=MOST)
    names = [heads.get(folded(head)) for head in found.rows[0][1]]
    if lacking := [COLUMNS[column] for column in ("tick", "place") if column not in names]:
        what = say("the column {name} is missing", name=lacking[0])
        hint = say("write the list anew: ulotki hand-over --list FILE.csv")
        raise refused("list", what, hint, Where(str(file)))
    named = [(row, names[at], what) for row, at, what in found.faults if at < len(names)]
    if faults := [Finding("list", what, at=Where(str(file), row, name)) for row, name, what in named if name]:
        raise Refused(faults)
    return [
        ListRow(number, {"": "", **{column: cell for column, cell in zip(names, cells, strict=False) if column}})
        for number, cells in found.rows[1:]
    ]


def _read_all(file: Path, rows: Sequence[ListRow], meaning: Callable[[ListRow], T]) -> list[tuple[ListRow, T]]:
    """Each row with what *meaning* makes of it. Raises Refused with what is wrong in any of them, by row."""
    good: list[tuple[ListRow, T]] = []
    bad: list[Finding] = []
    for row in rows:
        try:
            good.append((row, meaning(row)))
        except Trouble as trouble:
            bad += [
                replace(one, check="list", at=Where(str(file), row.number, one.at.field)) for one in trouble.findings
            ]
    if bad:
        raise Refused(bad)
    return good


def _cell(row: ListRow, column: str, meaning: Callable[[str], T]) -> T:
    """What a cell means; complaints name its column."""
    try:
        return meaning(row.cells.get(column, ""))
    except Trouble as trouble:
        raise Misused([replace(one, at=Where(field=column)) for one in trouble.findings]) from trouble


def _yes(word: str) -> bool:
    """Whether a cell is ticked. Raises Misused for a word that is neither."""
    asked = folded(word)
    if asked in YES or asked in NO:
        return asked in YES
    what = say('"{value}" is neither yes nor no', value=word)
    raise misused(what, say("write x or tak for yes, and leave it empty for no"))


def _day(word: str) -> datetime.date | None:
    """A day as the list has it, or as a Polish spreadsheet turns it. Raises Misused."""
    if not word:
        return None
    try:
        if match := re.fullmatch(r"(\d{1,2})\.(\d{1,2})\.(\d{4})( r\.)?", word):
            return datetime.date(int(match[3]), int(match[2]), int(match[1]))
        return datetime.date.fromisoformat(word)
    except ValueError:
        raise misused(*not_a_day(word)) from None


def _edition(
    workspace: Workspace, request: HandOverRequest, file: Path, rows: Sequence[ListRow], today: datetime.date
) -> Final:
    """The one edition that the rows are about: named on the command line, in them, or as for any hand-over."""
    codes = {code: row.number for row in rows if (code := row.cells.get("edition", ""))}
    if request.edition is None and len(codes) > 1:
        what = say("the rows are of different editions: {codes}", codes=", ".join(codes))
        hint = say("write a list for each: ulotki hand-over --list FILE.csv --edition CODE")
        raise refused("list", what, hint, Where(str(file), max(codes.values()), "edition"))
    named = request.edition or next(iter(codes), None)
    return final_edition(workspace.base, workspace.library().believed(today), today, named, request.campaign)


def _once(file: Path, rows: Sequence[ListRow], bundles: Sequence[Bundle]) -> None:
    """Raises Refused for a place that is ticked twice."""
    first: dict[str, int] = {}
    twice: list[Finding] = []
    for row, one in zip(rows, bundles, strict=True):
        before = first.setdefault(one.deed.place, row.number)
        if before != row.number:
            what = say("{place} is ticked twice, also in row {row}", place=one.deed.place, row=before)
            twice.append(Finding("list", what, say("leave one of them"), Where(str(file), row.number, "place")))
    if twice:
        raise Refused(twice)
