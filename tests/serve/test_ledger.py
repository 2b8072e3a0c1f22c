"""The ledger as a file on the page: copy, table, back to a copy, forgetting people, old editions."""

from __future__ import annotations

import io
import os

import pytest

from ulotki.handout.deeds import HeldMeeting, Personal
from ulotki.workspace import book


@pytest.fixture(autouse=True)
def written(workspace, day):
    """An entry with a name."""
    entry = (HeldMeeting(day, "Klub", 3), Personal(note="Jan Kos"))
    book.append(workspace.folder, lambda _entries: [entry], "2024-08-01T09:00:00Z")


def test_a_copy_goes_out_and_comes_back(client, workspace):
    """
    What was written since is kept beside it, and the page says what the copy lacks.
    """
    copy = client.send("/dziennik/kopia.sqlite", at="/dziennik")
    back = client.send("/dziennik/przywroc", at="/dziennik", file=(io.BytesIO(copy.data), "x.sqlite"))

    assert copy.data.startswith(b"SQLite format 3") and "attachment" in copy.headers["Content-Disposition"]
    assert 303 == back.status_code
    assert (workspace.folder / "ledger.sqlite.before-1").exists()
    assert 422 == client.send("/dziennik/przywroc", at="/dziennik", file=(io.BytesIO(b"x"), "x")).status_code
    assert 422 == client.send("/dziennik/przywroc", at="/dziennik").status_code


def test_a_table_has_names_only_when_asked(client):
    """
    As an attachment.
    """
    assert "Kos" not in client.send("/dziennik/tabela.csv", at="/dziennik").text
    assert "Kos" in client.send("/dziennik/tabela.csv", at="/dziennik", names="yes").text


def test_people_are_forgotten_after_they_were_shown(client, workspace):
    """
    By name or by day; only what was shown goes.
    """
    unclear = client.send("/dziennik/zapomnij", at="/dziennik")
    shown = client.send("/dziennik/zapomnij", at="/dziennik", name="Jan Kos")
    nothing = client.send("/dziennik/zapomnij/na-zawsze", at="/dziennik", name="Jan Kos")
    kept = dict(book.read(workspace.folder).people)
    done = client.send("/dziennik/zapomnij/na-zawsze", at="/dziennik", name="Jan Kos", entry="1")

    assert 422 == unclear.status_code and "Jan Kos" in shown.text
    assert 303 == nothing.status_code and kept
    assert 303 == done.status_code and {} == book.read(workspace.folder).people
    assert "No entry holds" in client.send("/dziennik/zapomnij", at="/dziennik", before="2030-01-01").text


def test_old_editions_and_a_longer_ledger(client, workspace):
    """
    What a run left behind goes after it was shown; nobody says so without a name.
    """
    nothing = client.get("/dziennik/porzadki").text
    left = workspace.base / "pierwsza/.part-x"
    left.mkdir(parents=True)
    os.utime(left, (1e9, 1e9))

    assert "Nothing has to go" in nothing and ".part-x" in client.get("/dziennik/porzadki").text
    assert 303 == client.send("/dziennik/porzadki").status_code and not left.exists()
    assert 422 == client.send("/dziennik/przyjmij", at="/dziennik", who="").status_code
