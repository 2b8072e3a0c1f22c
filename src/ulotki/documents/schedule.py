"""The list of planned meetings: day, hour, group, place, and what became of each."""

from __future__ import annotations

import datetime
from collections.abc import Sequence

from ulotki.content.meeting_letters import Schedule
from ulotki.content.meetings import Planned, Stage
from ulotki.content.typography import HOME, LANGUAGES
from ulotki.documents._columns import Columns
from ulotki.documents._kit import BODY, BOLD, TITLE, heading
from ulotki.documents._words import after, exact, plain, typed, worded
from ulotki.documents.flowing import KeepWithNext, Part, Table
from ulotki.documents.paper import Paper
from ulotki.frozen import dataclass
from ulotki.look.inks import BLACK
from ulotki.page.blocks import Block, Gap, Stack, Text

COLUMNS = Columns((40.0, 20.0, None, 50.0, 32.0), rim=2.4)
"""Day, hour, group, place, what became of it."""


@dataclass(frozen=True, slots=True)
class ScheduledMeeting:
    """A meeting of the list. house: where it is.  people: how many came, None while nobody wrote it down."""

    meeting: Planned
    house: str
    stage: Stage
    people: int | None = None


def schedule(words: Schedule, rows: Sequence[ScheduledMeeting], issuer: str, day: datetime.date, author: str) -> Paper:
    """The list of *rows*, as it is on *day*. issuer: under its title, "" for nobody."""
    dated = LANGUAGES[HOME].day(day)
    under = plain(f"{issuer}, {dated}" if issuer else dated)
    lead = KeepWithNext(Stack((heading(worded(words.title), TITLE, 1), Gap(4.6), Text(under, BODY, BLACK), Gap(6.0))))
    title = str(worded(words.title))
    if not rows:
        return Paper(title, author, day, (lead, Text(worded(words.none), BODY, BLACK)), 0.0)
    names = (words.day, words.hour, words.group, words.place, words.stage)
    parts: tuple[Part, ...] = (lead, Table(COLUMNS.heads(names), tuple(_meeting(words, one) for one in rows)))
    return Paper(title, author, day, parts, 0.0)


def _meeting(words: Schedule, one: ScheduledMeeting) -> Block:
    voice, meeting = LANGUAGES[HOME], one.meeting
    day = plain(f"{voice.weekdays[meeting.day.weekday()]}, {voice.day(meeting.day)}")
    stage = words.stages[one.stage.name.lower()]
    told = worded(stage) if one.people is None else after(stage, f"– {words.people.source} {one.people}")
    group = Text(typed(meeting.group), BOLD, BLACK, None)
    return COLUMNS.row((day, exact(meeting.hour), group, typed(one.house or "–"), told))
