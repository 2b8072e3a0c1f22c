"""Fixed words about planned meetings: the letter that asks for them, and their list."""

from __future__ import annotations

from collections.abc import Mapping

from ulotki.content.text import Prose
from ulotki.frozen import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Ask:
    """The letter that asks for meetings. period: with the days of the plan, else opening.  reply: until when to answer.

    back: how the table comes back by post or e-mail, fetch: when no address is known.  group … contact: heads of the table.
    """

    subject: Prose
    period: Prose
    opening: Prose
    request: Prose
    reply: Prose
    later: Prose
    back: Prose
    fetch: Prose
    privacy: Prose
    group: Prose
    place: Prose
    first: Prose
    second: Prose
    hour: Prose
    people: Prose
    contact: Prose


@dataclass(frozen=True, slots=True, kw_only=True)
class Schedule:
    """The list of planned meetings, and their words in a calendar.

    day … stage: heads of columns.  people: before how many came.  summary, alarm, topics: before a group, and what it is
    about.  stages: what became of a meeting, by the name of its `Stage` in small letters.
    """

    title: Prose
    day: Prose
    hour: Prose
    group: Prose
    place: Prose
    stage: Prose
    none: Prose
    people: Prose
    summary: Prose
    alarm: Prose
    topics: Prose
    stages: Mapping[str, Prose]
