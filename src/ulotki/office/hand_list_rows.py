"""Reads the rows of a list of hand-overs, and names every one that cannot be understood."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from ulotki import files
from ulotki.errors import Finding, Refused, Say, Trouble, Where, refused, say
from ulotki.folding import folded
from ulotki.library.cells import LARGEST, grid
from ulotki.office.hand_list_cells import ListRow

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
"""Name of a column → its head."""

MOST = 25_000
"""Rows of a list: a workspace has no more places."""


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


def read_all(file: Path, rows: Sequence[ListRow], meaning: Callable[[ListRow], T]) -> list[tuple[ListRow, T]]:
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
