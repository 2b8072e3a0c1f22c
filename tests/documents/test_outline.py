"""The outlines of talks and lessons: minutes, words of swindlers, quiz and answers, sheets that ask for no name."""

import datetime
from dataclasses import fields, is_dataclass, replace

import pytest

from ulotki.content.marks import placeholders
from ulotki.content.text import Prose
from ulotki.documents import formats, page_layout
from ulotki.documents.outline import MOST, OutlineContents, outline, quiz_questions
from ulotki.documents.school_letter import school_letter
from ulotki.errors import Refused
from ulotki.handout import letterhead
from ulotki.page.items import Line
from ulotki.page.walking import walk

DAY = datetime.date(2024, 9, 10)
AGES = ("4-6", "7-8", "secondary")


@pytest.fixture(scope="module")
def office(officer):
    return letterhead.make_office(officer(hours="wtorki 8–10"), DAY)


@pytest.fixture(scope="module")
def words(library):
    return library.readings["pl"].talks


@pytest.fixture
def told(library, words):
    """told(id, …, age=…): what an outline about these scams is made of."""

    def tell(*ids, age="", scams=None):
        plan = words.lesson[age] if age else words.senior
        found = scams or tuple(library.scam(id) for id in ids or plan.usual)
        return OutlineContents(words, plan, found, library.phrases["pl"], rated=not age)

    return tell


def proses(value):
    """All prose in a value."""
    if isinstance(value, Prose):
        yield value
    elif is_dataclass(value):
        for item in fields(value):
            yield from proses(getattr(value, item.name))
    elif isinstance(value, dict):
        for one in value.values():
            yield from proses(one)
    elif isinstance(value, tuple):
        for one in value:
            yield from proses(one)


def test_the_minutes(words):
    """
    The talk and every lesson take 45 minutes.
    """
    assert {45} == {sum(step.minutes for step in plan.step) for plan in (words.senior, *words.lesson.values())}
    assert set(AGES) == set(words.lesson)


def test_every_scam_has_its_words(library, words):
    """
    Each Polish scam of the library has a statement for the quiz, and its order is there in the first person; no statement
    is about nothing.
    """
    assert set(library.scams) == {one.scam for one in words.question}
    assert {scam.order.source for scam in library.scams.values()} <= set(words.orders)
    for plan in (words.senior, *words.lesson.values()):
        assert all(set(plan.audiences) & set(library.scam(id).audiences) for id in plan.usual)


def test_numbers_come_from_the_register(words, library):
    """
    Every number in the words is a value of the library that holds.
    """
    used = {(kind, id) for prose in proses(words) for kind, id in placeholders(prose.source)}

    assert ("number", "112") in used
    assert all(library.register.find(kind, id).state(DAY).holds for kind, id in used)


def test_a_talk(told, office):
    """
    Minute by minute, with the sentences to say; the words of each swindler, and what all say aloud then.
    """
    text = formats.document_text(outline(told("na-wnuczka", "umowa-dom"), office))

    for part in (
        "Konspekt spotkania z seniorami\nCzas: 45 min.",
        "0–5\tDo kogo dzwonił oszust?",
        "40–45\tPytania i pożegnanie",
        "„To ja! Poznajesz? Mam duży kłopot. Pożycz pieniądze, nie mów nikomu!”\nWszyscy głośno: „Rozłączam się!”",
        "Wszyscy głośno: „Nie podpisuję!”",
        "Trzecia: mówię o tym. Bliskim i pod 112.",
        "Jak było na spotkaniu?",
    ):
        assert part in text


def test_the_quiz_and_its_answers(told, office):
    """
    A statement for each scam, then those of every quiz; the answers stand in the same order, with the reason.
    """
    questions = quiz_questions(told("pokaz", "na-policjanta"))
    text = formats.document_text(outline(told("pokaz", "na-policjanta"), office))

    assert ["pokaz", "na-policjanta", "", ""] == [one.scam for one in questions]
    assert "1. Po zakupie na pokazie mam 14 dni na rezygnację." in text.replace("\n", " ")
    assert "1. Tak. Trzeba napisać" in text.replace("\n", " ")
    assert "2. Nie. Policja nigdy nie każe" in text.replace("\n", " ")


def test_a_scam_of_ones_own(told, library, office):
    """
    A scam that nobody wrote a statement for gets one of its own words; one that is not a swindler's gets none.
    """
    own = replace(library.scam("na-wnuczka"), id="wlasne")
    other = replace(library.scam("pesel"), id="inne")
    (first, *rest) = quiz_questions(told(scams=(own, other)))

    assert ("wlasne", False) == (first.scam, first.right) and "„To ja! Poznajesz?" in first.says.source
    assert ["", ""] == [one.scam for one in rest]
    assert "Tak mówi oszust." in formats.document_text(outline(told(scams=(own,)), office))


@pytest.mark.parametrize("count", [0, 1, 18, 38])
def test_many_scams(told, library, office, count):
    """
    None, one, or all of the library: the quiz keeps to a page, and all words are there.
    """
    scams = tuple(library.scams.values())[:count]
    found = told(scams=scams) if scams else replace(told(), scams=())
    text = formats.document_text(outline(found, office))

    assert len(quiz_questions(found)) <= MOST and ("4–6" not in text)
    assert all((scam.topic or scam.name).source in text for scam in scams)
    assert formats.document_file(outline(found, office), ".pdf").startswith(b"%PDF")


def test_sheets_for_seniors_are_large(told, office):
    """
    On the sheets that are filled in nothing is smaller than 16 pt, and nothing asks for a name.
    """
    pages = page_layout.pages(outline(told(), office))
    quiz, rating = pages[-2:]
    said = ["".join(item.text for item, _ in walk(page.items) if isinstance(item, Line)) for page in (quiz, rating)]

    assert "Tak czy nie?" in said[0] and "Jak było" in said[1]
    assert 16 <= min(item.size for page in (quiz, rating) for item, _ in walk(page.items) if isinstance(item, Line))
    assert all("nie podpisywać" in one for one in said)
    assert not any(word in one.lower() for one in said for word in ("imię", "nazwisko", "telefon:", "adres"))


@pytest.mark.parametrize("age", AGES)
def test_a_lesson(told, office, words, age):
    """
    The letter to the school stands before the outline, with a line for the name of the school, and 116 111 in it.
    """
    found = told(age=age)
    made = outline(found, office, school_letter(words.letter, office, None, None))
    first = "".join(item.text for item, _ in walk(page_layout.pages(made)[0].items) if isinstance(item, Line))
    text = formats.document_text(made)

    assert "Dotyczy: prośba o ustalenie terminów spotkań z uczniami" in first.replace("\xa0", " ")
    assert "Konspekt" not in first and f"\n{words.lesson[age].title.source}\n" in text
    assert "116 111" in text and "Jak było" not in text


def test_what_is_not_played(told, office):
    """
    The words of a blackmail are not played in class: the rule alone is told.
    """
    text = formats.document_text(outline(told("sexting", age="7-8"), office))

    assert "Tych słów nie odgrywać" in text and "wyślę" not in text
    assert "To nie Twoja wina." in text


def test_a_number_that_does_not_hold(told, office):
    """
    No outline names a number that is not good.
    """
    with pytest.raises(Refused, match="number:112"):
        outline(told(), replace(office, values={}))
