"""The note for the unit's page: its length, its forms of nouns, and that what did not happen is not told."""

import datetime
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ulotki.content.publisher import Unit
from ulotki.content.text import Run, Words
from ulotki.content.typography import plural_form
from ulotki.documents import formats
from ulotki.documents.note_sentences import NoteFigures
from ulotki.documents.press_note import LONGEST, note_length, press_note
from ulotki.errors import Refused
from ulotki.handout import letterhead
from ulotki.handout.letterhead import Officer

DAY = datetime.date(2024, 12, 31)
NOTHING = NoteFigures(datetime.date(2024, 7, 1), 0, 0, 0, 0, 0)
PICTURE = (60, 90, bytes(range(54)) * 100)
FULL = NoteFigures(datetime.date(2024, 7, 1), 4, 17, 1546, 12, 262, ("Plakat A4: Oszustwo „na wnuczka”", PICTURE))


@pytest.fixture(scope="module")
def office(officer):
    return letterhead.make_office(officer(hours="wtorki 8–10"), DAY)


def said(note, office):
    return formats.document_text(press_note(note, office))


def test_all_of_it(office):
    """
    Who warns, what hangs where, how many came, what to do, whom to ask, what the picture shows.
    """
    text = said(FULL, office)

    for part in (
        "Dzielnicowy gminy Serniki ostrzega przed oszustami. Plakaty wiszą w 4 miejscach. Ulotki leżą w 17 miejscach.",
        "Ulotki są bezpłatne.",
        "Od 1 lipca 2024 r. odbyło się 12 spotkań o oszustwach. Przyszły 262 osoby.",
        "zadzwoń do bliskich albo pod 112",
        "Kontakt: 47 812 00 00, wtorki 8–10.",
        "Na obrazku: Plakat A4: Oszustwo „na wnuczka”",
    ):
        assert part in text


def test_nothing_untrue(office):
    """
    Without a poster, a leaflet or a meeting the note speaks of none, and of no free leaflet either.
    """
    text = said(NOTHING, office)

    for word in ("wisz", "leż", "spotka", "Przysz", "bezpłatne", "obrazk", " 0 "):
        assert word not in text
    assert "ostrzega przed oszustami" in text and "112" in text


def test_meetings_to_which_nobody_came(office):
    """
    A meeting without a count of people says nothing of people.
    """
    text = said(replace(NOTHING, met=1), office)

    assert "odbyło się jedno spotkanie" in text and "Przysz" not in text


@pytest.mark.parametrize(
    ("count", "expected"),
    [
        (1, 0),
        (2, 1),
        (4, 1),
        (5, 2),
        (11, 2),
        (12, 2),
        (14, 2),
        (21, 2),
        (22, 1),
        (25, 2),
        (104, 1),
        (112, 2),
        (1001, 2),
    ],
)
def test_forms(office, count, expected):
    """
    Polish nouns after a number.
    """
    forms = office.words.note.people

    assert forms[expected] is plural_form(forms, count)


@given(
    gmina=st.text("abcdefghijklmnoprstuwyząćęłńóśźż -", max_size=300),
    post=st.sampled_from(["", "dzielnicowa", "kierownik rewiru dzielnicowych", "x" * 200]),
    numbers=st.integers(0, 2),
    hours=st.text("abcd 0123456789–.,", max_size=300),
    counts=st.tuples(*[st.integers(0, 10**6)] * 5),
    shown=st.sampled_from([None, "Plakat A4: Oszustwo „na wnuczka”", "bardzo długa nazwa " * 9]),
)
def test_never_longer(office, gmina, post, numbers, hours, counts, shown):
    """
    Whatever the workspace says, the note has at most 1200 signs, in its file too, and keeps what to do; or there is none.
    """
    number = Words((Run("47 812 00 00", strong=True, ref="number:dzielnicowy"),))
    officer = Officer((number,) * numbers, Words((Run(hours),)) if hours.strip() and numbers else None)
    other = replace(office, gmina=gmina.strip(), unit=Unit(post=post), officer=officer)
    note = NoteFigures(DAY, *counts, (shown, PICTURE) if shown else None)
    text = said(note, other)

    assert len(text) <= LONGEST
    assert "Rozłącz się" in text and "do banku i pod 112" in text


def test_the_length_is_that_of_the_file(office):
    """
    What is counted is what stands in the file.
    """
    paper = press_note(FULL, office)
    texts = [Words((Run(line),)) for line in formats.document_text(paper).splitlines()[1:-1]]

    assert len(formats.document_text(paper)) == note_length(office.words.note, texts, FULL)


def test_a_number_that_does_not_hold(office):
    """
    A note without 112 is not written.
    """
    with pytest.raises(Refused, match="number:112"):
        press_note(FULL, replace(office, values={}))
