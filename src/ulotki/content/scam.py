"""One kind of swindle, in one language, as its author wrote it."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, NewType

from ulotki.content.text import Prose
from ulotki.errors import Where

Channel = Literal["phone", "message", "web", "door", "event"]
Audience = Literal["senior", "adult", "youth", "child"]
IconName = NewType("IconName", str)

EMERGENCY = "112"
"""The number that helps unless a scam names another."""

NOBODY = "none"
"""In its place, where no number helps."""

LOCAL = frozenset({"bank", "rzecznik"})
"""Numbers that a scam of the library may name although each workspace has its own, or none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """A step to take or a sign to know the swindler by. lead: stands alone on posters, no full stop."""

    lead: Prose
    sentence: Prose
    icon: IconName


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Where a statement was read. note: whose word it is and of when."""

    url: str
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class GoneRow:
    """One thing to do when it has happened: words, and beside them one large thing.

    number: id of a number of the register.  write: label of a white field to write a number in.  slip: words to copy,
    on a white slip.  large: words as large as a number, such as "14 dni".  A number may have `write` beside it: the
    field stands until somebody has given the number.
    """

    words: Prose
    number: str | None = None
    write: Prose | None = None
    slip: Prose | None = None
    large: Prose | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """A small card. lead: what it is about.  text: what to know of it."""

    lead: Prose
    text: Prose


@dataclass(frozen=True, slots=True, kw_only=True)
class Gone:
    """The box for who has already been cheated.

    title: the question or what holds.  comfort: a kind word beside it.  row: what to do, in order.  pair: two small
    cards under it, or none.
    """

    title: Prose
    comfort: Prose | None = None
    row: tuple[GoneRow, ...]
    pair: tuple[Note, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Short:
    """The author's shorter variants, for a page where the full words do not fit."""

    title: Prose | None = None
    quote: tuple[Prose, ...] | None = None
    order: Prose | None = None
    rule: Prose | None = None
    story: Prose | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Scam:
    """One kind of swindle.

    name: in full, for titles of files and lists.  title: large on paper.  channel: how the swindler comes.
    quote: what the swindler says, in the author's lines.  verdict: the word above the order, None = "To oszust!".
    order: what to do, one or two words.  step: three, in order.  sign: four.  rule: the one to keep.  story: how it
    works.  aftermath: when it has happened.  write_in: labels of lines to write numbers on.  season: months 1–12 in which it is most common, () = all year.  address: id of the page
    its code leads to, None = no code.  wrong_before, wrong_why: texts of this scam that were reviewed before that day
    said something wrong, so pieces made from them must come down, and what was wrong; both or neither, the day not after
    reviewed.  short: shorter variants for a tight page.  topic: a noun phrase for lists, None = the title.  mark: pictogram beside the verdict, None = a mask for "To oszust!",
    else a hand.  helps: id of the number that helps, the largest on every piece; None = 112, "none" = no number does.
    call: the reason to call it, None = "Zadzwoń", of another number than 112 "Telefon zaufania".  always: a line that
    stands on every piece.  gone: the box for who has been cheated, None = made of the fixed words and the number that
    helps.  In a translation helps and mark are those of the text it was made from unless given.
    """

    name: Prose
    title: Prose
    kicker: Prose | None = None
    channel: Channel
    voice: Prose | None = None
    quote: tuple[Prose, ...]
    verdict: Prose | None = None
    order: Prose
    rule: Prose
    story: Prose
    summary: Prose
    aftermath: tuple[Prose, ...]
    write_in: tuple[Prose, ...]
    signs_title: Prose | None = None
    audiences: tuple[Audience, ...]
    season: tuple[int, ...] = ()
    icon: IconName
    address: str | None = None
    reviewed: datetime.date
    review_by: datetime.date
    wrong_before: datetime.date | None = None
    wrong_why: str | None = None
    step: tuple[Point, ...]
    sign: tuple[Point, ...]
    source: tuple[Source, ...]
    short: Short = Short()
    topic: Prose | None = None
    mark: IconName | None = None
    helps: str | None = None
    call: Prose | None = None
    always: Prose | None = None
    gone: Gone | None = None
    id: str = ""
    lang: str = "pl"
    at: Where = Where()


def named(scam: Scam) -> Iterator[tuple[str, str]]:
    """(id, field) of each number that a field of *scam* names by its id."""
    if scam.helps and scam.helps != NOBODY:
        yield scam.helps, "helps"
    for place, row in enumerate(scam.gone.row if scam.gone else (), 1):
        if row.number:
            yield row.number, f"gone.row.{place}.number"


COUNTS = {"step": (3, 3), "sign": (4, 4), "aftermath": (3, 5), "write_in": (2, 3), "quote": (1, 4), "source": (1, 20)}
"""How many of each a scam has, least and most: what templates are drawn for."""

GONE_COUNTS = {"row": (1, 2), "pair": (0, 2)}
"""And its box for who has been cheated; small cards come in twos."""

SHORTENED = ("story", "rule", "quote", "title", "order")
"""Fields that may have a shorter variant, the one that is missed least first."""
