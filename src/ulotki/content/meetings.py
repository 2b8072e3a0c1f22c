"""Meetings that are planned: with whom, where, when; and the piece that invites to one."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import replace
from enum import Enum
from typing import Annotated

from ulotki.content.campaign import Campaign, Meeting, Order, PaletteName, TemplateName
from ulotki.content.doc import Doc
from ulotki.content.places import Place
from ulotki.content.text import Prose
from ulotki.errors import Refused, Say, Where, refused, say
from ulotki.frozen import dataclass

VERSION = 1
"""Of meetings.toml. A file without a version is of the first."""

USUAL = ("na-wnuczka", "na-policjanta", "bank")
"""What a meeting is about when nobody says."""

INVITATION = "spotkanie-"
"""How the campaign of an invitation is called: this and the id of its meeting."""

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


def invitation_campaign(
    one: Planned, places: Mapping[str, Place], known: Mapping[str, object], like: Campaign | None
) -> Campaign:
    """The campaign that prints the invitation to a meeting. known: scams by id.  like: whose colours and approval it takes.

    Raises Refused when nobody said where the meeting is, where invitations hang, or when it is cancelled.
    """
    house = one.house(places)
    if one.cancelled:
        raise _refused(one, "cancelled", say("this meeting is cancelled"), say("plan it anew: ulotki meetings plan"))
    if not house:
        what = say("nobody said where this meeting is")
        raise _refused(one, "where", what, say("say it: ulotki meetings change {id} --where …", id=one.id))
    hung = one.invite or ((one.place,) if one.place in places else ())
    if not hung:
        what = say("nobody said where the invitations hang")
        raise _refused(one, "invite", what, say("say it: ulotki meetings change {id} --invite all", id=one.id))
    topics = one.topics or tuple(id for id in USUAL if id in known)
    order = Order(
        scams=topics,
        template=TemplateName("meeting"),
        format="A4",
        places=hung,
        meeting=Meeting(day=one.day, hour=one.hour, where=one.where or Prose(house, one.at), at=one.at),
        at=one.at,
    )
    return Campaign(
        title=one.group,
        day=min(one.written or one.day, one.day),
        until=one.day,
        palette=like.palette if like else PaletteName("colour"),
        approval=like.approval if like else False,
        order=(order,),
        id=f"{INVITATION}{one.id}",
        at=one.at,
    )


def _refused(one: Planned, field: str, what: Say, hint: Say) -> Refused:
    return refused("read", what, hint, replace(one.at, field=field))
