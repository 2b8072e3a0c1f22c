"""A page over a workspace of its own, asked without a network: client.get and client.send, as a browser would."""

from __future__ import annotations

import shutil

import pytest
from pages import PORT, TODAY, Client

from ulotki.serve.app import create
from ulotki.serve.desk import Desk, Remembering


@pytest.fixture
def workspace(root, tmp_path) -> Remembering:
    """That of Serniki, without what was built."""
    folder = tmp_path / "w"
    shutil.copytree(root / "leaflets/serniki", folder, ignore=shutil.ignore_patterns("out", "ledger*", ".ulotki*"))
    return Remembering.at(folder)


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
