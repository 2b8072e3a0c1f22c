"""What letters share: who sends them, place and day, whom they are for, what about, who signs, what lies beside them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from ulotki.content.people import Person
from ulotki.content.place_words import Head, PlaceWords
from ulotki.content.places import Place
from ulotki.content.text import Prose, Run, Words
from ulotki.content.typography import HOME, LANGUAGES
from ulotki.documents._kit import row
from ulotki.documents._words import exact, place_name, typed, worded
from ulotki.handout.pack import Office
from ulotki.look.inks import BLACK
from ulotki.look.styles import Style
from ulotki.page.blocks import Block, Gap, Leading, Pad, Row, Rule, Stack, Text
from ulotki.page.items import Role
from ulotki.paper import A4, HAND, IMPRINT

BODY = Style("Regular", 12, 17, HAND, full=True)
STRONG = Style("Bold", 12, 17, HAND)
SENDER = Style("Regular", 10, 13, IMPRINT)
UNIT = Style("Bold", 10, 13, IMPRINT)
LISTED = Style("Regular", 11, 14.5, IMPRINT)
HEADS = Style("Bold", 11, 14.5, IMPRINT)

LEFT, RIGHT, TOP = 25.0 - A4.margin, 20.0 - A4.margin, 20.0 - A4.margin
"""mm that a letter keeps free, beside what no printer reaches: 25, 20 and 20 from the edges."""

ADDRESSEE, CONTACT = 82.0, 76.0
"""mm: from the left of the words to the addressee and the signature; of the column with telephone and e-mail."""

DOTS = "." * 26
"""A line to write a file number on."""


def readers(office: Office, place: Place) -> PlaceWords:
    """The words for the kind of *place*; where it has none, those for every kind."""
    known = office.words.readers
    return known.get(place.kind, known["other"])


def sheet(blocks: Iterable[Block]) -> tuple[Block, ...]:
    """*blocks* inside the margins of a letter."""
    return tuple(Pad(block, left=LEFT, right=RIGHT) for block in blocks)


# Who sends it


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


def letterhead(office: Office) -> Block:
    """The unit and the post, for a paper that names nobody."""
    first, *others = unit(office)
    return _lines([Text(first, UNIT, BLACK), *(Text(_plain(line), SENDER, BLACK) for line in others)])


def sender(office: Office) -> Block:
    """The head of a letter, a rule below: the unit, the officer and how to reach him."""
    words, officer = office.words.letter, office.officer
    left = [*unit(office), *([officer.name] if officer.name else [])]
    right = [Words((*worded(words.phone).runs, Run(" "), *number.runs)) for number in officer.numbers]
    right += [_plain(officer.hours)] if officer.hours else []
    right += [exact(office.unit.email)] if office.unit.email else []
    first, *others = left
    who = _lines([Text(first, UNIT, BLACK), *(Text(_plain(line), SENDER, BLACK) for line in others)])
    contact = _lines([Text(line, SENDER, BLACK, align="right") for line in right])
    return Stack((Gap(TOP), Row((who, contact), (None, CONTACT), 6.0), Gap(4.0), Rule(BLACK, 1.4)))


def date_line(office: Office) -> Block:
    """The file number, or a line to write it on; and the place and day in words."""
    words, unit = office.words.letter, office.unit
    day = LANGUAGES[HOME].day(office.day)
    town = unit.town or office.gmina
    number = (
        typed(f"{words.case.source} {unit.case_number}") if unit.case_number else exact(f"{words.case.source} {DOTS}")
    )
    written = Text(typed(f"{town}, {day}" if town else day), BODY, BLACK, align="right")
    return Stack((Gap(4.0), Row((Text(number, SENDER, BLACK), written), (None, 90.0), 4.0, align="bottom")))


# Whom it is for


def head_words(found: PlaceWords, person: Person) -> Head:
    """The words for a person by the form of address."""
    return found.pan if person.form == "pan" else found.pani


def salutation(office: Office, place: Place, person: Person | None) -> Words:
    """How the letter begins. Nothing is guessed: nobody named is „Szanowni Państwo”."""
    if person is None:
        return _comma(office.words.letter.greeting)
    if person.greeting:
        return typed(f"{person.greeting.rstrip(' ,')},")
    return _comma(head_words(readers(office, place), person).greeting)


def addressee(office: Office, place: Place, person: Person | None) -> Block:
    """The person, the post and the place, each on lines of its own, at the right. Without a person, the place alone."""
    lines = [Text(words, BODY, BLACK) for words in _name_lines(office, place, person)] if person else []
    return Stack(
        (Gap(6.0), Row((Gap(0.0), _lines([*lines, Text(place_name(place), STRONG, BLACK)])), (ADDRESSEE, None)))
    )


def _name_lines(office: Office, place: Place, person: Person) -> Iterator[Words]:
    """The name, with a form of address where it begins with none, such as "ks."; then the post."""
    head = head_words(readers(office, place), person)
    bare = person.name[:1].isupper()
    yield typed(f"{head.title.source} {person.name}" if bare and head.title else person.name)
    role = person.role or (head.role.source if head.role else "")
    if role:
        yield typed(role)


# What it says


def subject(office: Office, words: Words) -> Block:
    """What the letter is about: its heading."""
    runs = (Run(f"{office.words.letter.subject.source} ", strong=True), *words.runs)
    return Stack((Gap(5.0), Text(Words(runs), STRONG, BLACK, Role("heading", level=1)), Gap(1.6)))


def paragraphs(texts: Iterable[Words]) -> Iterator[Block]:
    """The greeting and what follows."""
    for text in texts:
        yield Text(text, BODY, BLACK)


def join_sentences(*sentences: Words) -> Words:
    """Sentences as one paragraph."""
    runs = [run for place, one in enumerate(sentences) for run in ((Run(" "),) if place else ()) + one.runs]
    return Words(tuple(runs))


# How it ends


def signature(office: Office) -> Block:
    """The closing, and who signs."""
    closing = Text(worded(office.words.letter.closing), BODY, BLACK)
    return Stack((Gap(6.0), Row((Gap(0.0), Stack((closing, signature_line(office)))), (ADDRESSEE, None))))


def signature_line(office: Office) -> Block:
    """A line to sign on, the name and the post."""
    officer = office.officer
    name = _plain(officer.name) if officer.name else worded(office.words.letter.signature)
    under = _lines([Text(name, SENDER, BLACK), Text(typed(post(office)), SENDER, BLACK)])
    return Stack((Gap(13.0), Rule(BLACK, 0.7), Gap(2.6), under))


def enclosures(office: Office, listed: Sequence[tuple[str, int]]) -> Block:
    """What lies beside the letter, and how many of each."""
    words = office.words.letter
    heads = _enclosure_row(worded(words.enclosures), worded(words.copies), HEADS, "head")
    lines = (_enclosure_row(typed(name), exact(str(count)), LISTED, "cell") for name, count in listed)
    return Pad(Stack((Gap(4.0), Rule(BLACK, 0.8), Gap(1.0), heads, *lines)), left=LEFT, right=RIGHT)


def _enclosure_row(name: Words, count: Words, style: Style, kind: str) -> Block:
    cells = (Text(name, style, BLACK, None), Text(count, style, BLACK, None, align="right"))
    return row(cells, (None, 16.0), gap=4.0, rim=0.9, rule=0.0, kind="head" if kind == "head" else "cell")


def _lines(texts: Sequence[Text]) -> Block:
    """Texts one under another, as far apart as lines of a paragraph."""
    return Stack(tuple(block for text in texts for block in (Leading(text.style), text))[1:])


def _plain(words: Words) -> Words:
    """*words* without emphasis and without links."""
    return replace(words, runs=tuple(replace(run, strong=False, ref="") for run in words.runs))


def _comma(prose: Prose) -> Words:
    words = worded(prose)
    return replace(words, runs=(*words.runs, Run(",")))
