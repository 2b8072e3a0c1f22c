"""The frame around every screen, and what is said when something goes wrong."""

import datetime

import pytest

from ulotki.content.text import NBSP
from ulotki.errors import Finding, figure, say
from ulotki.serve import ways_out, words
from ulotki.serve.desk import LastChange


@pytest.mark.parametrize(
    ("lang", "value", "meant"),
    [
        ("pl", datetime.date(2028, 2, 29), "do 29 lutego 2028 r."),
        ("en", datetime.date(2028, 2, 29), "do 29 February 2028."),
        ("pl", "2028-02-29", "do 29 lutego 2028 r."),
        ("pl", "2027-02-29", "do 2027-02-29."),
        ("pl", "kod-2028-02-29", "do kod-2028-02-29."),
    ],
)
def test_a_day_in_a_sentence_is_in_words(lang, value, meant):
    """
    With its year and one full stop; what is no day stays as it is.
    """
    assert meant == words.screen_text(say("do {day}.", day=value), lang).replace("\N{NO-BREAK SPACE}", " ")


def test_the_last_change_is_said_on_its_screen_until_the_next(client, desk):
    """
    It stays while one looks elsewhere and comes back; no clock takes it away.
    """
    desk.last_change = LastChange("start", say("{count} copies", count=3))

    assert 'class="undo" role="status"' in client.get("/").text
    assert "<b>3\N{NO-BREAK SPACE}copies</b>" in client.get("/").text


def test_a_workspace_that_cannot_be_read_has_a_page_all_the_same(client, workspace):
    """
    A torn ulotki.toml takes the name of the gmina away and nothing else.
    """
    assert "gmina Serniki" in client.get("/nothing").text
    (workspace.folder / "ulotki.toml").write_text("gmina = ")

    assert 404 == client.get("/nothing").status_code
    assert "gmina Serniki" not in client.get("/nothing").text


@pytest.mark.parametrize(
    ("what", "hint", "expected"),
    [
        ("no file was chosen", "do one of the two", "No file was chosen. Do one of the two"),
        ("is it there?", "look", "Is it there? Look"),
        (
            "numbers.toml: torn",
            "ulotki doctor says more",
            'numbers.toml: torn. Go to: <a href="/ustawienia">Settings</a>',
        ),
        ("„tak” is nobody's name", None, "„tak” is nobody's name"),
    ],
)
def test_a_finding_is_one_or_two_sentences(what, hint, expected):
    """
    Each begins with a capital, unless it begins with a file or a quotation; a command is a link to its screen.
    """
    assert expected == ways_out.sentences(Finding("x", say(what), say(hint) if hint else None), "en", str).replace(
        NBSP, " "
    )


def test_a_figure_has_the_sign_of_its_language():
    """
    A comma in Polish, a point in English; an hour and a version stay as they are.
    """
    one = say('"{value}" is {over} mm too long for its place', value="17.00", over=figure(28.94, ".1f"))

    assert "28,9" in words.translate(one, "pl") and "17.00" in words.translate(one, "pl")
    assert "28.9" in words.translate(one, "en")
