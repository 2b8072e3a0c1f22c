"""Planned meetings as an iCalendar file (RFC 5545): with their time zone, and an alarm a day before.

The same meetings give the same bytes: the stamp of an event is the day on which it was planned or changed last, its number
of changes is its sequence, and the rules of the time zone are written here, not taken from the machine.
"""

from __future__ import annotations

import datetime
from collections.abc import Sequence

from icalendar import Alarm, Calendar, Event, Timezone, TimezoneDaylight, TimezoneStandard, vText

from ulotki.content.meetings import LASTS, Planned
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
    whole = Calendar()
    whole.add("prodid", PRODUCT)
    whole.add("version", "2.0")
    whole.add("calscale", "GREGORIAN")
    whole.add("method", "PUBLISH")
    whole.add_component(_zone())
    for one in entries:
        whole.add_component(_event(one))
    return bytes(whole.to_ical())


def _event(one: CalendarMeeting) -> Event:
    planned = one.meeting
    event = Event()
    event.add("uid", "-".join(part for part in (one.scope, planned.id) if part) + f"@{DOMAIN}")
    stamp = planned.written or planned.day
    event.add("dtstamp", datetime.datetime.combine(stamp, datetime.time(), datetime.UTC))
    event.add("sequence", planned.changes)
    event.add("dtstart", planned.start, parameters={"TZID": ZONE})
    event.add("dtend", planned.start + LASTS, parameters={"TZID": ZONE})
    event.add("summary", one.summary)
    if one.house:
        event.add("location", one.house)
    if one.notes:
        event.add("description", one.notes)
    event.add("status", "CANCELLED" if planned.cancelled else "CONFIRMED")
    if not planned.cancelled:
        event.add_component(_alarm(one.alarm))
    return event


def _alarm(words: str) -> Alarm:
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("trigger", BEFORE)
    alarm.add("description", words)
    return alarm


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
