"""What a spreadsheet of places calls its columns and the kinds of places, in Polish and in English."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, get_args

from ulotki.content.places import PlaceKind
from ulotki.errors import Say, say

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
