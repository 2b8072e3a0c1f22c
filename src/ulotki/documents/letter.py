"""The covering letter of a pack, a page."""

from __future__ import annotations

from dataclasses import replace

from ulotki.content.campaign import Place
from ulotki.content.paperwork import Letter
from ulotki.content.people import Person
from ulotki.content.text import Prose, Run, Words
from ulotki.content.typography import HOME, LANGUAGES
from ulotki.documents._kit import named, plain, worded
from ulotki.documents.paper import Paper
from ulotki.handout.pack import Office, Pack, title
from ulotki.look.inks import BLACK
from ulotki.look.styles import Style
from ulotki.page.blocks import Block, Gap, Leading, Pad, Row, Rule, Stack, Text
from ulotki.paper import HAND

BODY = Style("Regular", 13, 19, HAND)
STRONG = Style("SemiBold", 13, 19, HAND)
SIDE = 13.0
"""mm beside its words, added to what no printer reaches."""


def salutation(words: Letter, place: Place, person: Person | None) -> Words:
    """How the letter begins. Nothing is guessed: nobody named is „Szanowni Państwo”."""
    if person is None:
        return _comma(words.greeting)
    if person.greeting:
        return plain(f"{person.greeting.rstrip(' ,')},")
    return _comma(getattr(getattr(words, place.kind), person.form))


def _comma(prose: Prose) -> Words:
    words = worded(prose)
    return replace(words, runs=(*words.runs, Run(",")))


def letter(pack: Pack, office: Office, author: str) -> Paper:
    """The covering letter, a page."""
    words, officer = office.words.letter, office.officer
    day = LANGUAGES[HOME].day(office.day)
    dated = f"{office.town}, {day}" if office.town else day
    name = officer.name or worded(words.signature)
    signed: list[Block] = [Text(worded(words.closing), BODY, BLACK), Gap(20), Rule(BLACK, 0.7), Gap(3)]
    signed += [Text(name, BODY, BLACK)]
    if office.issuer:
        signed += [Leading(BODY), Text(plain(office.issuer), BODY, BLACK)]
    blocks: tuple[Block, ...] = (
        Stack((Gap(10), Text(plain(dated), BODY, BLACK, align="right"))),
        Stack((Gap(8), Text(named(pack.place), STRONG, BLACK))),
        Stack((Gap(8), Text(salutation(words, pack.place, pack.person), STRONG, BLACK))),
        *(Text(worded(prose, place=str(named(pack.place))), BODY, BLACK) for prose in words.body),
        Stack((Gap(6), Row((Gap(0), Stack(tuple(signed))), (None, 86.0)))),
    )
    padded = tuple(Pad(block, left=SIDE, right=SIDE) for block in blocks)
    return Paper(title(pack.place), author, office.day, padded, 5.0)
