"""Places, found by what people write: an id, a kind, a name or part of a name."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from contextlib import suppress
from typing import Annotated, Literal

from ulotki.content.doc import Doc
from ulotki.errors import Where, absent, misused, nearest, say
from ulotki.folding import folded
from ulotki.frozen import dataclass

PlaceKind = Literal["parish", "bank", "office", "welfare", "solectwo", "school", "hall", "kgw", "seniors", "other"]
Readers = Literal["adults", "pupils"]

ALL = "all"
"""The word for every place; in an order, for every place of its audience."""

SHOWN = 6
"""Most ids in a hint: people do not read a longer list."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A place where pieces are displayed or handed out."""

    name: Annotated[str, Doc("The name of the place, as people call it.")]
    kind: Annotated[
        PlaceKind,
        Doc(
            "The kind of place: parish (parafia), bank, office (urząd), welfare (pomoc społeczna), solectwo (sołectwo), school (szkoła), hall (świetlica lub remiza), kgw (koło gospodyń wiejskich), seniors (klub seniora) or other. A campaign can order for all places of a kind."
        ),
    ]
    boards: Annotated[int, Doc("How many display cases or notice boards it has.")] = 1
    id: str = ""
    at: Where = Where()

    @property
    def readers(self) -> Readers:
        """The audience of the pieces that hang here."""
        return "pupils" if self.kind == "school" else "adults"


def find_places(known: Mapping[str, Place], words: Sequence[str], more: Collection[str] = ()) -> tuple[str, ...]:
    """The ids of the places that *words* mean, in the order of *known*, each once.

    A word is an id, a kind, "all", a name, or a part of a name that belongs to one place alone; case, accents and
    quotation marks do not matter. more: ids of former places, which may still be meant.

    Raises Misused with the closest names.
    """
    others = sorted(set(more) - set(known))
    found: set[str] = set()
    for word in words:
        found |= _find(known, others, word)
    return (*(id for id in known if id in found), *(id for id in others if id in found))


def find_place(known: Mapping[str, Place], word: str, more: Collection[str] = ()) -> str:
    """The id of the one place that *word* means: an id, a name, or a part of a name.

    Raises Misused when there is none, Refused when it cannot be read.
    """
    return _find_one(known, sorted(set(more) - set(known)), word)


def place_label(id: str, known: Mapping[str, Place]) -> str:
    """A place by its name and its id, "Bank Spółdzielczy (bank)"; the id alone of a place that no longer exists."""
    return f"{known[id].name} ({id})" if id in known else id


def _find(known: Mapping[str, Place], others: Collection[str], word: str) -> set[str]:
    if word == ALL:
        return {*known, *others}
    if word not in known and (kin := {id for id, place in known.items() if place.kind == word}):
        return kin
    return {_find_one(known, others, word)}


def _find_one(known: Mapping[str, Place], others: Collection[str], word: str) -> str:
    if word in known or word in others:
        return word
    asked = folded(word)
    names = {id: folded(place.name) for id, place in known.items()}
    part = re.compile(rf"(?<!\w){re.escape(asked)}(?!\w)")
    tries = (
        [id for id in (*known, *others) if folded(id) == asked],
        [id for id, name in names.items() if name == asked],
        [id for id, name in names.items() if asked and part.search(name)],
        [id for id, name in names.items() if asked and re.search(rf"(?<!\w){re.escape(asked)}", name)],
    )
    for found in tries:
        if len(found) == 1:
            return found[0]
        if found:
            what = say('"{word}" can be {count} places', word=word, count=len(found))
            ids = ", ".join(found[:SHOWN])
            raise misused(what, say("name one of them by its id: {ids}", ids=ids))
    with suppress(KeyError):
        known[word]  # what is there and cannot be read says so itself
    alike = nearest(word, [*known, *others, *(place.name for place in known.values())])
    raise misused(absent("place", word), alike or say("all are shown by: {command}", command="ulotki list places"))
