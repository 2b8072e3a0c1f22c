"""What is to be seen to by when."""

from __future__ import annotations

import datetime
from dataclasses import replace

import pytest

from ulotki.content.due import UNDATED, Due, Why
from ulotki.content.due_list import all_due
from ulotki.content.number import Number
from ulotki.content.register import Register
from ulotki.content.state import Before, Confirmed, Withdrawn
from ulotki.errors import say

DAY = datetime.date(2024, 8, 1)


def on(days):
    return DAY + datetime.timedelta(days)


SOURCE = "https://lubartow.policja.gov.pl"
WORD = Confirmed("47 812 00 00", "Anna Nowak", DAY, source=SOURCE)
GOOD = Number(
    value="47 812 00 00", label="dzielnicowy", id="a", set_by="Jan Kowalski", set_as="47 812 00 00", confirmed=WORD
)
OLDER = {"set_as": "", "confirmed": replace(WORD, source="")}
"""As an older version confirmed it: without a source, and good until it is due."""


def found(value, days=30, day=DAY):
    """(why, day) of what is due for *value*."""
    return [(one.why, one.day) for one in all_due(Register({value.ref: value}), (), day, days)]


OLD = Before("47 812 11 11", on(9), "Jan Kowalski", Confirmed("47 812 11 11", "Anna Nowak", DAY))


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({}, []),
        ({"review_by": on(30)}, [(Why.REVIEW, on(30))]),
        ({"review_by": on(31)}, []),
        ({"review_by": on(-1)}, [(Why.REVIEW, on(-1))]),
        (OLDER, []),
        (OLDER | {"review_by": on(0)}, [(Why.REVIEW, on(0))]),
        (OLDER | {"review_by": on(-1)}, [(Why.REVIEW, on(-1)), (Why.UNCONFIRMED, DAY)]),
        ({"valid_until": on(0)}, [(Why.ENDS, on(0))]),
        ({"valid_until": on(30)}, [(Why.ENDS, on(30))]),
        ({"valid_until": on(31)}, []),
        ({"valid_until": on(-1)}, [(Why.EXPIRED, on(-1))]),
        ({"value": "", "review_by": on(1)}, [(Why.MISSING, DAY)]),
        ({"confirmed": None}, [(Why.UNCONFIRMED, DAY)]),
        ({"withdrawn": Withdrawn("x", on(-5)), "review_by": on(1)}, [(Why.WITHDRAWN, on(-5))]),
        ({"valid_from": on(5)}, [(Why.EARLY, DAY), (Why.BEGINS, on(5))]),
        ({"valid_from": on(31)}, [(Why.EARLY, DAY)]),
        ({"valid_from": on(0)}, []),
        ({"valid_from": on(5), "review_by": on(1)}, [(Why.EARLY, DAY), (Why.BEGINS, on(5)), (Why.REVIEW, on(5))]),
        ({"valid_from": on(10), "before": OLD}, [(Why.OLD_ENDS, on(9)), (Why.BEGINS, on(10))]),
        (
            {"valid_from": on(10), "before": OLD, "confirmed": None},
            [(Why.UNCONFIRMED, DAY), (Why.OLD_ENDS, on(9)), (Why.BEGINS, on(10))],
        ),
        ({"before": replace(OLD, confirmed=None)}, [(Why.OLD_UNCONFIRMED, DAY), (Why.OLD_ENDS, on(9))]),
        ({"before": replace(OLD, until=on(-1), confirmed=None)}, []),
        ({"before": replace(OLD, until=on(31))}, []),
    ],
)
def test_what_is_due_of_a_value(change, expected):
    """
    Within thirty days, and whatever is overdue or not good.
    """
    assert expected == found(replace(GOOD, **change))


def test_what_is_due_comes_by_day(library):
    """
    National values and scams in every language with the rest.
    """
    years = all_due(library.register, library.editions, DAY, 3650)

    assert list(years) == sorted(years, key=lambda one: one.day)
    assert {"number:112", "number:dzielnicowy", "scam:na-wnuczka"} <= {one.ref for one in years}
    assert all(one.label and str(one.what) for one in years)
    assert len({one.uid for one in years}) == len(years)
    assert all_due(library.register, library.editions, datetime.date.max, 1)


def test_an_entry_keeps_its_name():
    """
    Asked on another day, the same thing to do has the same name in a calendar.
    """
    for change in ({"review_by": on(9)}, {"confirmed": None}, {"value": ""}):
        value = replace(GOOD, **change)
        names = {one.uid for day in (DAY, on(3)) for one in all_due(Register({value.ref: value}), (), day)}

        assert 1 == len(names)


def test_what_has_no_day_is_named_by_its_ref():
    """
    And what has one, by that too.
    """
    for why in Why:
        assert (why in UNDATED) != ("2024-08-01" in Due(DAY, "number:a", why, say("see to it"), "x", None).uid)
