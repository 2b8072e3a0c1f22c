"""What cannot be printed as it stands: characters that are invisible, deceive or are in no face; and marks."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterator
from functools import lru_cache

from ulotki.content.marks import MARKS, PLACEHOLDER
from ulotki.content.signs import ANY, GLYPHS
from ulotki.content.text import NBSP, composed
from ulotki.errors import Complaint, say


def sign_complaints(text: str, allowed: Collection[str] | None) -> Iterator[Complaint]:
    """Characters that cannot be printed, that deceive, or that no face has."""
    signs = [sign for sign in dict.fromkeys(composed(text)) if sign != NBSP]
    sound = _visible if allowed is None else _printable
    for sign in signs:
        if not sound(sign):
            what = say("the character U+{code} ({name}) cannot be printed", code=f"{ord(sign):04X}", name=_name(sign))
            yield what, say("delete it and type the word anew")
    if allowed and (lost := [sign for sign in signs if sound(sign) and sign not in allowed]):
        yield _glyphless(lost)


def _glyphless(signs: Collection[str]) -> Complaint:
    named = ", ".join(f"{sign} (U+{ord(sign):04X})" for sign in signs)
    return say("no face has these characters: {signs}", signs=named), say("write it with other characters")


def foreign_complaints(text: str, family: str) -> Iterator[Complaint]:
    """Complaints about characters that the faces of *family* do not have."""
    known = GLYPHS[family]
    if lost := [sign for sign in dict.fromkeys(composed(text)) if sign in ANY and sign not in known]:
        yield _glyphless(lost)


def _visible(char: str) -> bool:
    """Whether a character is visible, and controls nothing."""
    return char in (" ", NBSP) or unicodedata.category(char)[0] not in "CZM"


@lru_cache(maxsize=4_000)
def _printable(char: str) -> bool:
    if char in (" ", NBSP):
        return True
    category = unicodedata.category(char)
    if category[0] in "CZM" or (category[0] == "N" and not (char.isascii() and char.isdigit())):
        return False
    if unicodedata.normalize("NFKC", char) != char and char != "…":
        return False
    return category[0] != "L" or _name(char).startswith(("LATIN", "CYRILLIC", "MODIFIER LETTER APOSTROPHE"))


def mixed_word(text: str) -> str | None:
    """The first word in *text* with letters of two scripts, such as Latin and Cyrillic; None when there is none."""
    return next((word for word in re.findall(r"[^\W\d_]+", text) if len(set(map(_script, word))) > 1), None)


@lru_cache(maxsize=4_000)
def _script(char: str) -> str:
    return _name(char).split()[0]


def _name(char: str) -> str:
    return unicodedata.name(char, "unnamed")


def marks_in(source: str) -> Iterator[Complaint]:
    """(what, hint) when *source*, which is printed unchanged, contains marks or placeholders."""
    if PLACEHOLDER.search(source) or MARKS.search(source):
        yield say("marks and placeholders are printed as they stand here"), say("write plain words")
