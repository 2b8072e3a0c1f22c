"""An order of a campaign: scams in one template and format, for which places."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Annotated, NewType

from ulotki.content.doc import Doc
from ulotki.content.places import ALL, Place, Readers
from ulotki.content.text import Prose
from ulotki.errors import Where
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


def targets(order: Order, known: Mapping[str, Place]) -> tuple[str, ...]:
    """The ids of the places that *order* is for, in the order of *known*."""
    readers = {id for id, place in known.items() if place.readers == order.audience}
    return tuple(
        id
        for id, place in known.items()
        if id in order.places or place.kind in order.places or (ALL in order.places and id in readers)
    )
