"""The sentences of the note for the unit's page, without what did not happen."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from ulotki.content.text import Run, Words
from ulotki.content.typography import HOME, LANGUAGES, plural_form
from ulotki.documents._words import join_sentences, typed, worded
from ulotki.documents.paper import Shot
from ulotki.frozen import dataclass
from ulotki.handout.letterhead import Office


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


def note_paragraphs(note: NoteFigures, office: Office, without: frozenset[str]) -> Iterator[Words]:
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
