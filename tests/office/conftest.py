"""A workspace in a folder with a few places, a campaign and an edition, without making a single page."""

import datetime
import hashlib
from dataclasses import replace

import pytest
from books import piece

from ulotki.edition.record import Record, record_bytes
from ulotki.workspace import Workspace


@pytest.fixture
def office(root, tmp_path, monkeypatch):
    """A workspace of three places, with a national library that is one scam long; the user's state lies beside it."""
    home = tmp_path / "home"
    for path in (root / "leaflets/library").rglob("*.toml"):
        if path.parent.name == "library" or path.stem in ("na-wnuczka", "pl"):
            link = home / path.relative_to(root)
            link.parent.mkdir(parents=True, exist_ok=True)
            link.symlink_to(path)
    monkeypatch.setattr("ulotki.library.reading.home", lambda: home)
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    folder = tmp_path / "gmina"
    (folder / "campaigns").mkdir(parents=True)
    (folder / "ulotki.toml").write_text('issuer = "Gmina"\n')
    (folder / "campaigns/maj.toml").write_text(
        'title = "Maj"\nday = 2024-08-01\nuntil = 2024-12-31\n[[order]]\nscams = ["na-wnuczka"]\ntemplate = "poster"\n'
        'format = "A4"\nplaces = ["bank", "ops"]\ncopies = 5\n'
    )
    (folder / "places.toml").write_text(
        '[place.bank]\nname = "Bank Spółdzielczy"\nkind = "bank"\nboards = 2\n'
        '[place.ops]\nname = "OPS"\nkind = "welfare"\n[place.school]\nname = "Szkoła"\nkind = "school"\n'
    )
    return Workspace.at(folder)


@pytest.fixture
def edition(office):
    """edition(piece(), …, code=…, number=…): an edition of these pieces, as build would leave its record and its files."""

    def make(
        *pieces,
        code="EEEE1-EEEE1",
        number=1,
        campaign="maj",
        day=datetime.date(2024, 8, 1),
        until=datetime.date(2024, 12, 31),
    ):
        folder = office.base / campaign / f"{day}-{number}-{code}"
        folder.mkdir(parents=True)
        made = tuple(replace(one, sha256=hashlib.sha256(one.path.encode()).hexdigest()) for one in pieces or (piece(),))
        for one in made:
            (folder / one.path).parent.mkdir(exist_ok=True)
            (folder / one.path).write_bytes(one.path.encode())
        record = Record(campaign, "Maj", day, until, code, made)
        (folder / "manifest.json").write_bytes(record_bytes(record))
        return folder

    return make
