"""Texts: a copy that remembers what it was made from, findings at the fields, and the way back."""

from __future__ import annotations

import datetime
import shutil

import pytest

from ulotki.errors import Misused, Refused
from ulotki.library import copies
from ulotki.office.scam_text import TextRequest
from ulotki.office.text_trial import read_text, try_in_templates, try_text
from ulotki.office.texts import change_text, list_texts, restore_text
from ulotki.office.undo import undo
from ulotki.serve.remembering import Remembering

DAY = datetime.date(2026, 11, 28)
FILE = "scams/pl/na-wnuczka.toml"
LONG = "To ja! Poznajesz?\nMam bardzo duży kłopot.\nPożycz pieniądze,\nnie mów nikomu!"


@pytest.fixture
def workspace(root, tmp_path) -> Remembering:
    folder = tmp_path / "w"
    shutil.copytree(root / "leaflets/serniki", folder, ignore=shutil.ignore_patterns("out", "ledger*", ".ulotki*"))
    return Remembering.at(folder)


def field(found, key):
    return next(one for one in found.fields if one.key == key)


def test_the_first_change_makes_a_copy_that_remembers_the_library(workspace, root):
    """
    Only what was changed differs, comments stay; the library's text is beside it; undone, there is no copy.
    """
    original = (root / "leaflets/library" / FILE).read_text("utf-8")
    done = change_text(workspace, TextRequest("na-wnuczka", {"order": "Odłóż słuchawkę"}), DAY).value
    copy = workspace.contents(FILE).decode()
    undo(workspace, done.change, DAY)

    assert done.own and str(copies.WORDS[copies.Since.SAME]) == str(done.note)
    assert ("Odłóż słuchawkę", "Rozłącz się.") == (field(done, "order").value, field(done, "order").library)
    assert original == "".join(
        line for line in copy.replace("Odłóż słuchawkę", "Rozłącz się.").splitlines(True) if "copied_from" not in line
    )
    assert None is workspace.contents(FILE)


def test_what_does_not_change_makes_no_copy(workspace):
    """
    All fields sent back as they are.
    """
    fields = {one.key: one.value for one in read_text(workspace, "na-wnuczka", DAY).value.fields}

    assert 0 == change_text(workspace, TextRequest("na-wnuczka", fields), DAY).value.change
    assert None is workspace.contents(FILE)


@pytest.mark.parametrize(
    ("key", "value", "grave", "said"),
    [
        ("quote", LONG, False, "shorter words are printed"),
        ("step.1.lead", "Odczekaj całe 30 sekund przy telefonie", True, "mm too long"),
        ("rule", "Nie dawaj " * 20, True, "a sentence has"),
        ("order", "", True, ""),
    ],
)
def test_what_is_wrong_is_said_at_the_field(workspace, key, value, grave, said):
    """
    At once and without writing: what does not fit in mm, what the rules say, and that shorter words take over.
    """
    found = try_text(workspace, TextRequest("na-wnuczka", {key: value}), DAY).value

    assert key in found.at, found.findings
    assert any(said in str(one.what) and one.grave is grave for one in found.at[key])
    assert None is workspace.contents(FILE)


def test_a_good_text_has_no_findings_and_a_page(workspace):
    """
    In the templates that are ordered, or the usual ones.
    """
    found = read_text(workspace, "na-wnuczka", DAY).value
    made = try_in_templates(workspace, TextRequest("na-wnuczka", {"order": "Odłóż to."}), DAY)[1][found.tried[0][0]]

    assert () == tuple(one for one in found.findings if one[1].grave)
    assert found.tried
    assert "Odłóż" in str(made.leaflet)


def test_a_text_that_does_not_fit_is_kept_and_has_no_page(workspace):
    """
    Nothing that was typed is lost; it cannot be printed.
    """
    done = change_text(
        workspace, TextRequest("na-wnuczka", {"step.1.lead": "Odczekaj całe 30 sekund przy telefonie"}), DAY
    ).value

    assert "poster" not in try_in_templates(workspace, TextRequest("na-wnuczka", {}), DAY)[1]
    assert done.change and "step.1.lead" in done.at


def test_back_to_the_library(workspace):
    """
    The copy goes, and undo brings it back; what is no copy stays.
    """
    change_text(workspace, TextRequest("na-wnuczka", {"order": "Odłóż słuchawkę"}), DAY)
    done = restore_text(workspace, "na-wnuczka", DAY).value
    gone = workspace.contents(FILE)
    undo(workspace, done.change, DAY)

    assert None is gone and not done.own
    assert "Odłóż" in workspace.contents(FILE).decode()
    with pytest.raises(Misused, match="no copy"):
        restore_text(workspace, "blik", DAY)


def test_a_change_of_the_library_is_noted(workspace):
    """
    The copy says that the text it was made from is another one now.
    """
    change_text(workspace, TextRequest("na-wnuczka", {"order": "Odłóż słuchawkę"}), DAY)
    file = workspace.folder / FILE
    data = file.read_text("utf-8")
    start = data.index('copied_from = "') + 15
    file.write_text(data[:start] + "0" * 64 + data[start + 64 :], "utf-8")

    assert str(copies.WORDS[copies.Since.CHANGED]) == str(read_text(workspace, "na-wnuczka", DAY).value.note)
    assert [True] == [row.own for row in list_texts(workspace.library()) if row.id == "na-wnuczka"]


def test_who_comes_second_is_told(workspace):
    """
    Nothing is overwritten; a field or a text that is none is named.
    """
    seen = read_text(workspace, "na-wnuczka", DAY).value.seen
    change_text(workspace, TextRequest("na-wnuczka", {"order": "Odłóż słuchawkę"}, seen), DAY)
    with pytest.raises(Refused, match="has changed since"):
        change_text(workspace, TextRequest("na-wnuczka", {"order": "Nie."}, seen), DAY)
    with pytest.raises(Misused, match="no field"):
        try_text(workspace, TextRequest("na-wnuczka", {"ordr": "x"}), DAY)
    with pytest.raises(Misused, match="no scam"):
        read_text(workspace, "na-wnuczkę", DAY)


def test_shorter_words_come_and_go(workspace):
    """
    Also where the library has no table for them.
    """
    change_text(workspace, TextRequest("na-wnuczka", {"short.title": "wnuczek", "short.quote": ""}), DAY)
    done = change_text(workspace, TextRequest("na-wnuczka", {"short.title": "", "short.story": ""}), DAY).value

    assert "" == field(done, "short.quote").value == field(done, "short.title").value
    assert "[short]" not in workspace.contents(FILE).decode()
