"""The rows of the lists, a class for each kind of thing."""

from __future__ import annotations

import datetime
from collections.abc import Mapping

from ulotki.content.scam import Citation
from ulotki.errors import Say
from ulotki.frozen import dataclass
from ulotki.office.value_row import ValueRow


@dataclass(frozen=True, slots=True)
class ScamRow:
    """A kind of swindle. remark: that it is older than the one it was copied from, None when it is not."""

    id: str
    lang: str
    name: str
    title: str
    channel: str
    audiences: tuple[str, ...]
    season: tuple[int, ...]
    icon: str
    summary: str
    address: str | None
    reviewed: datetime.date
    review_by: datetime.date
    sources: tuple[Citation, ...]
    file: str
    remark: Say | None


@dataclass(frozen=True, slots=True)
class TemplateRow:
    """A way of arranging a leaflet. sheets: by format.  refuses: why, by scam."""

    id: str
    what: Say
    formats: tuple[str, ...]
    pages: int
    duplex: str | None
    sheets: Mapping[str, str]
    refuses: Mapping[str, Say]


@dataclass(frozen=True, slots=True)
class PlaceRow:
    """Where pieces end up."""

    id: str
    name: str
    kind: str
    boards: int


@dataclass(frozen=True, slots=True)
class CampaignRow:
    """Orders with a day. orders: how many."""

    id: str
    title: str
    day: datetime.date
    until: datetime.date | None
    orders: int


@dataclass(frozen=True, slots=True)
class CheckRow:
    """What must hold before paper is spent, and why."""

    id: str
    why: Say


@dataclass(frozen=True, slots=True)
class IconRow:
    """A pictogram, and the scams that show it."""

    id: str
    scams: tuple[str, ...]


ListingRow = ScamRow | TemplateRow | PlaceRow | ValueRow | CampaignRow | CheckRow | IconRow
