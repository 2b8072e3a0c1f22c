"""A workspace with three places, one of them with a host."""

from __future__ import annotations

import datetime

import pytest

from ulotki.office.init import init_workspace
from ulotki.workspace import Workspace

DAY = datetime.date(2028, 2, 29)

PLACES = """# miejsca

[place.urzad]
name = "Urząd Gminy Serniki"
kind = "office"

# sołectwa

[place.serniki-wies]
name = "Sołectwo Serniki Wieś"
kind = "solectwo"

[place.nowa-wola-1]
name = "Sołectwo Nowa Wola I"
kind = "solectwo"
boards = 2
"""

PEOPLE = '[person.urzad]\nname = "Anna Nowak"\nform = "pani"\nphone = "81 862 00 00"\n'


@pytest.fixture
def workspace(tmp_path) -> Workspace:
    init_workspace(tmp_path / "gmina", DAY)
    (tmp_path / "gmina/places.toml").write_text(PLACES, "utf-8")
    (tmp_path / "gmina/people.toml").write_text(PEOPLE, "utf-8")
    return Workspace.at(tmp_path / "gmina")


@pytest.fixture
def day() -> datetime.date:
    return DAY
