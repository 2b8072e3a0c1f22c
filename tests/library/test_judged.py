"""Texts that were judged when the pins were made: the same as those that are read anew, and never another form than the pinned one."""

from __future__ import annotations

import dataclasses
import shutil

import pytest

from ulotki import stock, workspace
from ulotki.library import judged, read, source
from ulotki.library.source import Source


def texts(library):
    """All that comes from the form."""
    return (library.scams, library.translations, library.phrases, library.readings, library.sites, library.paperwork)


@pytest.fixture(scope="module")
def anew():
    """The library read anew, without the form."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("ulotki.pins.JUDGED", "")
        return read(None, stock.known())


@pytest.fixture
def form(tmp_path, monkeypatch):
    """A copy of the form in place of the form."""
    file = tmp_path / "judged.jsonl"
    shutil.copy(judged.FILE, file)
    monkeypatch.setattr(judged, "FILE", file)
    return file


@pytest.fixture
def parsed(monkeypatch):
    """The names of the files that are parsed."""
    names = []
    once = Source.document
    monkeypatch.setattr(Source, "document", lambda self, file: names.append(file.name) or once(self, file))
    source.WHOLE.clear()
    return names


def test_the_texts_are_those_that_reading_gives(anew, parsed):
    """
    Word for word, with the line of each; and of the texts none was parsed, so it is the form that is compared.
    """
    library = read(None, stock.known())

    assert texts(anew) == texts(library)
    assert anew.findings == library.findings == ()
    assert ["numbers.toml"] == parsed


def test_the_names_are_those_that_the_program_defines():
    """
    A template, a palette or a pictogram that is new, or prints on other paper, wants make pins.
    """
    known, pinned = stock.known(), source.vocabulary()

    assert list(known.formats.items()) == list(pinned.formats.items())
    assert (known.palettes, known.icons) == (pinned.palettes, pinned.icons)


def test_without_the_form_the_program_says_its_names(form, root):
    """
    Templates are asked themselves.
    """
    form.unlink()

    assert source.vocabulary() is None
    assert workspace.read(root / "leaflets/serniki", "pl").campaigns


FORGERIES = {
    "another word": lambda data: data.replace(b"oszust", b"kolega"),
    "a line less": lambda data: data[: data.rindex(b"\n", 0, -1) + 1],
    "torn": lambda data: data[: len(data) // 2],
    "empty": lambda data: b"",
    "no text": lambda data: bytes(range(256)),
    "another version": lambda data: data.replace(b'"helps"', b'"number"', 1),
}


@pytest.mark.parametrize("forgery", FORGERIES)
def test_another_form_is_not_used(form, anew, parsed, forgery):
    """
    What is forged, torn or of another version is passed over whole: the files are read and judged themselves.
    """
    form.write_bytes(FORGERIES[forgery](judged.FILE.read_bytes()))
    library = read(None, stock.known())

    assert texts(anew) == texts(library)
    assert len(parsed) > len(library.editions)


def test_a_form_that_is_not_there_costs_time_alone(form, anew):
    """
    The program never writes it.
    """
    form.unlink()

    assert texts(anew) == texts(read(None, stock.known()))
    assert not form.exists()


def test_without_its_digest_a_forged_form_would_be_printed(form, monkeypatch):
    """
    The digest alone stands between a forged form and paper.
    """
    forged = judged.FILE.read_bytes().replace(b"oszust", b"kolega")
    form.write_bytes(forged)
    monkeypatch.setattr("ulotki.pins.JUDGED", judged.hashlib.sha256(forged).hexdigest())

    assert "kolega" in str(texts(read(None, stock.known())))


def test_a_file_that_was_edited_is_read_itself(root, tmp_path, monkeypatch, parsed):
    """
    Its digest is no longer that of the text in the form; the others are still taken from there.
    """
    base = tmp_path / "home"
    shutil.copytree(root / "leaflets/library", base / "leaflets/library")
    monkeypatch.setattr("ulotki.library.reading.home", lambda: base)
    file = base / "leaflets/library/scams/pl/bank.toml"
    file.write_text(file.read_text("utf-8").replace('order = "', 'order = "Nie '), "utf-8")
    library = read(None, stock.known())

    assert library.scam("bank").order.source.startswith("Nie ")
    assert {str(file)} == library.altered
    assert ["bank.toml", "numbers.toml"] == parsed


def test_a_text_of_a_workspace_is_always_judged(tmp_path, root):
    """
    Even when it has the bytes of a text that was judged: its name is another, and so may be what it refers to.
    """
    folder = tmp_path / "gmina/scams/pl"
    folder.mkdir(parents=True)
    shutil.copy(root / "leaflets/library/scams/pl/bank.toml", folder)
    reading = Source(stock.known(), ("pl",), None, root / "leaflets/library")

    assert reading.known_text(folder / "bank.toml", type(read(None, stock.known()).scam("bank"))) is None


def test_a_type_with_other_fields_takes_nothing(anew):
    """
    A value is a list of what the fields hold: with another field it would all move by one.
    """
    kind = type(anew.scam("bank"))
    form = judged.form()
    name, digest = next(key for key in form.lines if key[0] == "scams/pl/bank.toml")
    other = dataclasses.replace(form, shapes={**form.shapes, "Point": ["lead", "icon", "sentence"]})

    assert form.value(kind, name, digest, "x") is not None
    assert other.value(kind, name, digest, "x") is None


def test_a_translation_is_compared_with_the_text_of_the_workspace(tmp_path, root):
    """
    That both texts of the library match says nothing of the one that takes the place of the Polish one.
    """
    own = tmp_path / "gmina/scams/pl/bank.toml"
    own.parent.mkdir(parents=True)
    text = (root / "leaflets/library/scams/pl/bank.toml").read_text("utf-8")
    icon = next(line for line in text.splitlines() if line.startswith("icon = "))
    own.write_text(text.replace(icon, 'icon = "call"' if "call" not in icon else 'icon = "home"', 1), "utf-8")
    library = read(tmp_path / "gmina", stock.known())

    assert ("bank", "en") in library.translations.unread
