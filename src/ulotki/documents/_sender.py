"""Who sends a letter, and when: the unit and the officer, the file number, place and day, the line to sign on."""

from __future__ import annotations

from dataclasses import replace

from ulotki.content.text import Words
from ulotki.content.typography import HOME, LANGUAGES
from ulotki.documents._kit import LETTER_BODY, lines
from ulotki.documents._words import exact, join_sentences, typed, worded
from ulotki.handout.letterhead import Office
from ulotki.look.inks import BLACK
from ulotki.look.styles import Style
from ulotki.page.blocks import Block, Gap, Row, Rule, Stack, Text
from ulotki.paper import A4, IMPRINT

SENDER = Style("Regular", 10, 13, IMPRINT)
UNIT = Style("Bold", 10, 13, IMPRINT)

TOP, CONTACT = 20.0 - A4.margin, 76.0
"""mm: above the sender, which is 20 from the edge; of the column with telephone and e-mail."""

DOTS = "." * 26
"""A line to write a file number on."""


def post(office: Office) -> str:
    """The post of the officer: "dzielnicowy rejonu służbowego nr 7"."""
    words, unit = office.words.letter, office.unit
    district = str(worded(words.district, district=unit.district)) if unit.district else ""
    return " ".join(part for part in (unit.post or words.post.source, district) if part)


def unit(office: Office) -> tuple[Words, ...]:
    """The unit, its address, the post with its gmina. Without a unit it is the issuer; what nobody has filled in is left out."""
    gmina = f" ({worded(office.words.letter.gmina, place=office.gmina)})" if office.gmina else ""
    lines = (office.unit.name or office.issuer, office.unit.address, f"{post(office)}{gmina}")
    return tuple(typed(line) for line in lines if line)


def letterhead(office: Office, *more: Words) -> Block:
    """The head of a paper that names nobody: the unit and the post. more: lines below them."""
    first, *others = (*unit(office), *more)
    return lines([Text(first, UNIT, BLACK), *(Text(_unmarked(line), SENDER, BLACK) for line in others)])


def sender(office: Office) -> Block:
    """The head of a letter, a rule below: the unit, the officer and how to reach him."""
    words, officer = office.words.letter, office.officer
    right = [join_sentences(worded(words.phone), number) for number in officer.numbers]
    right += [_unmarked(officer.hours)] if officer.hours else []
    right += [exact(office.unit.email)] if office.unit.email else []
    who = letterhead(office, *([officer.name] if officer.name else []))
    contact = lines([Text(line, SENDER, BLACK, align="right") for line in right])
    return Stack((Gap(TOP), Row((who, contact), (None, CONTACT), 6.0), Gap(4.0), Rule(BLACK, 1.4)))


def date_line(office: Office) -> Block:
    """The file number, or a line to write it on; and the place and day in words."""
    case, unit = office.words.letter.case.source, office.unit
    day = LANGUAGES[HOME].day(office.day)
    town = unit.town or office.gmina
    number = typed(f"{case} {unit.case_number}") if unit.case_number else exact(f"{case} {DOTS}")
    written = Text(typed(f"{town}, {day}" if town else day), LETTER_BODY, BLACK, align="right")
    return Stack((Gap(4.0), Row((Text(number, SENDER, BLACK), written), (None, 90.0), 4.0, align="bottom")))


def signature_line(office: Office) -> Block:
    """A line to sign on, the name and the post."""
    officer = office.officer
    name = _unmarked(officer.name) if officer.name else worded(office.words.letter.signature)
    under = lines([Text(name, SENDER, BLACK), Text(typed(post(office)), SENDER, BLACK)])
    return Stack((Gap(13.0), Rule(BLACK, 0.7), Gap(2.6), under))


def _unmarked(words: Words) -> Words:
    """*words* without emphasis and without links."""
    return replace(words, runs=tuple(replace(run, strong=False, ref="") for run in words.runs))
