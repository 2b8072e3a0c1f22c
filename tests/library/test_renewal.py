"""A campaign once more: only days, the title and meetings change."""

from __future__ import annotations

import datetime
import tomllib

import pytest

from ulotki.errors import Refused
from ulotki.library.renewal import renewed

TEXT = """# Sierpień: plakaty.
title = "Sierpień 2024"   # co to jest
day = 2024-08-01          # od kiedy
until = 2024-12-31
palette = "mono"

# Do gablot, już od 2024-08-01.
[[order]]
scams = ["bank"]
template = "poster"
format = "A4"
places = ["all"]
until = 2024-10-31  # krócej

[[order]]
scams = ["bank"]
template = "meeting"
format = "A4"
places = ["all"]
meeting = { day = 2024-08-20, hour = "17.00", where = "remiza" }
copies = 2
"""
DAY, UNTIL = datetime.date(2025, 8, 1), datetime.date(2026, 1, 31)


def lines(one: str, other: str) -> list[str]:
    """The lines of *other* that are not in *one*."""
    return [line for line in other.splitlines() if line not in one.splitlines()]


def test_days_move_and_nothing_else():
    """
    Comments, orders and blanks are kept; an order's own last day moves with the campaign's; the meeting is a comment.
    """
    made = renewed(TEXT, DAY, UNTIL)

    assert [
        "day = 2025-08-01          # od kiedy",
        "until = 2026-01-31",
        "until = 2025-12-01  # krócej",
        '# meeting = { day = 2024-08-20, hour = "17.00", where = "remiza" }',
    ] == lines(TEXT, made.text)
    assert (datetime.date(2024, 8, 20),) == made.meetings


def test_without_a_last_day_it_hangs_as_long_as_before():
    """
    152 days.
    """
    values = tomllib.loads(renewed(TEXT, DAY).text)

    assert datetime.date(2025, 12, 31) == values["until"]
    assert datetime.date(2025, 10, 31) == values["order"][0]["until"]


def test_a_last_day_is_written_where_there_was_none():
    """
    Below the first one.
    """
    made = renewed(TEXT.replace("until = 2024-12-31\n", ""), DAY, UNTIL).text

    assert "day = 2025-08-01          # od kiedy\nuntil = 2026-01-31\npalette" in made


def test_the_title_when_it_is_given():
    """
    Its comment stays, and quotation marks in it do no harm.
    """
    made = renewed(TEXT, DAY, title='Rok "2025" \\ dwa').text

    assert 'Rok "2025" \\ dwa' == tomllib.loads(made)["title"]
    assert "# co to jest" in made


def test_windows_line_ends_and_a_mark_at_the_beginning():
    """
    As Notepad leaves them.
    """
    made = renewed("\ufeff" + TEXT.replace("\n", "\r\n").replace("until = 2024-12-31\r\n", ""), DAY, UNTIL).text

    assert made.count("\n") == made.count("\r\n")
    assert UNTIL == tomllib.loads(made)["until"]


def test_a_meeting_in_a_table_of_its_own():
    """
    The whole table becomes a comment, the order after it stays.
    """
    inline = 'meeting = { day = 2024-08-20, hour = "17.00", where = "remiza" }\ncopies = 2\n'
    table = 'copies = 2\n\n[order.meeting]\nday = 2024-08-20\nhour = "17.00"\nwhere = "remiza"\n\n[[order]]\nscams = ["blik"]\n'
    more = 'template = "poster"\nformat = "A4"\nplaces = ["all"]\n'
    values = tomllib.loads(renewed(TEXT.replace(inline, table + more), DAY, UNTIL).text)

    assert ["bank", "bank", "blik"] == [order["scams"][0] for order in values["order"]]
    assert not any("meeting" in order for order in values["order"])


def test_what_cannot_be_changed_line_by_line_is_refused():
    """
    All orders in one line: nothing is guessed.
    """
    text = 'title = "x"\nday = 2024-08-01\norder = [{ scams = ["bank"], until = 2024-08-09 }, { until = 2024-08-10 }]\n'

    with pytest.raises(Refused, match="line by line"):
        renewed(text, DAY)


def test_29_february():
    """
    Days are counted, not months.
    """
    made = renewed(TEXT, datetime.date(2028, 2, 29)).text

    assert datetime.date(2028, 7, 30) == tomllib.loads(made)["until"]


@pytest.mark.parametrize("day", [datetime.date.max, datetime.date.min])
def test_the_calendar_ends_without_a_fault(day):
    """
    A slip of a finger in the year: there is no day after the last one.
    """
    made = tomllib.loads(renewed(TEXT, day).text)

    assert day == made["day"] and made["day"] <= made["order"][0]["until"] <= made["until"] <= datetime.date.max
