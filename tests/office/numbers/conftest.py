"""A workspace and a small national library, both to be changed by tests."""

from pathlib import Path

import pytest

from ulotki.workspace import Workspace

REGISTER = "leaflets/library/numbers.toml"


@pytest.fixture
def national(root, tmp_path, monkeypatch) -> Path:
    """The national register alone, as a copy; the program knows no other."""
    file = tmp_path / "home" / REGISTER
    file.parent.mkdir(parents=True)
    file.write_bytes((root / REGISTER).read_bytes())
    monkeypatch.setattr("ulotki.library.reading.home", lambda: tmp_path / "home")
    monkeypatch.setattr(
        "ulotki.library.reading.pinned", lambda name, sum: True
    )  # the program changes with its register
    return file


@pytest.fixture
def workspace(national, tmp_path) -> Workspace:
    """A workspace with one number that nobody has given yet."""
    folder = tmp_path / "w"
    folder.mkdir()
    (folder / "ulotki.toml").write_text('issuer = "dzielnicowy gminy Serniki"\n', "utf-8")
    (folder / "numbers.toml").write_text('[number.dzielnicowy]\nvalue = ""\nlabel = "dzielnicowy"\n', "utf-8")
    return Workspace.at(folder)
