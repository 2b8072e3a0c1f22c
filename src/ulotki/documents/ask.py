"""The letter that asks for meetings: a page with a table to fill in and send back."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from ulotki.content.people import Person
from ulotki.content.places import Place
from ulotki.content.text import Words
from ulotki.content.typography import HOME, LANGUAGES
from ulotki.documents._addressee import readers, salutation
from ulotki.documents._letters import CLOSER, GAP, letter_blocks, within_margins
from ulotki.documents._words import join_sentences, typed, worded
from ulotki.documents.draft import Draft, make_draft
from ulotki.documents.flowing import Pinned
from ulotki.documents.paper import Paper
from ulotki.handout.letterhead import Office
from ulotki.look.inks import BLACK
from ulotki.look.styles import Style
from ulotki.page.blocks import Block, Gap, Grid, Stack, Text
from ulotki.paper import IMPRINT

HEAD = Style("Bold", 10, 12, IMPRINT)
NOTE = Style("Regular", 10, 13, IMPRINT)

COLUMNS = (32.0, 32.0, 20.0, 20.0, 19.0, 14.0, 28.0)
"""mm: of the columns of the table, 165 together."""

ROWS, ROW = 4, 11.5
"""Rows to fill in, and how high each is, mm."""


def ask(place: Place, person: Person | None, office: Office, reply: datetime.date) -> Paper:
    """The letter to the host of a place. reply: until when the table should come back."""
    words, mine = office.words.ask, readers(office, place)
    about = worded(words.subject, meet=mine.meet.source)
    blocks = letter_blocks(office, place, person, about, _paragraphs(place, person, office, reply), _table(office))
    foot = Pinned(_back(office))
    return Paper(f"{about} – {place.name}", office.author, office.day, (*blocks, foot), GAP, closer=CLOSER)


def ask_mail(place: Place, person: Person | None, office: Office, reply: datetime.date) -> Draft:
    """The letter as a message."""
    about = worded(office.words.ask.subject, meet=readers(office, place).meet.source)
    paper, beside = ask(place, person, office, reply), worded(office.words.mail.table)
    said = _paragraphs(place, person, office, reply)
    return make_draft(person, about, said, beside, office, paper, f"spotkania-{place.id}")


def _paragraphs(place: Place, person: Person | None, office: Office, reply: datetime.date) -> Iterator[Words]:
    words, mine, plan = office.words.ask, readers(office, place), office.plan
    yield salutation(office, place, person)
    day = LANGUAGES[HOME].day
    if plan.begins and plan.ends:
        opening = worded(words.period, **{"from": day(plan.begins), "to": day(plan.ends)})
    else:
        opening = worded(words.opening)
    also = (worded(prose, office.values) for prose in mine.also)
    yield join_sentences(opening, worded(words.request, meet=mine.meet.source), *also)
    yield join_sentences(worded(words.reply, until=day(reply)), worded(words.later))


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
    said = join_sentences(worded(way), worded(words.privacy), *kept)
    return within_margins(Stack((Gap(2.0), Text(said, NOTE, BLACK))))
