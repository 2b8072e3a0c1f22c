"""An entry that was wrong: another one counts in its place, or it does not count, and the chain holds."""

import datetime
import re

import pytest
from books import TODAY, piece

from ulotki.errors import Misused
from ulotki.handout import ledger
from ulotki.handout.deeds import GivenPiece, HandOver, HeldMeeting
from ulotki.office import entries, forgetting
from ulotki.office import ledger as office_ledger
from ulotki.office.answers import Doubtful
from ulotki.office.bundle import HandOverRequest
from ulotki.office.cancelling import cancel
from ulotki.office.correct import correct
from ulotki.office.corrected_deed import CorrectionRequest
from ulotki.office.hand_over import hand_over
from ulotki.office.meeting import MeetingRequest, write_meeting
from ulotki.office.taken_down import TakenDownRequest, taken_down
from ulotki.workspace import book

AT = "2024-08-20T10:00:00Z"
LEAFLET = piece("leaflet", "BBBBB-BBBBB", (("bank", 20),))


@pytest.fixture
def given(office, edition):
    """Entry 1: the bank was given posters and leaflets, and agreed."""
    edition(piece(), LEAFLET)
    hand_over(office, HandOverRequest(AT, ("bank",), consent=True), TODAY)
    return office


def mend(office, number, **said):
    return correct(office, CorrectionRequest(number, AT, **said), TODAY).value


def undo(office, number):
    return cancel(office, number, AT, TODAY).value


def there(office):
    """(place, code, copies, on boards) of all that is somewhere."""
    standings = ledger.standings(book.read(office.folder).entries)
    return [(one.place, one.code[0], one.there, one.hanging) for one in standings if one.there or one.hanging]


def counts(office):
    """The deeds that count."""
    return [one.deed for one in ledger.effects(book.read(office.folder).entries)]


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ({"place": "Szkoła"}, [("school", "A", 5, 2), ("school", "B", 20, 0)]),
        ({"copies": 3}, [("bank", "A", 3, 2), ("bank", "B", 3, 0)]),
        ({"pieces": (("AAAAA-AAAAA", None),)}, [("bank", "A", 5, 2)]),
        ({"pieces": (("AAAAA-AAAAA", 1),)}, [("bank", "A", 1, 1), ("bank", "B", 20, 0)]),
        ({"pieces": ((LEAFLET.name, 0),)}, [("bank", "A", 5, 2)]),
        ({"consent": False}, [("bank", "A", 5, 0), ("bank", "B", 20, 0)]),
        ({"hung": 1}, [("bank", "A", 5, 1), ("bank", "B", 20, 1)]),
    ],
)
def test_what_was_otherwise(given, said, expected):
    """
    Place, copies, pieces, consent, boards: what is where follows, the first entry stays, and the chain holds.
    """
    before = book.read(given.folder).entries[0]
    made = mend(given, 1, **said)

    assert expected == there(given)
    assert before == book.read(given.folder).entries[0]
    assert (2, 1) == (made.made.seq, made.made.deed.corrects)
    assert 2 == office_ledger.verify_ledger(given).value.entries


def test_day_and_who(given):
    """
    The day is the corrected one; who took it stands with the new entry alone.
    """
    mend(given, 1, day=datetime.date(2024, 8, 5), who="Anna Nowak", until=datetime.date(2024, 9, 1))

    (deed,) = counts(given)
    assert datetime.date(2024, 8, 5) == deed.day
    assert {datetime.date(2024, 9, 1)} == {one.until for one in deed.pieces}
    assert "Anna Nowak" == book.read(given.folder).people[2].who


def test_a_piece_that_was_forgotten(office, edition):
    """
    One of the same edition is added with its copies; without a number it is asked for.
    """
    edition(piece(), LEAFLET)
    hand_over(office, HandOverRequest(AT, ("bank",), pieces=("AAAAA-AAAAA",)), TODAY)
    with pytest.raises(Misused, match="BBBBB-BBBBB"):
        mend(office, 1, pieces=(("BBBBB-BBBBB", None),))
    mend(office, 1, pieces=(("BBBBB-BBBBB", 7),))

    assert [("bank", "A", 5, 2), ("bank", "B", 7, 0)] == there(office)


def test_corrections_of_corrections(given):
    """
    Each begins from what counts now, whichever of the entries is named.
    """
    mend(given, 1, copies=3)
    mend(given, 2, place="ops")

    assert [("ops", "A", 3, 2), ("ops", "B", 3, 0)] == there(given)
    assert [1, 1] == [one.deed.corrects for one in book.read(given.folder).entries[1:]]


def test_a_taken_down_is_corrected_and_cancelled(given):
    """
    Fewer copies were taken: the others are there; cancelled, all are there again.
    """
    taken_down(given, TakenDownRequest(("bank",), AT, everything=True), TODAY)
    mend(given, 2, copies=1)
    part = there(given)
    undo(given, 2)

    assert [("bank", "A", 4, 1), ("bank", "B", 19, 0)] == part
    assert [("bank", "A", 5, 2), ("bank", "B", 20, 0)] == there(given)


def test_a_cancelled_entry_and_back(given):
    """
    It does not count; what cancels it can be cancelled, and a correction that is cancelled leaves what was before.
    """
    mend(given, 1, copies=3)
    undone = undo(given, 2)
    before = there(given)
    gone = undo(given, 1)
    empty = there(given)
    undo(given, 4)

    assert isinstance(undone.now, HandOver)
    assert gone.now is None
    assert [("bank", "A", 5, 2), ("bank", "B", 20, 0)] == before == there(given)
    assert [] == empty


