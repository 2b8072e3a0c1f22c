"""What goes with a bundle of printouts: the words of the page for the host, the letter, the receipt, the list."""

from __future__ import annotations

from dataclasses import dataclass

from ulotki.content.text import Prose


@dataclass(frozen=True, slots=True, kw_only=True)
class HostPage:
    """The first page of a bundle, for whoever has the board. until_open: when no day is set.  ask_nobody: without a number."""

    title: Prose
    where: Prose
    where_text: Prose
    until: Prose
    until_text: Prose
    until_open: Prose
    down: Prose
    down_text: Prose
    down_none: Prose
    ask: Prose
    ask_text: Prose
    ask_nobody: Prose
    never: Prose
    nevers: tuple[Prose, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Address:
    """How a letter begins, by whom it is for."""

    pan: Prose
    pani: Prose


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """The covering letter. greeting: when nobody has said whom it is for.  One `Address` for each kind of place."""

    greeting: Prose
    closing: Prose
    signature: Prose
    body: tuple[Prose, ...]
    parish: Address
    bank: Address
    office: Address
    welfare: Address
    solectwo: Address
    school: Address
    hall: Address


@dataclass(frozen=True, slots=True, kw_only=True)
class Receipt:
    """What the host signs, twice."""

    title: Prose
    for_host: Prose
    for_officer: Prose
    place: Prose
    received: Prose
    piece: Prose
    code: Prose
    copies: Prose
    total: Prose
    consent_until: Prose
    consent_open: Prose
    yes: Prose
    no: Prose
    day: Prose
    host: Prose
    officer: Prose
    privacy: Prose


@dataclass(frozen=True, slots=True, kw_only=True)
class Distribution:
    """Who gets what, on one list. Slot: {{number}}."""

    title: Prose
    place: Prose
    pieces: Prose
    copies: Prose
    sheets: Prose
    job: Prose
    total: Prose
    reams: Prose
    ink: Prose
    simplex: Prose
    short: Prose
    long: Prose


@dataclass(frozen=True, slots=True, kw_only=True)
class Paperwork:
    """All of it, in one language."""

    host: HostPage
    letter: Letter
    receipt: Receipt
    distribution: Distribution
