"""Days before and after a day. The calendar of Python ends, and somebody may write its first or its last day."""

from __future__ import annotations

import datetime


def shifted(day: datetime.date, days: int) -> datetime.date:
    """The day *days* after *day*, before it when they are negative; where the calendar ends, its first or last day."""
    return datetime.date.fromordinal(min(max(day.toordinal() + days, 1), datetime.date.max.toordinal()))


def next_year(day: datetime.date) -> datetime.date:
    """The same day a year later, 28 February after a 29th."""
    return day.replace(year=min(day.year + 1, datetime.MAXYEAR), day=min(day.day, 28) if day.month == 2 else day.day)
