"""Words of documents of the office: fixed ones, ready for paper, and those that came from elsewhere."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache

from ulotki.content.marks import typeset
from ulotki.content.places import Place
from ulotki.content.text import NBSP, Prose, Run, Words, composed
from ulotki.content.typography import HOME, LANGUAGES
from ulotki.errors import refused, say
from ulotki.recent import Kept
from ulotki.stock import family


def worded(prose: Prose, values: Mapping[str, str] | None = None, /, **slots: str) -> Words:
    """Fixed words of a document, ready for paper. *slots* fill what stands in their braces.

    values: ref → what is printed of it. Raises Refused for a value that is not among them: it does not hold.
    """
    return KNOWN.get((prose, values), tuple(slots.items()), lambda: _worded(prose, values or {}, slots))


KNOWN: Kept[Words] = Kept(500)
"""The last fixed words: the papers of many places say the same, and the same words are set into lines once."""


def _worded(prose: Prose, values: Mapping[str, str], slots: Mapping[str, str]) -> Words:
    def fill(kind: str, id: str) -> tuple[str, str]:
        ref = f"{kind}:{id}" if kind else id
        found = (values if kind else slots).get(ref)
        if found is None:
            what = say("{ref} is not good, and a letter names it", ref=ref)
            raise refused("paper", what, say("see: {command}", command="ulotki numbers list"), prose.at)
        return found, ""

    return typeset(prose, fill, LANGUAGES[HOME])


@lru_cache(maxsize=500)
def plain(text: str) -> Words:
    """Words that came from elsewhere, with the typography of this country. Not for codes: it makes dashes of hyphens."""
    return Words((Run(LANGUAGES[HOME](text)),))


def exact(text: str) -> Words:
    """A code, character by character: no typography, which takes a hyphen between digits for a dash."""
    return Words((Run(text),))


def after(prose: Prose, text: str) -> Words:
    """Fixed words and what follows them: "Wydrukowano: 1 sierpnia 2024 r."."""
    words = worded(prose)
    return replace(words, runs=(*words.runs, Run(f" {text}", strong=True)))


@lru_cache(maxsize=500)
def typed(text: str) -> Words:
    """Words that were typed once and cannot be corrected now: a character that no face has becomes a question mark."""
    signs = family(HOME)["Regular"].signs
    return plain("".join(sign if sign in signs or sign == " " else "?" for sign in composed(text)))


def join_sentences(*sentences: Words) -> Words:
    """Sentences as one paragraph."""
    return Words(tuple(run for one in sentences for run in (Run(" "), *one.runs))[1:])


def place_name(place: Place) -> Words:
    """The name of a place, its Roman number held to the word before."""
    return typed(re.sub(r" (?=[IVX]+\b)", NBSP, place.name))


def label(names: Mapping[str, Prose], id: str) -> str:
    """The name of *id*; the id itself where it has none."""
    return names[id].source if id in names else id
