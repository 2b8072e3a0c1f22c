"""What a cell of a list of hand-overs means: a tick, a day, or anything else."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import TypeVar

from ulotki.errors import Misused, Trouble, Where, misused, say
from ulotki.folding import folded
from ulotki.frozen import dataclass
from ulotki.office.answers import not_a_day

T = TypeVar("T")

YES = frozenset({"x", "v", "✓", "✔", "+", "1", "t", "tak", "y", "yes", "true", "prawda"})

NO = frozenset({"", "-", "–", "0", "n", "nie", "no", "false", "falsz"})


@dataclass(frozen=True, slots=True)
class ListRow:
    """A row of a list. number: as the spreadsheet counts.  cells: by the name of their column."""

    number: int
    cells: Mapping[str, str]


def cell_meaning(row: ListRow, column: str, meaning: Callable[[str], T]) -> T:
    """What a cell means; complaints name its column."""
    try:
        return meaning(row.cells.get(column, ""))
    except Trouble as trouble:
        raise Misused([replace(one, at=Where(field=column)) for one in trouble.findings]) from trouble


def is_yes(word: str) -> bool:
    """Whether a cell is ticked. Raises Misused for a word that is neither."""
    asked = folded(word)
    if asked in YES or asked in NO:
        return asked in YES
    what = say('"{value}" is neither yes nor no', value=word)
    raise misused(what, say("write x or tak for yes, and leave it empty for no"))


def day_of(word: str) -> datetime.date | None:
    """A day as the list has it, or as a Polish spreadsheet turns it. Raises Misused."""
    if not word:
        return None
    try:
        if match := re.fullmatch(r"(\d{1,2})\.(\d{1,2})\.(\d{4})( r\.)?", word):
            return datetime.date(int(match[3]), int(match[2]), int(match[1]))
        return datetime.date.fromisoformat(word)
    except ValueError:
        raise misused(*not_a_day(word)) from None
