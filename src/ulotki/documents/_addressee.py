"""Whom a letter is for: the words for the kind of place, the person by the form of address, the greeting."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ulotki.content.people import Person
from ulotki.content.place_words import Head, PlaceWords
from ulotki.content.places import Place
from ulotki.content.text import Prose, Run, Words
from ulotki.documents._kit import LETTER_BODY, LETTER_STRONG, lines
from ulotki.documents._words import place_name, typed, worded
from ulotki.handout.letterhead import Office
from ulotki.look.inks import BLACK
from ulotki.page.blocks import Block, Gap, Row, Stack, Text

FROM_LEFT = 82.0
"""mm from the left of the words to the addressee, and to the signature."""


def readers(office: Office, place: Place) -> PlaceWords:
    """The words for the kind of *place*; where it has none, those for every kind."""
    known = office.words.readers
    return known.get(place.kind, known["other"])


def _head(found: PlaceWords, person: Person) -> Head:
    return found.pan if person.form == "pan" else found.pani


def salutation(office: Office, place: Place, person: Person | None) -> Words:
    """How the letter begins. Nothing is guessed: nobody named is „Szanowni Państwo”."""
    if person is None:
        return _comma(office.words.letter.greeting)
    if person.greeting:
        return typed(f"{person.greeting.rstrip(' ,')},")
    return _comma(_head(readers(office, place), person).greeting)


def addressee(office: Office, place: Place, person: Person | None) -> Block:
    """The person, the post and the place, each on lines of its own, at the right. Without a person, the place alone."""
    names = [Text(words, LETTER_BODY, BLACK) for words in _name_lines(office, place, person)] if person else []
    return Stack(
        (Gap(6.0), Row((Gap(0.0), lines([*names, Text(place_name(place), LETTER_STRONG, BLACK)])), (FROM_LEFT, None)))
    )


def _name_lines(office: Office, place: Place, person: Person) -> Iterator[Words]:
    """The name, with a form of address where it begins with none, such as "ks."; then the post."""
    head = _head(readers(office, place), person)
    bare = person.name[:1].isupper()
    yield typed(f"{head.title.source} {person.name}" if bare and head.title else person.name)
    role = person.role or (head.role.source if head.role else "")
    if role:
        yield typed(role)


def _comma(prose: Prose) -> Words:
    words = worded(prose)
    return replace(words, runs=(*words.runs, Run(",")))
