"""Meetings that are planned: with whom, where, when; and the piece that invites to one."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from enum import Enum
from typing import Annotated

from ulotki.content.doc import Doc
from ulotki.content.places import Place
from ulotki.content.text import Prose
from ulotki.errors import Where
from ulotki.frozen import dataclass

VERSION = 1
"""Of meetings.toml. A file without a version is of the first."""

LASTS = datetime.timedelta(minutes=45)
"""How long a meeting takes, as letters say."""


class Stage(Enum):
    """What is known of a planned meeting on a day. UNTOLD: it is over and nobody wrote down whether it was held."""

    AHEAD = "planned"
    HELD = "held"
    CANCELLED = "cancelled"
    UNTOLD = "not written down yet"


@dataclass(frozen=True, slots=True, kw_only=True)
class Planned:
    """A planned meeting. It names no person: whom to call is in people.toml."""

    group: Annotated[str, Doc('With whom, such as "Klub Seniora w Sernikach".')]
    day: Annotated[datetime.date, Doc("The day of the meeting.")]
    hour: Annotated[str, Doc('The hour as it is printed, such as "17.00".')]
    place: Annotated[str, Doc("The id of the place where it is, when it is one of places.toml.")] = ""
    where: Annotated[
        Prose | None, Doc("The house and its address as invited people read it; else the name of the place.")
    ] = None
    topics: Annotated[tuple[str, ...], Doc("Ids of scams that it is about.")] = ()
    invite: Annotated[
        tuple[str, ...],
        Doc('Where invitations hang: ids or kinds of place, or "all"; empty for the place of the meeting.'),
    ] = ()
    cancelled: Annotated[bool, Doc("true: it will not take place.")] = False
    written: Annotated[datetime.date | None, Doc("When it was planned, or changed last; the program writes it.")] = None
    changes: Annotated[int, Doc("How often it was changed, for calendars; the program writes it.")] = 0
    recalled: Annotated[
        tuple[str, ...], Doc("Editions of its invitation that say what is no longer so; the program writes it.")
    ] = ()
    id: str = ""
    at: Where = Where()

    @property
    def start(self) -> datetime.datetime:
        """Day and hour, in local time."""
        hours, minutes = self.hour.replace(":", ".").split(".")
        return datetime.datetime.combine(self.day, datetime.time(int(hours), int(minutes)))

    def stage(self, day: datetime.date, held: bool) -> Stage:
        """What is known of it on *day*. held: whether the ledger says that it was."""
        if held:
            return Stage.HELD
        if self.cancelled:
            return Stage.CANCELLED
        return Stage.UNTOLD if self.day < day else Stage.AHEAD

    def house(self, places: Mapping[str, Place]) -> str:
        """Where it is, as people read it; "" when nobody said."""
        if self.where is not None:
            return self.where.source
        return places[self.place].name if self.place in places else ""
