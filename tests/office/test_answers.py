"""What people say when something is written down goes through the gate of all texts."""

from __future__ import annotations

import pytest

from ulotki.errors import Misused
from ulotki.office import answers
from ulotki.office.answers import checked_name, checked_text


@pytest.mark.parametrize(
    "words",
    [
        "Klub, tel. 600 700 800",
        "evil.pl",
        "evil kropka pl",
        "sto dwanaście",
        "Klub *Seniora*",
        "Klub\u202e",
        "Klub \U0001f600",
        "a" * 1001,
    ],
)
def test_no_text_is_written_down_that_no_file_may_hold(words):
    """
    A group, a note or a name is printed in lists and accounts.
    """
    with pytest.raises(Misused):
        checked_text(words)
    with pytest.raises(Misused):
        checked_name(words)


@pytest.mark.parametrize("words", ["Klub Seniora w Sernikach", "24 osoby, godz. 17.00", "ks. Jan Kos", ""])
def test_plain_words_are(words):
    """
    With figures that nobody dials.
    """
    assert words == checked_text(words)


def test_an_old_name_is_still_found():
    """
    Who asks to be forgotten is, however an older version wrote the name.
    """
    assert "Jan Kos 600 700 800" == checked_name("Jan Kos 600 700 800", new=False)


def test_only_the_gate_refuses_it(monkeypatch):
    """
    Without it the number would be written down.
    """
    monkeypatch.setattr(answers, "complaints", lambda text, policy: ())

    assert "Klub 600 700 800" == checked_text("Klub 600 700 800")
