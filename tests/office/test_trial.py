"""The trial sheet, and the one place that says where people write."""

from __future__ import annotations

import datetime

import pytest

from ulotki import errors
from ulotki.content.typography import HOME
from ulotki.documents import formats
from ulotki.documents.page_layout import pages
from ulotki.documents.trial import READERS, trial
from ulotki.office.doctor import examine
from ulotki.office.trial import make_trial_sheet

DAY = datetime.date(2028, 2, 29)


def test_the_sheet_is_one_page_with_a_box_for_every_answer(library):
    paper = make_trial_sheet(library, DAY).value
    (page,) = pages(paper)
    words = library.paperwork[HOME].trial
    expected = sum(len(part.ask) * (READERS if part.each else 2) for part in words.part)
    text = formats.document_text(paper)
    assert text.count("osoba ") == READERS
    assert text.count("\n") > expected / READERS
    assert page.items


@pytest.mark.parametrize(
    ("contact", "expected"), [("ulotki@example.org", "przesłać: ulotki@example.org"), ("", "od kogo")]
)
def test_it_says_where_to_or_whom_to_ask(library, contact, expected):
    paper = trial(library.paperwork[HOME].trial, "KPP", contact, DAY)
    assert expected in formats.document_text(paper).replace("\n", " ")


@pytest.mark.parametrize(
    ("contact", "expected"),
    [("ulotki@example.org", "write to ulotki@example.org"), ("", "tell whoever gave you the program")],
)
def test_the_program_names_the_place_that_was_filled_in(monkeypatch, contact, expected):
    monkeypatch.setattr(errors, "CONTACT", contact)
    (line,) = [line for line in examine(None, DAY, DAY) if line.about == "contact"]
    assert str(line.what).endswith(expected)
