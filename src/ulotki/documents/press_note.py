"""A note for the unit's page: what hangs where, what was said to whom, and what to do. What did not happen is not told."""

from __future__ import annotations

from collections.abc import Sequence

from ulotki.content.note_words import NoteWords
from ulotki.content.text import Words
from ulotki.documents._kit import TITLE, apart, heading, picture
from ulotki.documents._words import typed, worded
from ulotki.documents.flowing import KeepWithNext, Part
from ulotki.documents.note_sentences import NoteFigures, note_paragraphs
from ulotki.documents.paper import Paper
from ulotki.errors import refused, say
from ulotki.handout.letterhead import Office
from ulotki.look.inks import BLACK
from ulotki.look.styles import Style
from ulotki.page.blocks import Block, Row, Stack, Text
from ulotki.paper import HAND

LONGEST = 1200
"""Characters of the whole note, with spaces."""

BODY = Style("Regular", 13, 18, HAND, full=True)

PICTURE, BESIDE = 58.0, 8.0
"""mm: of the picture's width, and beside it."""


def press_note(note: NoteFigures, office: Office) -> Paper:
    """The note, at most LONGEST characters: the least needed sentences go first. Raises Refused when the rest is longer."""
    words = office.words.note
    for dropped in range(len(DROPPED) + 1):
        texts = tuple(note_paragraphs(note, office, frozenset(DROPPED[:dropped])))
        if note_length(words, texts, note) <= LONGEST:
            return _paper(note, office, texts)
    what = say("the note is longer than {count} characters", count=LONGEST)
    raise refused("paper", what, say("write shorter names into ulotki.toml"))


DROPPED = ("hours", "pesel", "officer", "gmina")
"""What a note that is too long does without, in this order."""


def note_length(words: NoteWords, texts: Sequence[Words], note: NoteFigures) -> int:
    """Characters of the whole note as text, with the words about the picture and an end of line for each paragraph."""
    shown = 0 if note.shown is None else len(str(_caption(words, note.shown[0]))) + 1
    return sum(len(str(text)) + 1 for text in (worded(words.title), *texts)) + shown


def _caption(words: NoteWords, shown: str) -> Words:
    return typed(f"{worded(words.picture)} {shown}")


def _paper(note: NoteFigures, office: Office, texts: Sequence[Words]) -> Paper:
    words = office.words.note
    title = KeepWithNext(heading(worded(words.title), TITLE, 1))
    lines = Stack(apart((Text(text, BODY, BLACK) for text in texts), 5.0))
    beside: Block = lines
    if note.shown is not None:
        what, shot = note.shown
        beside = Row((lines, picture(shot, str(_caption(words, what)))), (None, PICTURE), BESIDE)
    parts: tuple[Part, ...] = (title, beside)
    return Paper(str(worded(words.title)), office.author, office.day, parts, 6.0)
