"""Days at the ends of the calendar: nobody means them, and nothing breaks on them."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ulotki.content.dates import next_year, shifted


@given(st.dates(date(2, 1, 1), date(9998, 12, 31)), st.integers(-300, 300))
def test_a_day_before_or_after(day, days):
    """
    As the calendar has it.
    """
    assert day + timedelta(days) == shifted(day, days)


@pytest.mark.parametrize(("day", "days"), [(date.min, -1), (date.max, 1), (date.max, 400)])
def test_beyond_the_calendar_is_its_end(day, days):
    """
    There is no day before the first one and none after the last.
    """
    assert day == shifted(day, days)


@pytest.mark.parametrize(
    ("day", "later"),
    [
        (date(2026, 11, 29), date(2027, 11, 29)),
        (date(2027, 2, 28), date(2028, 2, 28)),
        (date(2028, 2, 29), date(2029, 2, 28)),
        (date.max, date.max),
    ],
)
def test_a_year_later(day, later):
    """
    The same day, 28 February after a 29th, and never a year that there is none.
    """
    assert later == next_year(day)
