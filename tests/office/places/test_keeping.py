"""One place: written, changed, emptied, retired; with its host, and never over what another has written."""

from __future__ import annotations

import pytest

from ulotki.errors import Misused, Refused
from ulotki.library.people import people
from ulotki.office.places import files
from ulotki.office.places.keeping import PlaceRequest, set_place
from ulotki.office.places.retiring import retire_place
from ulotki.office.undo import undo


def hosts(workspace):
    return people(workspace.folder, workspace.library().places)


def test_a_new_place_is_written_behind_the_others(workspace, day):
    """
    With an id made of its name, and undone as a whole.
    """
    before = workspace.contents("places.toml")
    kept = set_place(
        workspace, PlaceRequest({"name": "Remiza OSP", "boards": "2", "host": "Jan Kos", "form": "pan"}), day
    ).value
    place = workspace.library().places["remiza-osp"]
    undo(workspace, kept.number, day)

    assert ("new", "remiza-osp") == (kept.row.state, kept.row.id)
    assert ("Remiza OSP", "hall", 2) == (place.name, place.kind, place.boards)
    assert before == workspace.contents("places.toml")
    assert {"urzad"} == set(hosts(workspace))


def test_what_is_not_sent_stays_and_what_is_sent_empty_goes(workspace, day):
    """
    A telephone is emptied; without a name there is no host.
    """
    set_place(workspace, PlaceRequest({"boards": "3", "greeting": "Szanowna Pani"}, "urzad"), day)
    first = hosts(workspace)["urzad"]
    set_place(workspace, PlaceRequest({"phone": ""}, "urzad"), day)
    second = hosts(workspace)["urzad"]
    set_place(workspace, PlaceRequest({"host": "", "phone": "81 1"}, "urzad"), day)

    assert ("Szanowna Pani", "81 862 00 00") == (first.greeting, first.phone)
    assert ("Szanowna Pani", "") == (second.greeting, second.phone)
    assert {} == hosts(workspace)
    assert 3 == workspace.library().places["urzad"].boards


@pytest.mark.parametrize(
    ("cells", "id", "field", "said"),
    [
        ({"name": "Urząd gminy Serniki"}, "", "name", "already there"),
        ({"name": "Serniki Wieś"}, "", "name", "is it the same place?"),
        ({"name": "Coś", "kind": ""}, "", "kind", "missing"),
        ({"boards": "dwie"}, "urzad", "boards", "no number of boards"),
        ({"host": "Jan Kos", "form": ""}, "nowa-wola-1", "form", "missing"),
    ],
)
def test_a_fault_is_at_its_field(workspace, day, cells, id, field, said):
    """
    And nothing is written.
    """
    before = workspace.contents("places.toml")
    with pytest.raises(Refused, match=said.replace("?", r"\?")) as trouble:
        set_place(workspace, PlaceRequest(cells, id), day)

    assert field == trouble.value.findings[0].at.field.partition("=")[0]
    assert before == workspace.contents("places.toml")


def test_what_is_the_same_is_no_change(workspace, day):
    """
    The answer says so.
    """
    outcome = set_place(workspace, PlaceRequest({"name": "Urząd Gminy Serniki", "kind": "urząd"}, "urzad"), day)

    assert ("same", 0) == (outcome.value.row.state, outcome.value.number)


def test_who_comes_second_is_told(workspace, day):
    """
    A form that was made from other files writes nothing.
    """
    seen = files.read_places(workspace).seen
    set_place(workspace, PlaceRequest({"boards": "3"}, "urzad", seen=seen), day)
    with pytest.raises(Refused, match="changed since"):
        set_place(workspace, PlaceRequest({"boards": "1"}, "urzad", seen=seen), day)
    with pytest.raises(Refused, match="changed since"):
        retire_place(workspace, "urzad", day, seen)

    assert 3 == workspace.library().places["urzad"].boards


def test_a_place_is_retired_with_its_host(workspace, day):
    """
    By any word for it; brought back without the host, which is not kept.
    """
    retired = retire_place(workspace, "urząd", day).value
    gone = set(workspace.library().places), hosts(workspace)
    outcome = undo(workspace, retired.number, day)

    assert ({"serniki-wies", "nowa-wola-1"}, {}) == gone
    assert "urzad" in workspace.library().places
    assert {} == hosts(workspace)
    assert any("people.toml" in str(one) for one in outcome.asides)


def test_a_place_that_is_ordered_for_by_name_stays(workspace, day):
    """
    The campaign is named.
    """
    file = workspace.folder / "campaigns/pierwsza.toml"
    file.write_text(file.read_text("utf-8").replace('["all"]', '["urzad"]'), "utf-8")
    with pytest.raises(Refused, match="pierwsza orders for urzad"):
        retire_place(workspace, "urzad", day)
    with pytest.raises(Misused, match="no place"):
        retire_place(workspace, "zamek", day)


def test_a_file_with_a_fault_is_not_changed(workspace, day):
    """
    What cannot be read is said; a place that cannot be read stops only itself.
    """
    file = workspace.folder / "places.toml"
    good = file.read_text("utf-8")
    file.write_text(good + '\n[place.zla]\nname = "Zła"\nkind = "x"\n', "utf-8")
    set_place(workspace, PlaceRequest({"boards": "4"}, "urzad"), day)
    with pytest.raises(Refused):
        set_place(workspace, PlaceRequest({"boards": "4"}, "zla"), day)
    file.write_text("[place", "utf-8")
    with pytest.raises(Refused):
        set_place(workspace, PlaceRequest({"boards": "5"}, "urzad"), day)

    assert "[place" == file.read_text("utf-8")