def test_what_is_cancelled_is_not_corrected(given):
    """
    It says which entry cancels it, and how it counts again.
    """
    undo(given, 1)
    with pytest.raises(Misused, match="cancelled by entry 2"):
        mend(given, 1, copies=3)
    with pytest.raises(Misused, match="cancelled by entry 2"):
        undo(given, 1)


@pytest.mark.parametrize(
    ("said", "why"),
    [
        ({}, "already says so"),
        ({"place": "bank"}, "already says so"),
        ({"place": "bnak"}, "bnak"),
        ({"pieces": (("CCCCC-CCCCC", 1),)}, "CCCCC"),
        ({"hung": 30}, "cannot hang"),
        ({"group": "KGW"}, "holds no such thing: group"),
        ({"day": datetime.date(2024, 8, 21)}, "has not come yet"),
        ({"who": "t"}, "nobody's name"),
    ],
)
def test_what_cannot_be_corrected_so(given, said, why):
    """
    It is named, and nothing is written.
    """
    with pytest.raises(Misused, match=why):
        mend(given, 1, **said)

    assert 1 == len(book.read(given.folder).entries)


def test_an_entry_that_is_not_there(given):
    """
    Neither corrected nor cancelled; nor is what has forgotten somebody.
    """
    for number in (7, 0):
        with pytest.raises(Misused):
            mend(given, number, copies=1)
        with pytest.raises(Misused):
            undo(given, number)
    forgetting.forget(given, (1,), AT, TODAY)
    with pytest.raises(Misused, match="cannot be cancelled"):
        undo(given, 2)
    with pytest.raises(Misused, match="nothing that can be corrected"):
        mend(given, 2, copies=1)


def test_a_meeting_is_corrected(office):
    """
    Day, group, people, topics and place; the report counts it once.
    """
    write_meeting(office, MeetingRequest(datetime.date(2024, 8, 12), "KGW", 30, AT), TODAY)
    day = datetime.date(2024, 8, 19)
    mend(office, 1, day=day, group="Klub", people=24, topics=("na-wnuczka",), place="OPS")

    assert [HeldMeeting(day, "Klub", 24, ("na-wnuczka",), "ops", 1)] == counts(office)
    with pytest.raises(Misused, match="copies"):
        mend(office, 1, copies=3)


def test_the_same_meeting_twice_is_asked_about(office):
    """
    The same day and group: nothing is written without somebody's word.
    """
    held = MeetingRequest(datetime.date(2024, 8, 12), "KGW", 30, AT)
    write_meeting(office, held, TODAY)
    with pytest.raises(Doubtful, match="already holds this meeting"):
        write_meeting(office, MeetingRequest(held.day, "kgw", 31, AT), TODAY)
    write_meeting(office, MeetingRequest(held.day, "kgw", 31, AT, anyway=True), TODAY)

    assert 2 == len(counts(office))


def test_the_list_says_what_became_of_an_entry(given):
    """
    By which entry it was corrected or cancelled.
    """
    mend(given, 1, copies=3)
    hand_over(given, HandOverRequest(AT, ("ops",)), TODAY)
    undo(given, 3)
    mend(given, 1, copies=4)
    undo(given, 1)
    lines = entries.list_entries(given, entries.EntriesRequest()).value.lines

    assert [(6, None), (6, None), (4, None), (None, None), (6, None), (None, None)] == [
        (one.by, one.corrected) for one in lines
    ]


def test_what_was_given_is_in_the_value(given):
    """
    A correction says what counted before, for the line that shows both.
    """
    before = mend(given, 1, copies=3).before

    assert [5, 20] == [one.copies for one in before.pieces if isinstance(one, GivenPiece)]


@pytest.mark.parametrize(
    ("said", "why"),
    [
        ({"copies": 600}, r"Bank Spółdzielczy \(bank\): 600 copies"),
        ({"pieces": (("BBBBB-BBBBB", 21),)}, "21 copies"),
        ({"day": datetime.date(2024, 7, 31)}, "the edition is of 2024-08-01, and 2024-07-31 is before that"),
        ({"until": datetime.date(2024, 8, 19)}, "until 2024-08-19 only"),
    ],
)
def test_what_is_unlikely_to_be_meant(given, said, why):
    """
    A correction is written, with a warning of what a hand-over would be doubted for; once, and with the name of the place.
    """
    outcome = correct(given, CorrectionRequest(1, AT, **said), TODAY)
    again = correct(given, CorrectionRequest(1, AT, note="as before"), TODAY)

    assert 0 == outcome.code
    assert re.search(why, str(outcome.findings[0].what))
    assert () == again.findings


def test_the_same_bundle_elsewhere(given):
    """
    A correction to a place that already has the piece is warned of; what it corrects itself is no second bundle.
    """
    hand_over(given, HandOverRequest(AT, ("ops",), pieces=("AAAAA-AAAAA",), copies=2), TODAY)
    fewer = correct(given, CorrectionRequest(2, AT, copies=1), TODAY)
    moved = correct(given, CorrectionRequest(2, AT, place="bank"), TODAY)

    assert () == fewer.findings
    assert "6 copies" in str(moved.findings[0].what)
