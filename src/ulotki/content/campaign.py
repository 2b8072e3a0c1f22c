"""The publisher of a workspace, its places, and the orders of its campaigns."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal, NewType

from ulotki.content.text import Prose
from ulotki.errors import Say, Where, say

PlaceKind = Literal["parish", "bank", "office", "welfare", "solectwo", "school", "hall"]
Readers = Literal["adults", "pupils"]
TemplateName = NewType("TemplateName", str)
PaletteName = NewType("PaletteName", str)


@dataclass(frozen=True, slots=True, kw_only=True)
class Printer:
    """How far a printer must be corrected, as its test sheet shows. right, down: mm, less than none for left and up."""

    right: float = 0.0
    down: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintShop:
    """What a job ticket says. stock: the paper, "" for the usual one.  contact: whom to ask, "" for the issuer."""

    stock: str = ""
    contact: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Publisher:
    """Who a workspace speaks for.

    issuer: printed in the imprint, None = nobody is named.  gmina: its name, for lists.
    officer_number, officer_name, officer_hours: the ids of the dzielnicowy's number, name and hours in numbers.toml.
    printer: where the office printer misses, so that sheets are moved to meet it.  print_shop: how one is ordered from.
    """

    issuer: Prose | None = None
    gmina: str = ""
    officer_number: str = "dzielnicowy"
    officer_name: str = "dzielnicowy"
    officer_hours: str = "godziny"
    printer: Printer = Printer()
    print_shop: PrintShop = PrintShop()
    at: Where = Where()


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where pieces end up. boards: how many display cases or notice boards it has."""

    name: str
    kind: PlaceKind
    boards: int = 1
    id: str = ""
    at: Where = Where()

    @property
    def readers(self) -> Readers:
        """The audience of the pieces that hang here."""
        return "pupils" if self.kind == "school" else "adults"


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting:
    """When and where people are invited. hour: as printed, "17.00".  where: the house and its address."""

    day: datetime.date
    hour: str
    where: Prose
    at: Where = Where()


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """These scams in this template and format, so many copies for each of these places.

    audience: who reads the pieces.  places: ids, or kinds of place, or "all": every place of that audience, so schools for
    pupils and all other places for adults.  palette: None = the campaign's.  until: display until, None =
    the campaign's.  language: of the pieces.  meeting: for an invitation, None = a
    blank one to fill in by hand.
    copies: for each place.
    """

    scams: tuple[str, ...]
    template: TemplateName
    format: str
    places: tuple[str, ...]
    audience: Readers = "adults"
    copies: int = 1
    until: datetime.date | None = None
    language: str = "pl"
    meeting: Meeting | None = None
    palette: PaletteName | None = None
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
    """Orders and a day. day: decides which values hold. until: display until, printed when given.

    approval: a piece that nobody has approved says PROJEKT.
    """

    title: str
    day: datetime.date
    until: datetime.date | None = None
    palette: PaletteName = PaletteName("colour")
    approval: bool = False
    order: tuple[Order, ...]
    id: str = ""
    at: Where = Where()


def over(id: str, until: datetime.date | None, today: datetime.date) -> tuple[Say, ...]:
    """A sentence that the campaign *id* is over *today*, the same for every command; () while it is not over."""
    if until is None or today <= until:
        return ()
    return (say("the campaign {id} ended on {until}: nothing of it is to hang any more", id=id, until=until),)


def ended(campaigns: Iterable[Campaign], today: datetime.date) -> tuple[Say, ...]:
    """The sentence of `over` for each of *campaigns* that is over *today*, sorted by day."""
    by_day = sorted(campaigns, key=lambda campaign: (campaign.day, campaign.id))
    return tuple(sentence for one in by_day for sentence in over(one.id, one.until, today))
