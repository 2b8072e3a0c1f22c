"""The order of the round trip: set by hand, remembered, and never in the way of an answer."""

import datetime

import pytest

from ulotki.documents import formats
from ulotki.errors import Misused
from ulotki.office.recall import RecallRequest, recall, recall_paper, reorder
from ulotki.workspace import Workspace, route

DAY = datetime.date(2024, 9, 1)
PLACES = ("bank", "ops", "urzad", "szkola")


@pytest.fixture
def workspace(tmp_path) -> Workspace:
    """Four places that something is ordered for, and an empty ledger."""
    (tmp_path / "ulotki.toml").write_text('gmina = "Serniki"\n', "utf-8")
    tables = (f'[place.{id}]\nname = "Miejsce {id}"\nkind = "office"\n' for id in PLACES)
    (tmp_path / "places.toml").write_text("".join(tables), "utf-8")
    (tmp_path / "campaigns").mkdir()
    (tmp_path / "campaigns/maj.toml").write_text(
        'title = "Maj"\nday = 2024-08-01\n[[order]]\nscams = ["na-wnuczka"]\ntemplate = "poster"\nformat = "A4"\n'
        'places = ["all"]\n',
        "utf-8",
    )
    return Workspace.at(tmp_path)


def visited(workspace, request=RecallRequest()):
    return [visit.place for visit in recall(workspace, request, DAY).value.recall.unwritten]


def test_without_an_order_it_is_that_of_the_file(workspace):
    """
    Nobody set an order: places come as places.toml has them, and no file is made.
    """
    assert list(PLACES) == visited(workspace)
    assert not (workspace.folder / route.NAME).exists()


def test_an_order_is_remembered(workspace):
    """
    The places that are named go first, the others follow as before; the next list has the same order, on paper too.
    """
    assert ["szkola", "ops", "bank", "urzad"] == visited(workspace, RecallRequest(order=("szkola", "Miejsce ops")))
    assert ["szkola", "ops", "bank", "urzad"] == visited(workspace)
    assert ("urzad", "szkola", "ops", "bank") == reorder(workspace, ("urzad",))

    text = formats.document_text(recall_paper(recall(workspace, RecallRequest(), DAY).value, pictures=False))
    assert ["urzad", "szkola", "ops", "bank"] == sorted(PLACES, key=lambda id: text.index(f"Miejsce {id}"))


def test_places_that_come_and_go(workspace):
    """
    A new place comes last; one that is no more is in nobody's way, and leaves the order when it is set again.
    """
    route.keep(workspace.folder, ("dawne", "urzad"))

    assert ["urzad", "bank", "ops", "szkola"] == visited(workspace)
    assert ("ops", "urzad", "bank", "szkola") == reorder(workspace, ("ops",))


def test_a_word_that_means_no_place(workspace):
    """
    It is wrong use, with the nearest name, and the order stays.
    """
    route.keep(workspace.folder, ("ops",))
    with pytest.raises(Misused, match="there is no place"):
        recall(workspace, RecallRequest(order=("bank", "opz")), DAY)

    assert route.Route(places=("ops",)) == route.read(workspace.folder)


@pytest.mark.parametrize(
    "content", [b"{", b"\xff", b'{"places": "bank"}', b'{"schema": "ulotki.route/9", "places": ["ops"]}', b"[" * 9000]
)
def test_a_damaged_order(workspace, content):
    """
    It is named with its file, the list is made in the order of places.toml, and setting the order again mends it.
    """
    (workspace.folder / route.NAME).write_bytes(content)
    outcome = recall(workspace, RecallRequest(), DAY)

    assert [str(workspace.folder / route.NAME)] == [finding.at.file for finding in outcome.findings]
    assert (4, list(PLACES)) == (outcome.code, [visit.place for visit in outcome.value.recall.unwritten])
    assert ["ops", "bank", "urzad", "szkola"] == visited(workspace, RecallRequest(order=("ops",)))
    assert () == recall(workspace, RecallRequest(), DAY).findings


def test_the_frozen_file(root, workspace):
    """
    A file of the first version is read, with fields that a newer program may add.
    """
    sample = root / "tests/formats/route-1.json"
    (workspace.folder / route.NAME).write_bytes(sample.read_bytes())

    assert route.Route(places=("urzad", "ops")) == route.read(workspace.folder)
