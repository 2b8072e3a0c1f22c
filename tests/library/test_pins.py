"""The national library is held by digest: what was edited without a review is not printed, or says PROJEKT."""

from __future__ import annotations

import datetime
import importlib.util
import shutil

import pytest

from ulotki import installed, press, stock
from ulotki.content import country
from ulotki.content.telling import Occasion
from ulotki.errors import Refused
from ulotki.library import judged, read
from ulotki.look import PALETTES
from ulotki.office.doctor import examine
from ulotki.office.init import init_workspace
from ulotki.page.marks import Mark
from ulotki.paper import A4
from ulotki.pins import JUDGED, SHA256, VALUES
from ulotki.templates import templates
from ulotki.workspace import Workspace

DAY = datetime.date(2026, 11, 28)


@pytest.fixture(scope="session")
def tool(root):
    """tools/pins.py as a module."""
    spec = importlib.util.spec_from_file_location("pins_tool", root / "tools/pins.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_pins_are_those_of_the_files(tool):
    """
    Who changes the library runs make pins and reads what it says; here it is said again, with each digit in words.
    """
    assert [] == tool.changes(VALUES, tool.values())
    assert SHA256 == tool.digests()


def test_a_changed_number_is_said_in_words(tool):
    """
    The eye passes over 8080 and 8008, the ear does not.
    """
    before = {"number:a": "8080", "number:b": "112"}

    assert [
        "number:a: 8080 (osiem zero osiem zero) → 8008 (osiem zero zero osiem)",
        "number:b: 112 (jeden jeden dwa) → –",
        "number:c: – → 116 111 (jeden jeden sześć jeden jeden jeden)",
    ] == tool.changes(before, {"number:a": "8008", "number:c": "116 111"})


def test_the_tool_writes_what_is_there(tool):
    """
    Run again it changes nothing.
    """
    made = {}
    exec(tool.written(tool.digests(), tool.values(), judged.FILE.read_text("utf-8")), made)

    assert (SHA256, VALUES, JUDGED) == (made["SHA256"], made["VALUES"], made["JUDGED"])


@pytest.fixture
def home(root, tmp_path, monkeypatch):
    """A copy of the library that the program reads as its own, to be edited."""
    base = tmp_path / "home"
    for name in (
        "numbers.toml",
        "words/pl.toml",
        "readings/pl.toml",
        "papers/pl.toml",
        "scams/pl/bank.toml",
        "forms.toml",
    ):
        file = base / "leaflets/library" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(root / "leaflets/library" / name, file)
    monkeypatch.setattr("ulotki.library.reading.home", lambda: base)
    return base / "leaflets/library"


def edit(file, old, new):
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), "utf-8")


def proof(workspace=None):
    library = read(workspace, stock.known()).believed(DAY)
    scam = library.scam("bank")
    return press.proof(library, scam, templates()["poster"], A4, PALETTES["mono"], Occasion(DAY))


def test_an_altered_number_is_not_printed(home):
    """
    Not one value of the file is used, not even those that nobody touched; the file is named.
    """
    assert proof().mark is None
    edit(home / "numbers.toml", 'value = "8080"', 'value = "8008"')
    library = read(None, stock.known())

    assert [str(home / "numbers.toml")] == [finding.at.file for finding in library.findings]
    with pytest.raises(Refused, match="is not the one that ships"):
        library.believed(DAY).register.find("number", "112")
    with pytest.raises(Refused, match=r"numbers\.toml"):
        proof()


@pytest.mark.parametrize("edited", ['label = "numer alarmowy" # x', 'label = "inny"'])
def test_any_edit_of_the_register_counts(home, edited):
    """
    Also of a label, or of a comment: nobody has reviewed it.
    """
    edit(home / "numbers.toml", 'label = "numer alarmowy"', edited)

    with pytest.raises(Refused):
        proof()


def test_line_ends_are_no_edit(home):
    """
    A checkout on Windows prints like any other.
    """
    file = home / "numbers.toml"
    file.write_bytes(file.read_bytes().replace(b"\n", b"\r\n"))

    assert proof().mark is None


def test_an_altered_table_of_forms_is_not_used(home, monkeypatch):
    """
    Whatever asks what a number may look like is refused, with the name of the file.
    """
    monkeypatch.setattr(installed, "home", lambda: home.parents[1])
    country.forms.cache_clear()
    assert country.forms()
    country.forms.cache_clear()
    edit(home / "forms.toml", 'instead = "112"', 'instead = "113"')

    with pytest.raises(Refused, match=r"forms\.toml"):
        country.number_fault("112")
    country.forms.cache_clear()


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        ("scams/pl/bank.toml", "order = ", "# x\norder = "),
        ("words/pl.toml", "verdict = ", "# x\nverdict = "),
        ("readings/pl.toml", "appeal = ", "# x\nappeal = "),
    ],
)
def test_altered_words_say_projekt(home, name, old, new):
    """
    The piece is drawn, marked, and told why.
    """
    edit(home / name, old, new)
    made = proof()

    assert Mark.DRAFT is made.mark
    assert [(str(home / name), False)] == [(one.at.file, one.grave) for one in made.findings if one.check == "shipped"]


def test_a_file_that_nobody_reviewed_says_projekt(home):
    """
    A scam that somebody laid into the library has no digest at all.
    """
    shutil.copy(home / "scams/pl/bank.toml", home / "scams/pl/nowe.toml")
    library = read(None, stock.known())

    assert frozenset({str(home / "scams/pl/nowe.toml")}) == library.altered


def test_a_version_of_the_workspace_is_no_edit(home, tmp_path):
    """
    Who writes an own text answers for it; it takes the place of the altered one.
    """
    own = tmp_path / "gmina/scams/pl/bank.toml"
    own.parent.mkdir(parents=True)
    shutil.copy(home / "scams/pl/bank.toml", own)
    edit(home / "scams/pl/bank.toml", "order = ", "# x\norder = ")

    assert proof(tmp_path / "gmina").mark is None


def test_without_the_pins_it_would_be_printed(home, monkeypatch):
    """
    The digest alone stands between an edited number and paper.
    """
    edit(home / "numbers.toml", 'value = "8080"', 'value = "8081"')
    monkeypatch.setattr("ulotki.library.reading.pinned", lambda name, sum: True)

    assert proof().mark is None


def test_the_doctor_names_the_file(home, tmp_path, monkeypatch):
    """
    With what follows from it; and goes on when the table of forms itself is altered.
    """
    init_workspace(tmp_path / "gmina", DAY)
    monkeypatch.setattr(installed, "home", lambda: home.parents[1])
    monkeypatch.setattr("ulotki.office.doctor.program.home", lambda: home.parents[1])
    edit(home / "scams/pl/bank.toml", "order = ", "# x\norder = ")
    edit(home / "forms.toml", 'instead = "112"', 'instead = "113"')
    country.forms.cache_clear()
    lines = [str(line.what) for line in examine(Workspace.at(tmp_path / "gmina"), DAY, DAY) if line.state == "wrong"]
    country.forms.cache_clear()

    assert any("scams/pl/bank.toml" in line and "PROJEKT" in line for line in lines)
    assert any("forms.toml" in line and "nothing is printed" in line for line in lines)
