"""A page over a workspace of its own, asked without a network: client.get and client.send, as a browser would."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from pages import PORT, SMALL, TODAY, Client

from ulotki.office.build import build
from ulotki.office.build_pieces import try_piece
from ulotki.office.built import BuildRequest
from ulotki.serve.app import create
from ulotki.serve.desk import Desk
from ulotki.serve.remembering import Remembering
from ulotki.workspace.memory import Wish


@pytest.fixture
def workspace(root, tmp_path) -> Remembering:
    """That of Serniki, without what was built."""
    folder = tmp_path / "w"
    shutil.copytree(root / "leaflets/serniki", folder, ignore=shutil.ignore_patterns("out", "ledger*", ".ulotki*"))
    return Remembering.at(folder)


@pytest.fixture
def small(workspace) -> Remembering:
    """The workspace with one small campaign instead of its own."""
    for file in (workspace.folder / "campaigns").iterdir():
        file.unlink()
    (workspace.folder / "campaigns/mala.toml").write_text(SMALL, "utf-8")
    return workspace


@pytest.fixture(scope="session")
def edition(root, tmp_path_factory) -> Path:
    """What `build` makes of the small campaign, once for all tests."""
    folder = tmp_path_factory.mktemp("edition") / "w"
    shutil.copytree(root / "leaflets/serniki", folder, ignore=shutil.ignore_patterns("out", "ledger*", ".ulotki*"))
    for file in (folder / "campaigns").iterdir():
        file.unlink()
    (folder / "campaigns/mala.toml").write_text(SMALL, "utf-8")
    made = build(
        Remembering.at(folder),
        BuildRequest("mala", Wish()),
        TODAY,
        lambda jobs, shared: ((job, try_piece(job, shared)) for job in jobs),
    )
    assert made.value.final
    return folder / "out"


@pytest.fixture
def built(small, edition) -> Remembering:
    """The small campaign with its edition."""
    shutil.copytree(edition, small.base)
    return small


@pytest.fixture
def desk(workspace) -> Desk:
    return Desk(workspace, lambda: TODAY, lambda: "2024-08-06T09:00:00Z", "en", PORT)


@pytest.fixture
def app(desk):
    made = create(desk)
    made.test_client_class = Client
    return made


@pytest.fixture
def stranger(app) -> Client:
    """A browser without a key."""
    return app.test_client()


@pytest.fixture
def client(app, desk) -> Client:
    """A browser that came in with our key."""
    made = app.test_client()
    assert 303 == made.get(f"/wejscie/{desk.keys.new()}").status_code
    return made
