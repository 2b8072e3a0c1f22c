"""Calendars as iCalendar files (RFC 5545): planned meetings, and what needs attention by which day.

The same entries give the same bytes: the stamp of an event is a day of its own and not the time of the clock. A meeting
has its number of changes as its sequence, and the rules of its time zone are written here, not taken from the machine.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Sequence

from icalendar import Alarm, Calendar, Event, Timezone, TimezoneDaylight, TimezoneStandard, vText

from ulotki.content.due import Due
from ulotki.content.meetings import LASTS, Planned
from ulotki.errors import Say
from ulotki.frozen import dataclass

PRODUCT = "-//ulotki//ulotki//PL"
ZONE = "Europe/Warsaw"

DOMAIN = "spotkania.ulotki"
"""What ends the identifier of an event: the same in every calendar, so an event that is read again replaces itself."""

BEFORE = datetime.timedelta(days=-1)
"""When the alarm sounds, from the beginning of a meeting."""


@dataclass(frozen=True, slots=True)
class CalendarMeeting:
    """A meeting for a calendar. house: where it is.  summary, alarm: words of its title and of its alarm.  notes: below it.

    scope: of the identifier, the name of the gmina: two officers may both plan a "klub-seniora".
    """

    meeting: Planned
    house: str
    summary: str
    alarm: str
    notes: str = ""
    scope: str = ""


def calendar(entries: Sequence[CalendarMeeting]) -> bytes:
    """*entries* as a file that calendar programs read; a cancelled one is marked so, and they take it out."""
    whole = _empty()
    whole.add("method", "PUBLISH")
    whole.add_component(_zone())
    for one in entries:
        whole.add_component(_meeting(one))
    return bytes(whole.to_ical())


def due_calendar(entries: Iterable[Due], told: Callable[[Say], str]) -> bytes:
    """*entries* as a file for calendar programs: each is an event of a whole day, on which people are free. told: translates a sentence."""
    whole = _empty()
    for one in entries:
        event = _event(one.uid, one.day)
        event.add("dtstart", one.day)
        event.add("summary", _visible(f"{one.label}: {told(one.what)}"))
        event.add("description", "\n".join(_visible(text) for text in (one.ref, one.source) if text))
        event.add("transp", "TRANSPARENT")
        whole.add_component(event)
    return bytes(whole.to_ical())


def _empty() -> Calendar:
    whole = Calendar()
    for name, value in (("prodid", PRODUCT), ("version", "2.0"), ("calscale", "GREGORIAN")):
        whole.add(name, value)
    return whole


def _event(uid: str, stamp: datetime.date) -> Event:
    event = Event()
    event.add("uid", _visible(uid))
    event.add("dtstamp", datetime.datetime.combine(stamp, datetime.time(), datetime.UTC))
    return event


def _visible(text: str) -> str:
    """*text* with a space in place of each character that cannot be printed: one of them could end a line of the file."""
    return "".join(sign if sign.isprintable() else " " for sign in text)


def _meeting(one: CalendarMeeting) -> Event:
    planned = one.meeting
    uid = "-".join(part for part in (one.scope, planned.id) if part) + f"@{DOMAIN}"
    event = _event(uid, planned.written or planned.day)
    event.add("sequence", planned.changes)
    event.add("dtstart", planned.start, parameters={"TZID": ZONE})
    event.add("dtend", min(planned.start, datetime.datetime.max - LASTS) + LASTS, parameters={"TZID": ZONE})
    event.add("summary", one.summary)
    for name, text in (("location", one.house), ("description", one.notes)):
        if text:
            event.add(name, text)
    event.add("status", "CANCELLED" if planned.cancelled else "CONFIRMED")
    if not planned.cancelled:
        alarm = Alarm()
        for name, value in (("action", "DISPLAY"), ("trigger", BEFORE), ("description", one.alarm)):
            alarm.add(name, value)
        event.add_component(alarm)
    return event


def _zone() -> Timezone:
    """The time zone of Poland, by the rule that holds in the European Union since 1996 (Directive 2000/84/EC)."""
    zone = Timezone()
    zone["tzid"] = vText(ZONE)
    for part, name, start, month, before, after in (
        (TimezoneDaylight(), "CEST", datetime.datetime(1996, 3, 31, 2), 3, 1, 2),
        (TimezoneStandard(), "CET", datetime.datetime(1996, 10, 27, 3), 10, 2, 1),
    ):
        part.add("dtstart", start)
        part.add("rrule", {"freq": "yearly", "bymonth": month, "byday": "-1su"})
        part.add("tzname", name)
        part.add("tzoffsetfrom", datetime.timedelta(hours=before))
        part.add("tzoffsetto", datetime.timedelta(hours=after))
        zone.add_component(part)
    return zone
