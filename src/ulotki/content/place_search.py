"""Finds places by what people write: an id, a kind, a name or part of a name."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from contextlib import suppress

from ulotki.content.places import ALL, Place
from ulotki.errors import absent, misused, nearest, say
from ulotki.folding import folded

SHOWN = 6
"""Most ids in a hint: people do not read a longer list."""


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
