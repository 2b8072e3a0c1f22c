"""A note for the unit's page: what hangs where, what was said to whom, and what to do. What did not happen is not told."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence

from ulotki.content.note_words import PressNote
from ulotki.content.text import Prose, Run, Words
from ulotki.content.typography import HOME, LANGUAGES
from ulotki.documents._kit import TITLE, heading, picture
from ulotki.documents._words import join_sentences, typed, worded
from ulotki.documents.flowing import KeepWithNext, Part
from ulotki.documents.paper import Paper, Shot
from ulotki.errors import refused, say
from ulotki.frozen import dataclass
from ulotki.handout.pack import Office
from ulotki.look.inks import BLACK
from ulotki.look.styles import Style
from ulotki.page.blocks import Block, Gap, Row, Stack, Text
from ulotki.paper import HAND

LONGEST = 1200
"""Signs of the whole note, with spaces."""

BODY = Style("Regular", 13, 18, HAND, full=True)

PICTURE, BESIDE = 58.0, 8.0
"""mm: of the picture's width, and beside it."""


@dataclass(frozen=True, slots=True)
class NoteFigures:
    """What the note tells. since: from when meetings count.  hang, lie: places.  given: copies.  met, people: meetings.

    shown: what the picture shows, and the picture; None for a note without one.
    """

    since: datetime.date
    hang: int
    lie: int
    given: int
    met: int
    people: int
    shown: tuple[str, Shot] | None = None


def press_note(note: NoteFigures, office: Office) -> Paper:
    """The note, at most LONGEST signs: the least needed sentences go first. Raises Refused when even the rest is longer."""
    words = office.words.note
    for dropped in range(len(DROPPED) + 1):
        texts = tuple(_texts(note, office, frozenset(DROPPED[:dropped])))
        if note_length(words, texts, note) <= LONGEST:
            return _paper(note, office, texts)
    what = say("the note is longer than {count} signs", count=LONGEST)
    raise refused("paper", what, say("write shorter names into ulotki.toml"))


DROPPED = ("hours", "pesel", "officer", "gmina")
"""What a note that is too long does without, in this order."""


def note_length(words: PressNote, texts: Sequence[Words], note: NoteFigures) -> int:
    """Signs of the whole note as text, with the words about the picture and an end of line for each paragraph."""
    shown = 0 if note.shown is None else len(str(_caption(words, note.shown[0]))) + 1
    return sum(len(str(text)) + 1 for text in (worded(words.title), *texts)) + shown


def _texts(note: NoteFigures, office: Office, without: frozenset[str]) -> Iterator[Words]:
    """The paragraphs."""
    words = office.words.note
    yield join_sentences(*_news(note, office, without))
    yield worded(words.advice, office.values)
    yield worded(words.gone, office.values)
    if "pesel" not in without:
        yield worded(words.pesel)
    officer = office.officer
    if officer.numbers and "officer" not in without:
        hours = (Run(f", {typed(str(officer.hours))}"),) if officer.hours and "hours" not in without else ()
        numbers = [
            run for place, one in enumerate(officer.numbers) for run in ((Run(", "),) if place else ()) + one.runs
        ]
        yield Words((*worded(words.ask).runs, Run(" "), *numbers, *hours, Run(".")))


def _news(note: NoteFigures, office: Office, without: frozenset[str]) -> Iterator[Words]:
    """Who warns, and what was done; nothing of which the count is 0."""
    words = office.words.note
    post = office.unit.post or office.words.letter.post.source
    post = str(typed(post[:1].upper() + post[1:]))
    if office.gmina and "gmina" not in without:
        yield worded(words.opening, post=post, place=str(typed(office.gmina)))
    else:
        yield worded(words.alone, post=post)
    for forms, count in ((words.hangs, note.hang), (words.lies, note.lie)):
        if count:
            yield worded(plural_form(forms, count), count=str(count))
    if note.given:
        yield worded(words.free)
    if note.met:
        day = LANGUAGES[HOME].day(note.since)
        yield worded(plural_form(words.met, note.met), count=str(note.met), day=day)
        if note.people:
            yield worded(plural_form(words.people, note.people), count=str(note.people))


def plural_form(forms: Sequence[Prose], count: int) -> Prose:
    """The form of a Polish noun and its verb for *count*: of 1, of 2 to 4, of 5 and more."""
    one, few, many = forms
    if count == 1:
        return one
    return few if count % 10 in (2, 3, 4) and count % 100 not in (12, 13, 14) else many


def _caption(words: PressNote, shown: str) -> Words:
    return typed(f"{worded(words.picture)} {shown}")


def _paper(note: NoteFigures, office: Office, texts: Sequence[Words]) -> Paper:
    words = office.words.note
    title = KeepWithNext(heading(worded(words.title), TITLE, 1))
    first, *others = (Text(text, BODY, BLACK) for text in texts)
    lines = Stack((first, *(block for text in others for block in (Gap(5.0), text))))
    beside: Block = lines
    if note.shown is not None:
        what, shot = note.shown
        beside = Row((lines, picture(shot, str(_caption(words, what)))), (None, PICTURE), BESIDE)
    parts: tuple[Part, ...] = (title, beside)
    return Paper(str(worded(words.title)), office.author, office.day, parts, 6.0)
