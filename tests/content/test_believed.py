"""A confirmation of a day that has not come is none, wherever the value is used."""

import datetime
from dataclasses import replace

from ulotki.content.believed import TypedRegister
from ulotki.content.number import Number
from ulotki.content.overrides import counting_value
from ulotki.content.state import Before, Confirmed, State
from ulotki.content.unread import Entries, Unread

TODAY = datetime.date(2024, 8, 20)
NEXT = TODAY + datetime.timedelta(1)
PAGE = "https://lubartow.policja.gov.pl"
WORD = Confirmed("478120000", "Anna Nowak", TODAY, PAGE)
VALUE = Number(
    value="478120000",
    label="dzielnicowy",
    id="d",
    set_by="Jan Kowalski",
    set_as="478120000",
    source=PAGE,
    confirmed=WORD,
)


def held(value, today=TODAY):
    return TypedRegister(Entries({value.ref: value})).believed(today).values[value.ref]


def test_a_confirmation_of_today_counts_and_one_of_tomorrow_does_not():
    """
    The day itself counts; once the day has come, the other one counts as well.
    """
    late = replace(VALUE, confirmed=replace(WORD, on=NEXT))

    assert [State.GOOD, State.UNCONFIRMED, State.GOOD] == [
        held(VALUE).state(TODAY),
        held(late).state(TODAY),
        held(late, NEXT).state(TODAY),
    ]


def test_neither_does_that_of_the_value_before():
    """
    The old value that still holds is printed on its own confirmation.
    """
    old = Before("478120001", NEXT, "Jan Kowalski", replace(WORD, value="478120001", on=NEXT), "478120001")

    assert held(replace(VALUE, before=old)).former.state(TODAY) is State.UNCONFIRMED
    assert held(replace(VALUE, before=old), NEXT).former.state(TODAY) is State.GOOD


def test_what_cannot_be_read_stays_so():
    """
    Unreadable values and files are still named.
    """
    late = replace(VALUE, confirmed=replace(WORD, on=NEXT))
    values = Entries({late.ref: late, "number:x": Unread("number", "x", ())}, ("why",))
    found = TypedRegister(values).believed(TODAY).values

    assert (["number:x"], ("why",)) == (list(found.unread), found.lost)


def test_nor_does_it_lift_a_stop():
    """
    A national value that was stopped is printed again only when the second person's word counts.
    """
    national = replace(VALUE, national=True, checked=TODAY, confirmed=None)
    own = replace(VALUE, instead_of=national, replaces=national.value, confirmed=replace(WORD, on=NEXT))
    typed = TypedRegister(Entries({own.ref: counting_value(own)}), {own.ref: own})

    assert [State.UNCONFIRMED, State.GOOD] == [
        typed.believed(day).values[own.ref].state(TODAY) for day in (TODAY, NEXT)
    ]
    assert [{own.ref: NEXT}, {}] == [typed.believed(day).early for day in (TODAY, NEXT)]
