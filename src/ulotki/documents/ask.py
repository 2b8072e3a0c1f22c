"""The letter that asks for meetings: a page with a table to fill in and send back."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from ulotki.content.people import Person
from ulotki.content.places import Place
from ulotki.content.text import Words
from ulotki.content.typography import HOME, LANGUAGES
from ulotki.documents import _letters as parts
from ulotki.documents._words import typed, worded
from ulotki.documents.draft import Draft, make_draft
from ulotki.documents.flowing import Pinned
from ulotki.documents.paper import Paper
from ulotki.handout.pack import Office
from ulotki.look.inks import BLACK
from ulotki.look.styles import Style
from ulotki.page.blocks import Block, Gap, Grid, Pad, Stack, Text
from ulotki.paper import IMPRINT

HEAD = Style("Bold", 10, 12, IMPRINT)
NOTE = Style("Regular", 10, 13, IMPRINT)

COLUMNS = (32.0, 32.0, 20.0, 20.0, 19.0, 14.0, 28.0)
"""mm: of the columns of the table, 165 together."""

ROWS, ROW = 4, 11.5
"""Rows to fill in, and how high each is, mm."""


def ask(place: Place, person: Person | None, office: Office, reply: datetime.date) -> Paper:
    """The letter to the host of a place. reply: until when the table should come back."""
    words, mine = office.words.ask, parts.readers(office, place)
    about = worded(words.subject, meet=mine.meet.source)
    blocks = (
        parts.sender(office),
        parts.date_line(office),
        parts.addressee(office, place, person),
        parts.subject(office, about),
        *parts.paragraphs(_paragraphs(place, person, office, reply)),
        _table(office),
        parts.signature(office),
    )
    return Paper(
        f"{about} – {place.name}",
        office.author,
        office.day,
        (*parts.sheet(blocks), Pinned(_back(office))),
        5.0,
        closer=(4.0, 3.0, 2.2, 1.4),
    )


def ask_mail(place: Place, person: Person | None, office: Office, reply: datetime.date) -> Draft:
    """The letter as a message."""
    about = worded(office.words.ask.subject, meet=parts.readers(office, place).meet.source)
    paper, beside = ask(place, person, office, reply), worded(office.words.mail.table)
    said = _paragraphs(place, person, office, reply)
    return make_draft(person, about, said, beside, office, paper, f"spotkania-{place.id}")


def _paragraphs(place: Place, person: Person | None, office: Office, reply: datetime.date) -> Iterator[Words]:
    yield parts.salutation(office, place, person)
    yield from _body(place, office, reply)


def _body(place: Place, office: Office, reply: datetime.date) -> Iterator[Words]:
    words, mine, plan = office.words.ask, parts.readers(office, place), office.plan
    day = LANGUAGES[HOME].day
    if plan.begins and plan.ends:
        opening = worded(words.period, **{"from": day(plan.begins), "to": day(plan.ends)})
    else:
        opening = worded(words.opening)
    also = (worded(prose, office.values) for prose in mine.also)
    yield parts.join_sentences(opening, worded(words.request, meet=mine.meet.source), *also)
    yield parts.join_sentences(worded(words.reply, until=day(reply)), worded(words.later))


def _table(office: Office) -> Block:
    """The table to fill in: its heads, and empty rows that a screen reader passes over."""
    words = office.words.ask
    heads = (words.group, words.place, words.first, words.second, words.hour, words.people, words.contact)
    return Grid(tuple(Text(worded(head), HEAD, BLACK, None) for head in heads), COLUMNS, ROWS, ROW)


def _back(office: Office) -> Block:
    """How the table comes back, and what happens with the name in it."""
    words, unit = office.words.ask, office.unit
    way = words.back if unit.address or unit.email else words.fetch
    receipt = office.words.receipt
    kept = [typed(f"{receipt.controller.source} {unit.controller.rstrip('.')}.")] if unit.controller else []
    said = parts.join_sentences(worded(way), worded(words.privacy), *kept)
    return Pad(Stack((Gap(2.0), Text(said, NOTE, BLACK))), left=parts.LEFT, right=parts.RIGHT)
