"""What `tell` needs besides the scam, as one value, because many functions pass it on together."""

from __future__ import annotations

import datetime

from ulotki.content.order import Meeting
from ulotki.content.phrases import Phrases, Readings
from ulotki.content.publisher import Publisher
from ulotki.content.register import Register
from ulotki.content.scam import Scam
from ulotki.content.text import Prose
from ulotki.frozen import dataclass


@dataclass(frozen=True, slots=True)
class Occasion:
    """What a piece is made for. day: decides which values hold.  until: its last day, None when that is not said.

    topics: the scams of the whole campaign, for pieces about several.  meeting: for an invitation.
    """

    day: datetime.date
    until: datetime.date | None = None
    topics: tuple[Scam, ...] = ()
    meeting: Meeting | None = None


@dataclass(frozen=True, slots=True)
class Telling:
    """What a scam is told with. phrases: the fixed words of the language.  publisher: None prints no issuer.  readings: None without any."""

    phrases: Phrases[Prose]
    register: Register
    publisher: Publisher | None
    occasion: Occasion
    readings: Readings | None = None
