"""Compares two signatures: are they of the same person, as far as names tell? What is in doubt counts as one person."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from functools import cache
from typing import Any, Literal

from ulotki.content.regex import regex
from ulotki.content.seen import TWINS, flat
from ulotki.content.text import composed
from ulotki.installed import table

NAMES = "leaflets/library/names.toml"


@cache
def name_lists() -> Mapping[str, Any]:
    """What the program knows of names; the file says what. Raises Refused when it was altered, Broken when it is not there."""
    return table(NAMES)


MIRRORED = str.maketrans("01345ł", "oleasl")
"""Digits that are typed in place of letters, and the one letter that loses its stroke in no other way."""


def same_person(one: str, other: str) -> bool:
    """Whether two signatures may be of the same person, whatever the order of names, letter case, rank or initials.

    "asp. Jan Kowalski" may be "Kowalski Jan", "J. Kowalski", "Janek Kowalsky" and "Kowalski". Two people with the same
    name count as one, and so do long names that differ in one letter, and names that share a first name and a word more.
    """
    short, long = sorted((_words(one), _words(other)), key=len)
    if (
        sorted(short) == sorted(long)
        or "".join(short) == "".join(long)
        or "".join(sorted(short)) == "".join(sorted(long))
    ):
        return True
    left, shared = list(long), list[str]()
    for word in sorted(short, key=len, reverse=True):
        meant = word if word in left else next((name for name in left if _alike(name, word)), None)
        if meant is not None:
            shared.append(min(word, meant, key=len))
            left.remove(meant)
    whole = [word for word in shared if len(word) > 1]
    if len(shared) == len(short):
        return bool(whole)
    begun = [next((known for word in _words(name) if (known := _firsts(word))), None) for name in (one, other)]
    called = any(map(_firsts, whole)) and not all(map(_firsts, whole))
    return called and bool(begun[0] and begun[1] and begun[0] & begun[1])


def two_people(one: str, other: str) -> bool:
    """Whether two signatures are certainly of two people: both give first name and surname, and they are not alike."""
    return whole_name(one) and whole_name(other) and not same_person(one, other)


def whole_name(name: str) -> bool:
    """Whether a signature gives a first name and a surname: two words of at least two letters, without ranks."""
    words = [word for word in _words(name) if len(word) > 1 and word not in _ranks()]
    last = next(iter(name.split()[-1:]), "")
    return len(words) >= 2 or (len(words) == 1 and bool(_firsts(words[0])) and last in name_lists()["surnames"].split())


def form_of_address(name: str) -> Literal["pan", "pani"] | None:
    """What the first names in *name* tell of the form of address; None where they are unknown, or the words contradict.

    All women's names of our list end in "a", and no men's name does.
    """
    words = _words(name)
    women = {known.endswith("a") for word in words for known in _forms().get(word, ())}
    women |= {word.endswith("a") for word in words if women and re.search("[scz]k[ai]$", word)}
    if len(words) < 2 or len(women) != 1 or EITHER & set(words):
        return None
    return "pani" if women.pop() else "pan"


EITHER = frozenset({"aleks", "nikola"})
"""First names that both women and men have."""

LONG = 6
"""Letters from which two words that differ in one are the same word, mistyped."""


def _alike(one: str, other: str) -> bool:
    """Whether two words may be the same name: an initial of it, another form or spelling, or a slip of a finger in a long one.

    Two first names that everybody knows are two names, however alike.
    """
    short, long = sorted((one, other), key=len)
    if len(short) == 1:
        return short == long[0]
    known, meant = _firsts(one), _firsts(other)
    if known and meant:
        return bool(known & meant)
    heard, said = _as_heard(short), _as_heard(long)
    return heard == said or (len(short) >= LONG and (_slip(short, long) or _slip(*sorted((heard, said), key=len))))


@cache
def _forms() -> dict[str, frozenset[str]]:
    """Form of a first name → the first names that it may be."""
    forms: dict[str, frozenset[str]] = {}
    for name, *others in (entry.split() for entry in name_lists()["first"].split("|")):
        for form in (name, *others):
            forms[_bare(form.casefold())] = forms.get(_bare(form.casefold()), frozenset()) | {name}
    return forms


def _firsts(word: str) -> frozenset[str]:
    """The first names that a word may be, also "Jana" for "Jan"; none for any other word."""
    forms = _forms()
    return forms.get(word) or next(
        (forms[word[: -len(end)]] for end in ENDINGS if word.removesuffix(end) in forms), frozenset()
    )


ENDINGS = ("owi", "iem", "em", "a", "u")
"""Endings of a name in a sentence, as in "podpis Jana Nowaka"."""


@cache
def _as_heard(word: str) -> str:
    """A word as it sounds, without the ending that it has in a sentence."""
    for pattern, by in name_lists()["spelled"]:
        word = re.sub(pattern, by, word)
    return word


def _slip(short: str, long: str) -> bool:
    """Whether two words differ in one letter: another, one more, or two that changed places."""
    less, more = ([word[:place] + word[place + 1 :] for place in range(len(word))] for word in (short, long))
    swapped = (short[:place] + short[place : place + 2][::-1] + short[place + 2 :] for place in range(len(short)))
    return short in more or (len(short) == len(long) and (any(map(str.__eq__, less, more)) or long in swapped))


SMALL = regex(r"(?<=[a-z])I(?=[a-z])")
"""A capital that stands for a small letter: KowaIski."""

CAMEL = regex(r"(?<=[a-ząćęłńóśźż])(?=[A-ZĄĆĘŁŃÓŚŹŻ])")

SIGNS = str.maketrans("$|!€", "slie")
"""Characters that are typed in place of letters."""


def _words(name: str) -> list[str]:
    """The words of a signature as they are compared: without ranks, marks on letters, and look-alikes."""
    meant = composed(name).translate(SIGNS)
    letters = name_lists()["cyrillic"]
    if any(sign in letters and sign not in TWINS for sign in meant.lower()):  # meant to be read so, and no disguise
        meant = "".join(letters.get(sign) or letters.get(sign.lower(), sign).title() for sign in meant)
    parted = CAMEL.sub(" ", SMALL.sub("l", flat(meant)))
    words = [_bare(word) for word in re.findall(r"[^\W_]+", parted.casefold())]
    return [word for word in words if word not in _ranks()] or words


def _bare(word: str) -> str:
    apart = unicodedata.normalize("NFKD", word)
    return "".join(sign for sign in apart if not unicodedata.combining(sign)).translate(MIRRORED)


@cache
def _ranks() -> frozenset[str]:
    return frozenset(map(_bare, name_lists()["ranks"].split()))
