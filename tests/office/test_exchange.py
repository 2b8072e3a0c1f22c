"""Old pieces that are exchanged for new ones, also of several campaigns at a time."""

import datetime

import pytest
from books import piece

from ulotki.errors import Refused
from ulotki.handout.deeds import HandOver, TakenDown
from ulotki.office.bundle import HandOverRequest
from ulotki.office.exchange import exchange
from ulotki.office.hand_over import hand_over
from ulotki.workspace import book

TODAY = datetime.date(2024, 8, 20)
AT = "2024-08-20T10:00:00Z"
CAMPAIGNS = {"czerwiec": "C", "maj": "M"}


@pytest.fixture
def newest(office, edition):
    """The newest editions of two campaigns; a piece of the one before each hangs in the bank and says a wrong number."""
    found = {}
    text = (office.folder / "campaigns/maj.toml").read_text("utf-8")
    for name, sign in CAMPAIGNS.items():
        (office.folder / f"campaigns/{name}.toml").write_text(text)
        edition(piece(code=f"{sign * 5}-AAAA1", values={"number:112": "113"}), code=f"{sign * 5}-EEEE1", campaign=name)
        request = HandOverRequest(AT, ("bank",), campaign=name, copies=2, day=datetime.date(2024, 8, 2))
        hand_over(office, request, TODAY)
        code = f"{sign * 5}-EEEE2"
        found[name] = edition(piece(code=f"{sign * 5}-BBBB2"), code=code, campaign=name, number=2)
    return found


def test_each_replacement_is_of_its_own_edition(office, newest):
    """
    What a place gets of two campaigns are two hand-overs, each with the edition that holds its pieces.
    """
    exchange(office, ["bank"], AT, TODAY)
    deeds = [one.deed for one in book.read(office.folder).entries[2:]]
    brought = {one.campaign: one for one in deeds if isinstance(one, HandOver)}

    assert [TakenDown, HandOver, HandOver] == [type(one) for one in deeds]
    assert {name: f"{sign * 5}-EEEE2" for name, sign in CAMPAIGNS.items()} == {
        name: one.edition for name, one in brought.items()
    }
    assert all([f"{sign * 5}-BBBB2"] == [one.code for one in brought[name].pieces] for name, sign in CAMPAIGNS.items())


@pytest.mark.parametrize("name", CAMPAIGNS)
def test_every_edition_is_looked_at(office, newest, name):
    """
    A file that is not as it was made stops the exchange, of whichever campaign it is, and nothing is written.
    """
    next(newest[name].rglob("*.pdf")).write_bytes(b"spoilt")
    before = book.read(office.folder).entries
    with pytest.raises(Refused) as caught:
        exchange(office, ["bank"], AT, TODAY)

    assert name in caught.value.findings[0].at.file
    assert before == book.read(office.folder).entries
