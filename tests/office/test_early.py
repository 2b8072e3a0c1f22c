"""A confirmation of a day that has not come is none, whoever asks: there is no register without a day."""

import datetime

import pytest
from books import TODAY, piece

from ulotki.content.state import State
from ulotki.library import Library, Undated
from ulotki.office.bundle import HandOverRequest
from ulotki.office.doctor import doctor
from ulotki.office.hand_over import hand_over
from ulotki.office.hanging import hanging
from ulotki.office.listing import list_kind
from ulotki.office.verify import verify
from ulotki.workspace import book

AT = "2024-08-20T10:00:00Z"
REF = "number:dzielnicowy"
NUMBERS = """[number.dzielnicowy]
value = "47 812 00 00"
label = "numer dzielnicowego"
source = "https://lubartow.policja.gov.pl"
checked = {day}
set_by = "asp. Jan Kowalski"
set_as = "47 812 00 00"
confirmed = {{ value = "478120000", by = "Anna Nowak", on = {day}, source = "https://lubartow.policja.gov.pl" }}
"""


@pytest.fixture
def confirmed(office, edition):
    """confirmed(day): an edition with a number that a second person confirmed on that day."""
    edition(piece(values={REF: "47 812 00 00"}))

    def give(day):
        (office.folder / "numbers.toml").write_text(NUMBERS.format(day=day))
        return office

    return give


def seen(office):
    """What those who read the register say of it: whether it holds, hangs well, is listed as good, and is called wrong."""
    code = piece().code
    if not book.read(office.folder).entries:
        hand_over(office, HandOverRequest(AT, ("bank",)), TODAY)
    again = hand_over(office, HandOverRequest(AT, ("bank",), anyway=True, pieces=(code,), copies=1), TODAY).value
    rows = {row.ref: row.state for row in list_kind(office.library().believed(TODAY), "numbers", TODAY).value.rows}
    wrong = [line for line in doctor(office, TODAY, TODAY).value.lines if line.state == "wrong" and line.ref == REF]
    return (
        verify(office, code, TODAY).value.good,
        not any(one.outdated for one in hanging(office, (), TODAY).value.standing),
        rows[REF],
        not wrong,
        again.old,
    )


def test_a_confirmation_of_today_counts_everywhere(confirmed):
    """
    The piece is good, may hang, and nothing is wrong.
    """
    assert (True, True, State.GOOD, True, ()) == seen(confirmed(TODAY))


def test_one_of_tomorrow_counts_nowhere(confirmed):
    """
    The piece is not good and must come down; doctor names the day.
    """
    office = confirmed(TODAY + datetime.timedelta(1))

    assert (False, False, State.UNCONFIRMED, False) == seen(office)[:4]
    said = [str(line.what) for line in doctor(office, TODAY, TODAY).value.lines]
    assert "numer dzielnicowego: confirmed on 2024-08-21, which has not come yet" in said


def test_doctor_looks_ahead_and_still_believes_nothing_of_tomorrow(confirmed):
    """
    The day that is asked about is not the day on which somebody asks.
    """
    office, later = confirmed(TODAY + datetime.timedelta(1)), TODAY + datetime.timedelta(30)

    assert any("has not come yet" in str(line.what) for line in doctor(office, later, TODAY).value.lines)


def test_no_value_is_read_without_a_day(office):
    """
    What is read from the files has no register; only with a day it has.
    """
    read = office.library()

    assert not hasattr(read, "register")
    assert isinstance(read, Undated) and not isinstance(read, Library)
    assert not {"values", "find", "__iter__", "__getitem__"} & set(dir(read.typed))
    assert read.believed(TODAY).register.find("number", "112").value == "112"
