"""Undo: every change of a workspace's files can be taken back, and that as well; later work is never overwritten."""

from __future__ import annotations

import datetime

import pytest

from ulotki.errors import Misused, Refused
from ulotki.office.changes import list_changes
from ulotki.office.init import init_workspace
from ulotki.office.starting import NewRequest, new
from ulotki.office.undo import Conflict, Undone, undo
from ulotki.workspace import Workspace, history

DAY = datetime.date(2028, 2, 29)


@pytest.fixture
def workspace(tmp_path) -> Workspace:
    """A workspace that has just begun."""
    init_workspace(tmp_path / "gmina", DAY)
    return Workspace.at(tmp_path / "gmina")


def files(workspace) -> dict[str, bytes]:
    """Every file of the workspace but what is for editors and the program."""
    return {
        str(path.relative_to(workspace.folder)): path.read_bytes()
        for path in sorted(workspace.folder.rglob("*"))
        if path.is_file() and not path.relative_to(workspace.folder).parts[0].startswith((".", "schemas"))
    }


def test_what_was_begun_is_taken_back_and_brought_back(workspace):
    """
    A place, a scam and a campaign, in any order; the undo of an undo is the file as it was.
    """
    states = [files(workspace)]
    for kind in ("place", "scam", "campaign"):
        new(workspace, NewRequest(kind, "nowe"), DAY)
        states.append(files(workspace))
    back = []
    for _ in range(3):
        assert isinstance(undo(workspace, 0, DAY).value, Undone)
        back.append(files(workspace))
    redone = undo(workspace, 6, DAY)

    assert states[2::-1] == back
    assert states[1] == files(workspace)
    assert 7 == redone.value.by


def test_every_change_is_listed_with_what_it_changed(workspace):
    """
    The newest first, with what took back what.
    """
    new(workspace, NewRequest("place", "nowe"), DAY)
    undo(workspace, 0, DAY)
    lines = list_changes(workspace).value

    assert [(2, 1, 0), (1, 0, 2)] == [(one.number, one.undoes, one.undone_by) for one in lines]
    assert "something new was begun" == str(lines[1].title)
    assert [
        [
            "places.toml: place.nowe.name: removed: „”",
            "places.toml: place.nowe.kind: removed: „”",
            "places.toml: place.nowe.boards: removed: 1",
        ],
        [
            "places.toml: place.nowe.name: added: „”",
            "places.toml: place.nowe.kind: added: „”",
            "places.toml: place.nowe.boards: added: 1",
        ],
    ] == [[str(what) for what in one.what] for one in lines]


def test_a_file_that_was_changed_since_is_shown_and_not_overwritten(workspace):
    """
    Both versions are in the answer, and its exit code says that nothing was done.
    """
    new(workspace, NewRequest("place", "nowe"), DAY)
    file = workspace.folder / "places.toml"
    text = file.read_text("utf-8")
    file.write_text(text.replace('name = ""', 'name = "Osada"'), "utf-8")
    outcome = undo(workspace, 1, DAY)

    assert 1 == outcome.code
    assert isinstance(outcome.value, Conflict)
    assert "Osada" in (outcome.value.there or "") and "Osada" not in (outcome.value.then or "")
    assert "Osada" in file.read_text("utf-8")
    assert 1 == len(history.read(workspace.folder))


def test_what_an_undo_breaks_is_said(workspace):
    """
    A campaign orders for a place, and the place goes: the fault is named, and was not there before.
    """
    new(workspace, NewRequest("place", "nowe"), DAY)
    campaign = workspace.folder / "campaigns/pierwsza.toml"
    campaign.write_text(campaign.read_text("utf-8").replace('places = ["all"]', 'places = ["nowe"]'), "utf-8")
    places = workspace.folder / "places.toml"
    before = [str(one.what) for one in workspace.library().findings]
    outcome = undo(workspace, 1, DAY)

    assert "nowe" not in places.read_text("utf-8")
    assert any("nowe" in str(one.what) for one in outcome.findings)
    assert not {str(one.what) for one in outcome.findings} & set(before)


@pytest.mark.parametrize(("number", "said"), [(0, "nothing to undo"), (9, "no change 9")])
def test_what_is_not_there_is_not_undone(workspace, number, said):
    """
    With the way to what is.
    """
    with pytest.raises(Misused, match=said):
        undo(workspace, number, DAY)


def test_nothing_is_taken_back_twice(workspace):
    """
    Who asks again is told how to bring it back.
    """
    new(workspace, NewRequest("place", "nowe"), DAY)
    undo(workspace, 1, DAY)
    with pytest.raises(Misused, match="already") as trouble:
        undo(workspace, 1, DAY)

    assert "ulotki undo 2" in str(trouble.value.findings[0].hint)


def test_a_torn_change_is_listed_as_one_and_stops_no_other(workspace):
    """
    It is refused by number, passed over by whoever wants the last, and named in the list.
    """
    new(workspace, NewRequest("place", "nowe"), DAY)
    new(workspace, NewRequest("scam", "nowe"), DAY)
    (workspace.folder / history.OWN / "000002" / "change.json").write_text("{")
    listed = list_changes(workspace)
    with pytest.raises(Refused):
        undo(workspace, 2, DAY)

    assert [1] == [one.number for one in listed.value]
    assert "change 2 cannot be undone" in str(listed.findings[0].what)
    assert 1 == undo(workspace, 0, DAY).value.number
