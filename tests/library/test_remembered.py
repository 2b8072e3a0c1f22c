"""A process that runs long reads again only what has changed."""

from __future__ import annotations

import shutil

import pytest

from ulotki.library import source
from ulotki.library.shape import Reader
from ulotki.workspace import read


@pytest.fixture
def folder(root, tmp_path):
    made = tmp_path / "w"
    shutil.copytree(root / "leaflets/serniki", made, ignore=shutil.ignore_patterns("out", "ledger*", ".*"))
    return made


def test_only_a_changed_file_is_read_anew(folder, monkeypatch):
    """
    The second reading is equal to the first; after a change of one file, that one is read and no scam.
    """
    first = read(folder)
    seen = []
    whole = Reader.read
    monkeypatch.setattr(Reader, "read", lambda self, *args, **more: seen.append(args[0]) or whole(self, *args, **more))
    second = read(folder)
    again = len(seen)
    file = folder / "ulotki.toml"
    file.write_text(file.read_text("utf-8").replace("Serniki", "Ostrów"), "utf-8")
    third = read(folder)

    assert first.scams == second.scams
    assert "Scam" not in {kind.__name__ for kind in seen}
    assert "Publisher" not in {kind.__name__ for kind in seen[:again]}
    assert "Ostrów" == third.publisher.gmina


def test_what_is_remembered_is_bounded(folder, monkeypatch):
    """
    However many files come and go.
    """
    monkeypatch.setattr(source, "REMEMBERED", 5)
    read(folder)

    assert len(source.WHOLE) <= 5
