"""Outlines as use cases: whose scams they are about, for whom, and the school of the letter."""

import datetime

import pytest

from ulotki.documents import formats
from ulotki.errors import Misused, Refused
from ulotki.office.outline import OutlineRequest, talk
from ulotki.workspace import Workspace

DAY = datetime.date(2024, 9, 10)


@pytest.fixture
def workspace(root, tmp_path) -> Workspace:
    """Serniki, with its two campaigns."""
    for path in (root / "leaflets/serniki").rglob("*.toml"):
        copy = tmp_path / path.relative_to(root / "leaflets/serniki")
        copy.parent.mkdir(exist_ok=True)
        copy.write_bytes(path.read_bytes())
    return Workspace.at(tmp_path)


PRINTED = "print the sheets at its end once for each person"


def test_the_scams_of_the_campaign(workspace):
    """
    Those that are ordered for adults and are for seniors, a telephone call first; a lesson takes those for pupils of its age.
    """
    adults, pupils = talk(workspace, OutlineRequest(), DAY), talk(workspace, OutlineRequest(age="4-6"), DAY)

    assert ("na-wnuczka", "na-policjanta", "bank") == adults.value.scams[:3]
    assert "gry" not in adults.value.scams and ("konto", "gry") == pupils.value.scams
    assert ("konto", "gry", "slup", "sexting") == talk(workspace, OutlineRequest(age="7-8"), DAY).value.scams
    assert [PRINTED] == [str(one) for one in adults.asides] == [str(one) for one in pupils.asides]


def test_without_a_campaign(workspace):
    """
    Where none orders anything, or all are over, the usual scams are told, and it says so.
    """
    late = talk(workspace, OutlineRequest(), datetime.date(2025, 6, 1))
    for path in (workspace.folder / "campaigns").iterdir():
        path.unlink()
    none = talk(workspace, OutlineRequest(), DAY)

    assert late.value.scams == none.value.scams != ()
    assert 2 == len(none.asides) == len(late.asides)
    assert none.value.scams[0] == "na-wnuczka"


def test_one_campaign(workspace):
    """
    The campaign that is named, though it is over; one that there is not is wrong use.
    """
    late = datetime.date(2025, 6, 1)

    assert "handel-obnosny" in talk(workspace, OutlineRequest("sierpien-2024"), late).value.scams
    with pytest.raises(Misused, match="no campaign"):
        talk(workspace, OutlineRequest("sierpień"), DAY)


def test_a_campaign_that_cannot_be_read(workspace):
    """
    Named it is refused; a text that cannot be read is refused too, and nothing is told in its place.
    """
    (workspace.folder / "campaigns/sierpien-2024.toml").write_text("title = ", "utf-8")
    with pytest.raises(Refused):
        talk(workspace, OutlineRequest("sierpien-2024"), DAY)


def test_the_school(workspace):
    """
    The school and its head by people.toml; a place that is no school, and an age that there is not, are wrong use.
    """
    (workspace.folder / "people.toml").write_text(
        '[person.szkola-serniki]\nname = "Anna Kowalska"\nform = "pani"\n', "utf-8"
    )
    text = formats.document_text(talk(workspace, OutlineRequest(age="7-8", place="szkola-serniki"), DAY).value.paper)

    assert "Pani Anna Kowalska\nDyrektor\nSzkoła Podstawowa w Sernikach" in text
    assert "Szanowna Pani Dyrektor," in text
    for request in (
        OutlineRequest(age="7-8", place="ops"),
        OutlineRequest(age="7-8", place="nigdzie"),
        OutlineRequest(age="9"),
    ):
        with pytest.raises(Misused):
            talk(workspace, request, DAY)


def test_people_that_cannot_be_read(workspace):
    """
    The letter is written to the school, the fault is named, and the answer is 1.
    """
    (workspace.folder / "people.toml").write_text("[person", "utf-8")
    outcome = talk(workspace, OutlineRequest(age="7-8", place="szkola-serniki"), DAY)

    assert 1 == outcome.code and "Szanowni Państwo" in formats.document_text(outcome.value.paper)
