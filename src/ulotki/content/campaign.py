"""Campaigns: what is ordered for which places, from which day on, and who has approved the pieces."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping
from typing import Annotated, NewType

from ulotki.content.doc import Doc
from ulotki.content.places import ALL, Place, Readers
from ulotki.content.text import Prose
from ulotki.errors import Say, Where, say
from ulotki.frozen import dataclass

TemplateName = NewType("TemplateName", str)
PaletteName = NewType("PaletteName", str)


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting:
    """When and where people are invited."""

    day: Annotated[datetime.date, Doc("The day of the meeting.")]
    hour: Annotated[str, Doc('The hour as it is printed, such as "17.00".')]
    where: Annotated[Prose, Doc("The house and its address.")]
    at: Where = Where()


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """Scams in one template and format, and how many copies each place gets."""

    scams: Annotated[tuple[str, ...], Doc("The ids of the scams.")]
    template: Annotated[TemplateName, Doc("The template.")]
    format: Annotated[str, Doc('The paper, such as "A4"; each template lists its formats.')]
    places: Annotated[
        tuple[str, ...],
        Doc(
            'Ids of places, kinds of place, or "all": every place of the audience, so schools for pupils and all other places for adults.'
        ),
    ]
    audience: Annotated[Readers, Doc('Who reads the pieces: "adults" or "pupils".')] = "adults"
    copies: Annotated[int, Doc("How many copies each place gets.")] = 1
    until: Annotated[datetime.date | None, Doc("The last day of display. Without it, that of the campaign.")] = None
    language: Annotated[str, Doc("The language of the pieces.")] = "pl"
    meeting: Annotated[
        Meeting | None, Doc("The meeting of an invitation. Without it, lines to fill in by hand are printed.")
    ] = None
    palette: Annotated[PaletteName | None, Doc("The colours. Without it, those of the campaign.")] = None
    at: Where = Where()


@dataclass(frozen=True, slots=True, kw_only=True)
class Approval:
    """Somebody's approval of the pieces with these codes: who, when, and the edition that they looked at."""

    edition: str
    by: str
    on: datetime.date
    codes: tuple[str, ...]
    at: Where = Where()


@dataclass(frozen=True, slots=True, kw_only=True)
class Campaign:
    """Orders from a day on. as_of: the day of which its pieces speak, None for its first one; see `edition.days`."""

    title: Annotated[str, Doc("The title of the campaign, for lists.")]
    day: Annotated[datetime.date, Doc("The first day: until then it decides which values hold.")]
    until: Annotated[datetime.date | None, Doc("The last day of display; it is printed when it is given.")] = None
    palette: Annotated[PaletteName, Doc("The colours of all pieces.")] = PaletteName("colour")
    approval: Annotated[bool, Doc("true: pieces say PROJEKT until somebody has approved them.")] = False
    order: Annotated[tuple[Order, ...], Doc("What is ordered.")]
    as_of: datetime.date | None = None
    id: str = ""
    at: Where = Where()


def campaign_over(id: str, until: datetime.date | None, today: datetime.date) -> tuple[Say, ...]:
    """A sentence that the campaign *id* is over *today*, the same for every command; () while it is not over."""
    if until is None or today <= until:
        return ()
    return (say("the campaign {id} ended on {until}: none of its pieces may hang any more", id=id, until=until),)


def campaigns_over(campaigns: Iterable[Campaign], today: datetime.date) -> tuple[Say, ...]:
    """The sentence of `campaign_over` for each of *campaigns* that is over *today*, sorted by day."""
    by_day = sorted(campaigns, key=lambda campaign: (campaign.day, campaign.id))
    return tuple(sentence for one in by_day for sentence in campaign_over(one.id, one.until, today))


def targets(order: Order, known: Mapping[str, Place]) -> tuple[str, ...]:
    """The ids of the places that *order* is for, in the order of *known*."""
    readers = {id for id, place in known.items() if place.readers == order.audience}
    return tuple(
        id
        for id, place in known.items()
        if id in order.places or place.kind in order.places or (ALL in order.places and id in readers)
    )
