"""What documents of the office share: fixed and foreign words, type, heads, rows of tables, pictures of pieces."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from textwrap import shorten
from typing import Literal

from ulotki.content.places import Place
from ulotki.content.text import NBSP, Prose, Run, Words, typeset
from ulotki.content.typography import HOME, LANGUAGES
from ulotki.documents.paper import DOTS, Shot
from ulotki.errors import refused, say
from ulotki.look.inks import BLACK
from ulotki.look.styles import Style
from ulotki.page.blocks import Block, Gap, Row, Rule, Snapshot, Stack, Tagged, Text
from ulotki.page.items import Role
from ulotki.paper import HAND
from ulotki.recent import Kept
from ulotki.stock import family

# Type

TITLE = Style("ExtraBold", 24, 28, HAND)
SECTION = Style("ExtraBold", 16, 19, HAND)
BODY = Style("Regular", 12.5, 16, HAND)
HEAD = Style("SemiBold", 12, 15, HAND)
SMALL = Style("Regular", 12, 15, HAND)
BOLD = Style("Bold", 12, 15, HAND)

FORM_TITLE = Style("ExtraBold", 22, 26, HAND)
FORM_BODY = Style("Regular", 13, 17, HAND)
"""Of papers that are filled in or worked with beside the printer."""

# Words


def worded(prose: Prose, values: Mapping[str, str] | None = None, /, **slots: str) -> Words:
    """Fixed words of a document, ready for paper. *slots* fill what stands in their braces.

    values: ref → what is printed of it. Raises Refused for a value that is not among them: it does not hold.
    """
    return KNOWN.get((prose, values), tuple(slots.items()), lambda: _worded(prose, values or {}, slots))


KNOWN: Kept[Words] = Kept(500)
"""The last fixed words: the papers of many places say the same, and the same words are set into lines once."""


def _worded(prose: Prose, values: Mapping[str, str], slots: Mapping[str, str]) -> Words:
    def fill(kind: str, id: str) -> tuple[str, str]:
        ref = f"{kind}:{id}" if kind else ""
        found = values.get(ref) if kind else slots.get(id)
        if found is None:
            what = say("{ref} is not good, and a letter names it", ref=ref or id)
            raise refused("paper", what, say("see: {command}", command="ulotki numbers list"), prose.at)
        return found, ""

    return typeset(prose, fill, LANGUAGES[HOME])


@lru_cache(maxsize=500)
def plain(text: str, *, strong: bool = False) -> Words:
    """Words that came from elsewhere, with the typography of this country. Not for codes: it makes dashes of hyphens."""
    return Words((Run(LANGUAGES[HOME](text), strong),))


def exact(text: str) -> Words:
    """A code, sign by sign: no typography, which takes a hyphen between digits for a dash."""
    return Words((Run(text),))


def after(prose: Prose, text: str) -> Words:
    """Fixed words and what follows them: "Wydrukowano: 1 sierpnia 2024 r."."""
    words = worded(prose)
    return replace(words, runs=(*words.runs, Run(f" {text}", strong=True)))


@lru_cache(maxsize=500)
def typed(text: str) -> Words:
    """Words that were typed once and cannot be corrected now: a sign that no face has becomes a question mark."""
    signs = family(HOME)["Regular"].signs
    known = "".join(sign if sign in signs or sign == " " else "?" for sign in unicodedata.normalize("NFC", text))
    return plain(known)


ALPHABET = "aąbcćdeęfghijklłmnńoópqrsśtuvwxyzźż"
"""The order in which Poles look words up."""


def alphabetical(text: str) -> tuple[int, ...]:
    """A key that sorts *text* as a Polish list does: by its letters alone; those of other alphabets come last."""
    letters = (sign for sign in unicodedata.normalize("NFC", text).lower() if sign.isalnum() or sign.isspace())
    return tuple(
        ALPHABET.find(sign) + 20
        if sign in ALPHABET
        else 0
        if sign.isspace()
        else int(sign) + 1
        if sign in "0123456789"
        else ord(sign) + 100
        for sign in letters
    )


def first_words(text: str, longest: int) -> str:
    """The first words of *text*, of at most *longest* characters, with an ellipsis when there are more."""
    return text if len(text) <= longest else shorten(text, longest, placeholder="…")


def place_name(place: Place) -> Words:
    """The name of a place, its Roman number held to the word before."""
    return typed(re.sub(r" (?=[IVX]+\b)", NBSP, place.name))


def label(names: Mapping[str, Prose], id: str) -> str:
    """The name of *id*; the id itself where it has none."""
    return names[id].source if id in names else id


# Blocks


def heading(words: Words, style: Style, level: int = 2) -> Block:
    """A heading of a document. level: 1 for its title."""
    return Text(words, style, BLACK, Role("heading", level=level))


def head(left: Block, right: Block, width: float, *, gap: float = 3.0, rim: float = 2.6) -> Block:
    """What stands on every page: *left* and *right*, a rule below. width: mm of the right one.  gap, rim: mm between."""
    return Stack((Row((left, right), (None, width), gap, align="bottom"), Gap(rim), Rule(BLACK, 1.4)))


def row(
    cells: Sequence[Block],
    widths: Sequence[float | None],
    *,
    gap: float,
    rim: float,
    rule: float,
    kind: Literal["head", "cell"] = "cell",
    align: Literal["top", "bottom"] = "top",
) -> Block:
    """A row of a table. widths, gap, rim: mm of columns, between two, above and below.  rule: pt of the one below."""
    tagged = tuple(Tagged(Role(kind), cell) for cell in cells)
    line = Row(tagged, tuple(widths), gap, align=align)
    return Tagged(Role("row"), Stack((Gap(rim), line, Gap(rim), *((Rule(BLACK, rule),) if rule else ()))))


def picture(shot: Shot, alt: str) -> Block:
    """A picture of a piece. alt: what a screen reader says."""
    return Snapshot(*shot, DOTS, alt)
