"""A workspace to break, and what content may ask for by name."""

from __future__ import annotations

import datetime
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from ulotki import stock
from ulotki.errors import Finding
from ulotki.library import Library, Vocabulary, read


@pytest.fixture(scope="session")
def known() -> Vocabulary:
    """Templates, palettes and pictograms of the program."""
    return stock.known()


@pytest.fixture(scope="session")
def nation(root, tmp_path_factory) -> Path:
    """A small national library: the real numbers and words, and two scams."""
    home = tmp_path_factory.mktemp("home")
    for name in ("numbers.toml", "words/pl.toml", "scams/pl/na-wnuczka.toml", "scams/pl/bank.toml"):
        copy = home / "leaflets/library" / name
        copy.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(root / "leaflets/library" / name, copy)
    return home


@pytest.fixture
def workspace(root, nation, tmp_path, monkeypatch) -> Path:
    """The workspace beside this file, to be broken, with the fixed words of the library laid into it."""
    folder = tmp_path / "serniki"
    shutil.copytree(Path(__file__).with_name("workspace"), folder)
    (folder / "words").mkdir()
    shutil.copy(root / "leaflets/library/words/pl.toml", folder / "words")
    monkeypatch.setattr("ulotki.library.reading.home", lambda: nation)
    return folder


DAY = datetime.date(2026, 11, 1)
"""Of the register: what was confirmed later is confirmed by nobody."""


@pytest.fixture
def reading(workspace, known) -> Callable[[], Library]:
    """Reads the workspace as it is now."""
    return lambda: read(workspace, known).believed(DAY)


@pytest.fixture
def faults(reading) -> Callable[[], tuple[Finding, ...]]:
    """Reads the workspace and gives what is wrong with it."""

    return lambda: reading().findings
