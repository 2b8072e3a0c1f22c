"""The orders of a campaign, as other programs get them."""

from __future__ import annotations

import datetime

from ulotki.content.order import Order
from ulotki.frozen import dataclass
from ulotki.values import filled


@dataclass(frozen=True, slots=True)
class OrderData:
    """An order as other programs get it. key: names it, until something else than its copies is changed."""

    key: str
    scams: tuple[str, ...]
    template: str
    format: str
    audience: str
    places: tuple[str, ...]
    copies: int
    until: datetime.date | None
    palette: str | None
    language: str

    @classmethod
    def of(cls, key: str, order: Order) -> OrderData:
        """*order*, by its key."""
        return filled(cls, order, key=key)


@dataclass(frozen=True, slots=True)
class OrdersData:
    """All orders of a campaign."""

    campaign: str
    orders: tuple[OrderData, ...]
