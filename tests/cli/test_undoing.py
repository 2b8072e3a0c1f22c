"""`ulotki history` and `ulotki undo`: the words, the document, the exit codes."""

from __future__ import annotations

import pytest

from ulotki.workspace import history


@pytest.fixture
def place(run, workspace):
    """A change: a place that is new."""
    assert 0 == run("new", "place", "nowe").code
    return workspace / "places.toml"


def test_what_was_changed_is_listed_and_taken_back(run, place):
    """
    In words, and as data; the list says what took back what.
    """
    listed, undone, again = run("history"), run("undo"), run("history", "--json")

    assert "  1  " in f"  {listed.out}" and "place.nowe" in listed.out
    assert 0 == undone.code and "ulotki undo 2" in undone.err
    assert "nowe" not in place.read_text("utf-8")
    assert [(2, 1, 0), (1, 0, 2)] == [(one["number"], one["undoes"], one["undone_by"]) for one in again.data["changes"]]


def test_what_was_changed_by_hand_is_shown(run, place):
    """
    Nothing is written, and the exit code says so.
    """
    place.write_text(place.read_text("utf-8") + "# by hand\n", "utf-8")
    ran = run("undo")

    assert 1 == ran.code
    assert "# by hand" in place.read_text("utf-8")
    assert "nothing was written" in ran.err


def test_there_is_nothing_to_undo(run, workspace):
    """
    That is a wrong use, and the list is empty.
    """
    assert 2 == run("undo").code
    assert [] == run("history", "--json").data["changes"]


def test_forgetting_a_name_clears_the_history(run, place, workspace):
    """
    Names of those who set a number stand in it.
    """
    run("meeting", "--day", "2024-05-01", "--group", "Klub", "--people", "3", "--note", "Jan Kos")
    nobody = run("ledger", "forget", "--who", "Ewa Lis", "--yes")
    kept = (workspace / history.OWN).exists()
    ran = run("ledger", "forget", "--who", "Jan Kos", "--yes")

    assert 0 == nobody.code and kept
    assert "history" in ran.err
    assert not (workspace / history.OWN).exists()
