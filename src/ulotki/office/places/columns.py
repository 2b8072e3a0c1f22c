"""What a spreadsheet of places calls its columns and the kinds of places, in Polish and in English."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Literal, get_args

from ulotki.content.places import PlaceKind
from ulotki.errors import Say, say
from ulotki.folding import folded

PlaceField = Literal["id", "name", "kind", "boards", "first", "host", "form", "role", "greeting", "phone", "email"]
"""What may stand in a column. host: the name of the host.  first: the first name, before it.  form: the form of address."""

ASKED: tuple[PlaceField, ...] = get_args(PlaceField)
"""What a column may be taken for."""

FIELDS: tuple[PlaceField, ...] = tuple(one for one in ASKED if one != "first")
"""What is known of a place."""

HOST: tuple[PlaceField, ...] = ("host", "form", "role", "greeting", "phone", "email")
"""What is about people."""

HEADS: Mapping[PlaceField, Say] = {
    "id": say("id"),
    "name": say("name of the place"),
    "kind": say("kind of place"),
    "boards": say("boards"),
    "first": say("first name of the host"),
    "host": say("host"),
    "form": say("form of address"),
    "role": say("post"),
    "greeting": say("greeting"),
    "phone": say("telephone"),
    "email": say("e-mail"),
}
"""What we call a column."""

KINDS: Mapping[PlaceKind, Say] = {
    "parish": say("parish"),
    "bank": say("bank"),
    "office": say("office"),
    "welfare": say("social welfare"),
    "solectwo": say("sołectwo"),
    "school": say("school"),
    "hall": say("village hall"),
    "kgw": say("rural housewives' circle"),
    "seniors": say("seniors' club"),
    "other": say("another place"),
}
"""What we call a kind of place."""

COLUMN_WORDS: Mapping[PlaceField, str] = {
    "id": "id|identyfikator|symbol",
    "kind": "kind|kind of place|rodzaj|rodzaj miejsca|typ|typ miejsca",
    "boards": "boards|tablice|tablic|liczba tablic|ile tablic|gabloty|gablot|liczba gablot|ile gablot|gablota|tablica",
    "form": "form|form of address|forma|forma grzecznościowa|pan/pani|pan pani|zwrot",
    "role": "role|post|stanowisko|funkcja",
    "greeting": "greeting|powitanie|nagłówek pisma|zwrot powitalny",
    "phone": "phone|telephone|tel|telefon|telefonu|nr telefonu|numer telefonu|komórka",
    "email": "email|e-mail|mail|adres e-mail|adres email|poczta",
    "first": "first|first name|imię|imiona",
    "host": "host|opiekun|osoba|komu|komu oddać paczkę|imię i nazwisko|nazwisko|kto|sołtys|sołtysa|gospodarz|kontakt",
    "name": "name|place|name of the place|nazwa|nazwa miejsca|miejsce|miejscowość|sołectwo|sołectwa|wieś|parafia|szkoła",
}
"""What others call a column; more exact words come first."""

KIND_WORDS: Mapping[PlaceKind, str] = {
    "parish": "parish|parafia|kościół|church",
    "bank": "bank",
    "office": "office|urząd|urząd gminy|gmina",
    "welfare": "welfare|social welfare|pomoc społeczna|ops|gops|mops|ośrodek pomocy społecznej|opieka społeczna",
    "solectwo": "solectwo|sołectwo|sołectwa|sołtys|sołtysa|wieś|village",
    "school": "school|szkoła|szkoła podstawowa|zespół szkół|przedszkole",
    "hall": "hall|village hall|świetlica|remiza|osp|dom kultury|sala|dom ludowy",
    "kgw": "kgw|rural housewives' circle|koło gospodyń wiejskich|koło gospodyń",
    "seniors": "seniors|seniors' club|klub seniora|seniorzy|dom seniora",
    "other": "other|another place|inne|inne miejsce|inny|inna",
}
"""What others call a kind of place."""


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
