"""Files to begin with: nothing is overwritten, nothing is left behind, and what is made can be read."""

from __future__ import annotations

import datetime
import shutil

import pytest

from ulotki.errors import Misused, Refused
from ulotki.office import init
from ulotki.office.init import init_workspace
from ulotki.office.starting import NewRequest, new
from ulotki.workspace import Workspace

TODAY = datetime.date(2028, 2, 29)
OLD = "campaigns/pierwsza.toml"


@pytest.fixture
def workspace(tmp_path) -> Workspace:
    """A workspace that has just begun."""
    init_workspace(tmp_path / "gmina", TODAY)
    return Workspace.at(tmp_path / "gmina")


def names(folder) -> set[str]:
    return {path.name for path in folder.iterdir()}


# A workspace


def test_a_new_folder_is_a_workspace_that_can_be_read(workspace):
    """
    Without a fault, on whatever day it began.
    """
    library = workspace.library()

    assert () == library.findings
    assert TODAY == library.campaign("pierwsza").day


@pytest.mark.parametrize("left", [None, ".part-1"])
def test_an_empty_folder_is_filled_and_nothing_else_is_left(workspace, tmp_path, monkeypatch, left):
    """
    Also the one we stand in, and one where a run was interrupted.
    """
    folder = tmp_path / "pusty"
    folder.mkdir()
    if left:
        (folder / left).mkdir()
    monkeypatch.chdir(folder)
    init_workspace(init.Path(), TODAY)

    assert names(workspace.folder) == names(folder)


def test_an_interrupted_beginning_leaves_the_folder_empty(tmp_path, monkeypatch):
    """
    So that it can be done again.
    """
    (tmp_path / "pusty").mkdir()
    monkeypatch.setattr(init, "editor_schemas", lambda: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        init_workspace(tmp_path / "pusty", TODAY)
    with pytest.raises(ZeroDivisionError):
        init_workspace(tmp_path / "nowy", TODAY)

    assert {"pusty"} == names(tmp_path)
    assert not names(tmp_path / "pusty")


@pytest.mark.parametrize("kind", ["folder", "file"])
def test_nothing_is_overwritten(tmp_path, kind):
    """
    Neither a folder that holds anything nor a file.
    """
    path = tmp_path / "a"
    path.mkdir() if kind == "folder" else path.write_text("x")
    if kind == "folder":
        (path / "x").write_text("x")
    with pytest.raises(Misused):
        init_workspace(path, TODAY)

    assert "x" == (path / "x" if kind == "folder" else path).read_text()


# A scam, a place, a campaign


@pytest.mark.parametrize("kind", ["scam", "place", "campaign"])
@pytest.mark.parametrize("id", ["", "-", "A", "ą", "a/b", "..", "con", "nul", "lpt1", "x" * 61])
def test_an_id_that_can_name_no_file_is_refused(workspace, kind, id):
    """
    On any system, and before anything is written.
    """
    before = names(workspace.folder)
    with pytest.raises(Misused):
        new(workspace, NewRequest(kind, id), TODAY)

    assert before == names(workspace.folder)


def test_a_starter_half_filled_stops_nobody_else(workspace):
    """
    The scam and the place are named; the campaign for all places can still be made.
    """
    new(workspace, NewRequest("scam", "x"), TODAY)
    new(workspace, NewRequest("place", "y"), TODAY)
    library = workspace.library()

    assert {("scam", "x"), ("place", "y")} == {(one.kind, one.id) for one in library.unread}
    assert library.campaign("pierwsza")


def test_a_place_is_added_once_whatever_the_file_ends_with(workspace):
    """
    No line end at its end, Windows line ends, a file that is not there: each place is one of its own.
    """
    path = workspace.folder / "places.toml"
    path.write_bytes(b'[place.a]\r\nname = "A"\r\nkind = "bank"')
    new(workspace, NewRequest("place", "b"), TODAY)
    with pytest.raises(Misused, match="already there"):
        new(workspace, NewRequest("place", "b"), TODAY)

    assert ["a"] == list(workspace.library().places)
    assert path.read_bytes().count(b"\n") == path.read_bytes().count(b"\r\n")
    path.unlink()
    new(workspace, NewRequest("place", "b"), TODAY)
    assert ["b"] == list(workspace.library().places.unread)


def test_a_list_of_places_that_cannot_be_read_is_left_alone(workspace):
    """
    Whether the place is there, nobody can tell.
    """
    (workspace.folder / "places.toml").write_text("[place.a\n")
    with pytest.raises(Refused):
        new(workspace, NewRequest("place", "b"), TODAY)

    assert "[place.a\n" == (workspace.folder / "places.toml").read_text()


def test_an_empty_scam_takes_the_place_of_none(workspace):
    """
    A starter called like a scam of the library would stop every piece of it.
    """
    with pytest.raises(Misused, match="take its place"):
        new(workspace, NewRequest("scam", "bank"), TODAY)


# A campaign once more


def test_a_campaign_once_more_can_be_read(workspace):
    """
    The same orders, other days.
    """
    day, until = datetime.date(2029, 1, 1), datetime.date(2029, 5, 1)
    asked = NewRequest("campaign", "druga", "pierwsza", day, until, "Druga")
    outcome = new(workspace, asked, TODAY)
    made, old = (workspace.library().campaign(id) for id in ("druga", "pierwsza"))

    assert (workspace.folder / "campaigns/druga.toml", 0) == (outcome.value.file, outcome.code)
    assert (day, until, "Druga") == (made.day, made.until, made.title)
    assert [order.scams for order in old.order] == [order.scams for order in made.order]
    assert "# Każde zamówienie" in outcome.value.file.read_text("utf-8")


@pytest.mark.parametrize(
    "asked",
    [
        NewRequest("campaign", "druga", "pierwsza"),
        NewRequest("campaign", "druga", "trzecia", TODAY),
        NewRequest("campaign", "druga", None, TODAY),
        NewRequest("campaign", "pierwsza", "pierwsza", TODAY),
        NewRequest("place", "druga", "pierwsza", TODAY),
    ],
)
def test_half_a_wish_is_no_wish(workspace, asked):
    """
    No day, no such campaign, nothing to be like, a name that is taken, a place.
    """
    before = names(workspace.folder / "campaigns")
    with pytest.raises(Misused):
        new(workspace, asked, TODAY)

    assert before == names(workspace.folder / "campaigns")


def test_a_campaign_that_would_not_be_good_is_not_written(workspace):
    """
    It ends before it begins.
    """
    with pytest.raises(Refused, match="earlier than the day"):
        new(workspace, NewRequest("campaign", "druga", "pierwsza", TODAY, datetime.date(2028, 1, 1)), TODAY)

    assert {"pierwsza.toml"} == names(workspace.folder / "campaigns")


def test_a_workspace_on_another_disk_is_not_needed(workspace, tmp_path):
    """
    Schemas that somebody took away come back with the next new file.
    """
    shutil.rmtree(workspace.folder / "schemas")
    new(workspace, NewRequest("place", "b"), TODAY)

    assert (workspace.folder / "schemas/places.schema.json").is_file()
