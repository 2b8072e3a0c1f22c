"""What the heads of columns, and names of places, say of columns and kinds of places."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from ulotki.content.places import PlaceKind
from ulotki.folding import folded
from ulotki.office.places.columns import COLUMN_WORDS, KIND_WORDS, PlaceField


def _bare(text: str) -> str:
    """*text* as words are compared: no case, no accents, nothing but letters and figures."""
    return " ".join(re.findall(r"\w+", folded(text)))


def _table(words: Mapping[str, str]) -> dict[str, str]:
    return {_bare(word): key for key, known in words.items() for word in known.split("|")}


ROMAN = {"i": "1", "ii": "2", "iii": "3", "iv": "4", "v": "5"}

COLUMNS = _table(COLUMN_WORDS)  # type: ignore[arg-type]

KIND = _table(KIND_WORDS)  # type: ignore[arg-type]


def match_columns(heads: Sequence[str]) -> tuple[PlaceField | None, ...]:
    """What is in each column by its head, None where nobody knows. A field is in one column at most, the first."""
    exact = [COLUMNS.get(_bare(head)) for head in heads]
    found: list[PlaceField | None] = []
    for head, known in zip(heads, exact, strict=True):
        words = (word for word in _bare(head).split() if COLUMNS.get(word, "first") != "first")
        guess = known or next((COLUMNS[word] for word in words), None)
        taken = guess in found or (guess != known and guess in exact)
        found.append(None if guess is None or taken else guess)  # type: ignore[arg-type]
    return tuple(found)


def guess_kind(text: str) -> PlaceKind | None:
    """The kind of place that a cell or the beginning of a name says, None for none that we know."""
    asked = _bare(text)
    begun = [word for word in KIND if asked == word or asked.startswith(f"{word} ")]
    return KIND[max(begun, key=len)] if begun else None  # type: ignore[return-value]


def usual_kind(heads: Sequence[str]) -> PlaceKind | None:
    """The kind of all places of a sheet, when the *heads* of its places and hosts name one: "Sołectwo", "Imię sołtysa"."""
    kinds = {guess_kind(word) for head in heads for word in (head, *head.split())} - {None}
    return kinds.pop() if len(kinds) == 1 else None


def core(name: str) -> tuple[str, ...]:
    """The words of a name that tell it from others of its kind: "Sołectwo Serniki Wieś" and "Serniki wieś" are alike."""
    asked = _bare(name)
    begun = [word for word in KIND if asked.startswith(f"{word} ")]
    words = asked.removeprefix(max(begun, key=len) if begun else "").split()
    return tuple(ROMAN.get(word, word) for word in words if word not in {"w", "we", "z", "im", "sw"})
