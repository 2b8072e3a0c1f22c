"""A place, or all of places.toml, that cannot be read: it is named where it matters, and never called unknown."""

import datetime

import pytest
from books import TODAY

from ulotki.errors import Refused
from ulotki.office.bundle import HandOverRequest
from ulotki.office.hand_over import hand_over
from ulotki.office.hanging import hanging
from ulotki.office.meant_packs import PackRequest
from ulotki.office.numbers.where import where
from ulotki.office.pack import pack
from ulotki.office.recall import RecallRequest, recall
from ulotki.office.verify import verify

AT = "2024-08-20T10:00:00Z"


@pytest.fixture
def given(office, edition):
    """The bank was given its posters, and somebody looks after it."""
    edition()
    (office.folder / "people.toml").write_text('[person.bank]\nname = "Anna Nowak"\nform = "pani"\n')
    hand_over(office, HandOverRequest(AT, ("bank",)), TODAY)
    return office


@pytest.fixture
def lost(given):
    """places.toml is a folder."""
    (given.folder / "places.toml").unlink()
    (given.folder / "places.toml").mkdir()
    return given


@pytest.fixture
def torn(given):
    """The entry of the bank cannot be read."""
    file = given.folder / "places.toml"
    file.write_text(file.read_text().replace('kind = "bank"', 'kind = "banque"'))
    return given


@pytest.mark.parametrize("damage", ["lost", "torn"])
def test_named_by_its_id_it_says_why(damage, request):
    """
    A hand-over and a pack for it are refused for what is wrong in places.toml; nobody says that there is no such place,
    or blames people.toml.
    """
    office = request.getfixturevalue(damage)

    for asked in (
        lambda: hand_over(office, HandOverRequest(AT, ("bank",)), TODAY),
        lambda: pack(office, PackRequest(("bank",)), TODAY),
    ):
        with pytest.raises(Refused, match=r"places\.toml"):
            asked()


def test_another_place_is_handed_over_all_the_same(torn):
    """
    Who looks after a place that cannot be read is no fault of people.toml.
    """
    assert 0 == hand_over(torn, HandOverRequest(AT, ("ops",), edition="EEEE1-EEEE1"), TODAY).code


def test_answers_name_a_file_that_cannot_be_read(lost):
    """
    Recall, verify and where are answered, with what is wrong, and exit 1: nobody knows for whom something is ordered.
    """
    for outcome in (
        recall(lost, RecallRequest(), TODAY),
        verify(lost, "AAAAA-AAAAA", TODAY),
        where(lost, "112", TODAY),
    ):
        assert 1 == outcome.code
        assert any("places.toml" in one.at.file for one in outcome.findings)


def test_the_next_question_is_answered(torn):
    """
    One place that cannot be read takes no other answer away.
    """
    assert 0 == recall(torn, RecallRequest(), datetime.date(2024, 9, 1)).code
    assert 0 == hanging(torn, (), TODAY).code
