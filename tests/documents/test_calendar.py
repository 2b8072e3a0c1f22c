"""The calendars of planned meetings and of what is due, read by another program's eyes."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from ulotki.content.due import WORDS, Due, Why
from ulotki.content.meetings import Planned
from ulotki.documents.calendar import CalendarMeeting, calendar, due_calendar

WRITTEN = datetime.date(2024, 7, 5)


def entry(day=datetime.date(2024, 9, 12), **more):
    given = {"hour": "17.00", "id": "klub", "written": WRITTEN, "group": "Klub „Łąka”, Serniki; I"} | more
    planned = Planned(day=day, **given)
    return CalendarMeeting(
        planned, "Dom kultury, Serniki 1", f"Spotkanie: {planned.group}", "Jutro", "O czym: BLIK", "Serniki"
    )


def event(*entries):
    return Calendar.from_ical(calendar(entries)).walk("VEVENT")[0]


def test_what_stands_in_it():
    """
    Title, house, beginning and end in Polish time, an alarm a day before, words with commas as they are.
    """
    found = event(entry())
    (alarm,) = found.walk("VALARM")

    assert "Spotkanie: Klub „Łąka”, Serniki; I" == found["SUMMARY"]
    assert ("Dom kultury, Serniki 1", "O czym: BLIK") == (found["LOCATION"], found["DESCRIPTION"])
    assert datetime.timedelta(minutes=45) == found["DTEND"].dt - found["DTSTART"].dt
    assert datetime.timedelta(days=-1) == alarm["TRIGGER"].dt


@pytest.mark.parametrize(
    ("day", "hours"),
    [
        (datetime.date(2024, 3, 30), 1),
        (datetime.date(2024, 3, 31), 2),
        (datetime.date(2024, 10, 26), 2),
        (datetime.date(2024, 10, 27), 1),
        (datetime.date(2028, 2, 29), 1),
    ],
)
def test_summer_and_winter(day, hours):
    """
    At 17.00 in Poland it is 15 or 16 o'clock in the world; the rules of both stand in the file.
    """
    data = calendar([entry(day)])
    (zone,) = Calendar.from_ical(data).walk("VTIMEZONE")
    written = zone.to_tz(lookup_tzid=False)  # by the rules in the file, not by those of this machine
    start = datetime.datetime.combine(day, datetime.time(17), written)

    assert datetime.timedelta(hours=hours) == start.utcoffset()
    assert f"DTSTART;TZID=Europe/Warsaw:{day:%Y%m%d}T170000".encode() in data


def test_the_same_bytes():
    """
    The same meetings are the same bytes, with the day of the plan as their stamp.
    """
    assert calendar([entry()]) == calendar([entry()])
    assert b"DTSTAMP:20240705T000000Z" in calendar([entry()])


def test_a_change_replaces_what_was_there():
    """
    The identifier stays, the number of changes grows; a cancelled one says so and rings no more.
    """
    before, after = event(entry()), event(entry(datetime.date(2024, 9, 19), changes=1, cancelled=True))

    assert "Serniki-klub@spotkania.ulotki" == before["UID"] == after["UID"]
    assert (0, 1) == (before["SEQUENCE"], after["SEQUENCE"])
    assert ("CONFIRMED", "CANCELLED") == (before["STATUS"], after["STATUS"])
    assert [1, 0] == [len(one.walk("VALARM")) for one in (before, after)]


def test_lines_are_short():
    """
    No line is longer than 75 octets (RFC 5545, 3.1), and each ends as in a message.
    """
    data = calendar([entry(group="Koło Gospodyń Wiejskich „Żółte Żonkile” " * 5)])

    assert all(len(line) <= 75 for line in data.split(b"\r\n"))
    assert data.count(b"\n") == data.count(b"\r\n")


def test_what_is_due():
    """
    An event that lasts a day, on which nobody is busy, and no stamp from the clock.
    """
    entry = Due(WRITTEN, "number:a", Why.REVIEW, WORDS[Why.REVIEW], "dzielnicowy, gmina; x\\y", "https://x.pl")

    assert (
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//ulotki//ulotki//PL\r\nCALSCALE:GREGORIAN\r\n"
        "BEGIN:VEVENT\r\nSUMMARY:dzielnicowy\\, gmina\\; x\\\\y: read it again in its source\r\n"
        "DTSTART;VALUE=DATE:20240705\r\nDTSTAMP:20240705T000000Z\r\nUID:number:a.review.2024-07-05@ulotki\r\n"
        "DESCRIPTION:number:a\\nhttps://x.pl\r\nTRANSP:TRANSPARENT\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
    ) == due_calendar([entry], str).decode()


@given(
    st.lists(
        st.builds(
            Due,
            what=st.sampled_from(sorted(WORDS.values(), key=str)),
            day=st.dates(),
            ref=st.text(max_size=40),
            why=st.sampled_from(Why),
            label=st.text(max_size=200),
            source=st.text(max_size=200),
        ),
        max_size=4,
    )
)
def test_a_line_is_never_too_long(entries):
    """
    Whatever is said: lines of 75 octets at most that end in CRLF, whole signs, and each event between its two marks.
    """
    data = due_calendar(entries, str)
    lines = data.split(b"\r\n")

    assert b"" == lines[-1]
    assert all(len(line) <= 75 and b"\n" not in line and b"\r" not in line for line in lines)
    assert all(line.decode() or True for line in lines)
    whole = data.decode().replace("\r\n ", "").split("\r\n")
    assert len(entries) == whole.count("BEGIN:VEVENT") == whole.count("END:VEVENT")
    assert 4 + 8 * len(entries) + 2 == len(whole)
