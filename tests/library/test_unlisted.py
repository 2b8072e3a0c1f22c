"""A folder that cannot be listed is a fault with its name; nothing in it is passed over in silence."""

import errno
import os
import re
import shutil

import pytest

from ulotki import files, fingerprint, stock
from ulotki.errors import Refused
from ulotki.library import read
from ulotki.workspace import editions


@pytest.fixture
def closed(monkeypatch):
    """closed(folder): the system lists it no more, whoever asks."""
    shut = set()
    listed, scanned = os.listdir, os.scandir

    def refuse(path):
        if os.fspath(path) in shut:
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), os.fspath(path))

    def listdir(path="."):
        refuse(path)
        return listed(path)

    def scandir(path="."):
        refuse(path)
        return scanned(path)

    monkeypatch.setattr(os, "listdir", listdir)
    monkeypatch.setattr(os, "scandir", scandir)
    return lambda folder: shut.add(os.fspath(folder))


@pytest.fixture
def gmina(tmp_path, root):
    folder = tmp_path / "gmina"
    shutil.copytree(root / "leaflets/serniki", folder, ignore=shutil.ignore_patterns("out"))
    for name in ("scams/pl", "scams/uk", "words", "readings", "papers", "pages"):
        (folder / name).mkdir(parents=True, exist_ok=True)
    return folder


@pytest.mark.parametrize("name", ["scams", "scams/pl", "words", "readings", "papers", "pages", "campaigns"])
def test_it_is_named_once(name, gmina, closed):
    """
    With its place; the rest is read.
    """
    assert () == read(gmina, stock.known()).findings
    closed(gmina / name)
    (found,) = read(gmina, stock.known()).findings

    assert str(gmina / name) == found.at.file
    assert "the folder cannot be read" in str(found.what)


def test_the_texts_that_may_have_another_version_there_cannot_be_read(gmina, closed):
    """
    The national text is not printed in place of one that nobody can see.
    """
    closed(gmina / "scams/pl")
    library = read(gmina, stock.known())

    with pytest.raises(Refused, match="cannot be read"):
        library.scam("na-wnuczka")


def test_nobody_knows_which_campaign_is_the_newest(gmina, closed, day):
    """
    Neither by name nor without one is another taken.
    """
    closed(gmina / "campaigns")
    library = read(gmina, stock.known())

    for name in (None, "jesien"):
        with pytest.raises(Refused, match="cannot be read"):
            editions.campaign(library, name, day)


def test_a_folder_that_is_closed_is_a_change(gmina, closed):
    """
    So nothing that was remembered before is taken over.
    """
    before = fingerprint.folder(gmina)
    closed(gmina / "words")

    assert fingerprint.folder(gmina) != before


def test_it_stops_who_asks_for_all(tmp_path, closed):
    """
    Or is told to whoever wants to go on.
    """
    (tmp_path / "a").mkdir()
    closed(tmp_path / "a")
    told = []

    with pytest.raises(PermissionError):
        files.matching(tmp_path, "*/*")
    assert [] == files.matching(tmp_path, "*/*", told.append)
    assert [str(tmp_path / "a")] == [one.filename for one in told]


def test_a_link_that_leads_nowhere_lies_there(tmp_path):
    """
    The ledger on a stick that is not plugged in is not an empty one.
    """
    (tmp_path / "link").symlink_to(tmp_path / "nothing")

    assert (True, False) == (files.lies(tmp_path / "link"), files.lies(tmp_path / "nothing"))


def test_there_is_one_door(root):
    """
    `Path.glob` passes over what it cannot list, so nobody in the program uses it.
    """
    used = [
        f"{path.relative_to(root)}:{number}"
        for path in sorted((root / "src").rglob("*.py"))
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1)
        if re.search(r"\.r?glob\(", line)
    ]

    assert [] == used
