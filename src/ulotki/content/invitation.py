"""The campaign that prints the piece which invites to a planned meeting."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from ulotki.content.campaign import Campaign
from ulotki.content.meetings import Planned
from ulotki.content.order import Meeting, Order, PaletteName, TemplateName
from ulotki.content.places import Place
from ulotki.content.text import Prose
from ulotki.errors import Refused, Say, refused, say

USUAL = ("na-wnuczka", "na-policjanta", "bank")
"""What a meeting is about when nobody says."""

INVITATION = "spotkanie-"
"""What the id of the campaign of an invitation begins with; the id of its meeting follows."""


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
