"""Campaigns: what is ordered for which places, from which day on, and who has approved the pieces."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from typing import Annotated

from ulotki.content.doc import Doc
from ulotki.content.order import Order, PaletteName
from ulotki.errors import Say, Where, say
from ulotki.frozen import dataclass


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
    """Orders from a day on. as_of: the day of which its pieces speak, None for its first one; see `edition/days.py`."""

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
