"""One kind of swindle, in one language, as its author wrote it."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from typing import Annotated, Literal, NewType

from ulotki.content.doc import Doc
from ulotki.content.text import Prose
from ulotki.errors import Where
from ulotki.frozen import dataclass

Channel = Literal["phone", "message", "web", "door", "event"]
Audience = Literal["senior", "adult", "youth", "child"]
IconName = NewType("IconName", str)

EMERGENCY = "112"
"""The number that helps unless a scam names another."""

NOBODY = "none"
"""The word in place of that number, where no number helps."""

LOCAL = frozenset({"bank", "rzecznik"})
"""Numbers that a scam of the library may name although each workspace has its own, or none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """A step to take, or a sign of the swindle."""

    lead: Annotated[Prose, Doc("A few words that stand alone on posters, without a full stop.")]
    sentence: Annotated[Prose, Doc("One sentence about it.")]
    icon: Annotated[IconName, Doc("The pictogram.")]


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """Where a statement was read."""

    url: Annotated[str, Doc("The address of the page.")]
    note: Annotated[str, Doc("Who says it, and when.")]


@dataclass(frozen=True, slots=True, kw_only=True)
class GoneRow:
    """One thing to do after it has happened: words, and beside them one large thing.

    The large thing is one of number, write, slip and large. A number may have `write` beside it: the field is printed until
    the number has a value.
    """

    words: Annotated[Prose, Doc("What to do.")]
    number: Annotated[str | None, Doc("The id of a number in numbers.toml.")] = None
    write: Annotated[Prose | None, Doc("The label of a white field in which people write a number.")] = None
    slip: Annotated[Prose | None, Doc("Words to copy, on a white slip.")] = None
    large: Annotated[Prose | None, Doc('Words as large as a number, such as "14 dni".')] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """A small card."""

    lead: Annotated[Prose, Doc("What the card is about.")]
    text: Annotated[Prose, Doc("What people should know about it.")]


@dataclass(frozen=True, slots=True, kw_only=True)
class Gone:
    """The box for people who have already been cheated."""

    title: Annotated[Prose, Doc("The question, or what holds.")]
    comfort: Annotated[Prose | None, Doc("A kind word beside the title.")] = None
    row: Annotated[tuple[GoneRow, ...], Doc("What to do, in order.")]
    pair: Annotated[tuple[Note, ...], Doc("Two small cards under it, or none.")] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Short:
    """Shorter words of the author, for a page on which the full words do not fit."""

    title: Annotated[Prose | None, Doc("A shorter title.")] = None
    quote: Annotated[tuple[Prose, ...] | None, Doc("A shorter quote.")] = None
    order: Annotated[Prose | None, Doc("A shorter order.")] = None
    rule: Annotated[Prose | None, Doc("A shorter rule.")] = None
    story: Annotated[Prose | None, Doc("A shorter story.")] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Scam:
    """One kind of swindle. In a translation helps and mark are by default those of the Polish text."""

    name: Annotated[Prose, Doc("The full name, for titles of files and lists.")]
    title: Annotated[Prose, Doc("The large title on paper.")]
    kicker: Annotated[Prose | None, Doc("The small words above the title.")] = None
    channel: Annotated[Channel, Doc("How the swindler comes.")]
    voice: Annotated[Prose | None, Doc("The small words above the quote, which say where it is heard or read.")] = None
    quote: Annotated[tuple[Prose, ...], Doc("What the swindler says, in the author's lines.")]
    verdict: Annotated[Prose | None, Doc('The word above the order; by default "To oszust!".')] = None
    order: Annotated[Prose, Doc("What to do, in one or two words.")]
    rule: Annotated[Prose, Doc("The one rule to remember.")]
    story: Annotated[Prose, Doc("How the swindle works.")]
    summary: Annotated[Prose, Doc("The swindle in one sentence.")]
    aftermath: Annotated[tuple[Prose, ...], Doc("What to do after it has happened.")]
    write_in: Annotated[tuple[Prose, ...], Doc("Labels of lines on which people write numbers.")]
    signs_title: Annotated[Prose | None, Doc("The heading of the signs.")] = None
    audiences: Annotated[tuple[Audience, ...], Doc("Whom it is for.")]
    season: Annotated[
        tuple[int, ...], Doc("The months (1 to 12) in which it is most common; without it, all year.")
    ] = ()
    icon: Annotated[IconName, Doc("The pictogram of the scam.")]
    address: Annotated[
        str | None, Doc("The id of the page to which its QR code leads; without it, there is no code.")
    ] = None
    reviewed: Annotated[datetime.date, Doc("The day on which the text was last reviewed.")]
    review_by: Annotated[datetime.date, Doc("The day by which it must be reviewed again.")]
    wrong_before: Annotated[
        datetime.date | None,
        Doc(
            "Texts of this scam that were reviewed before this day were wrong: pieces made from them must come down. Give wrong_why too; the day is not later than reviewed."
        ),
    ] = None
    wrong_why: Annotated[str | None, Doc("What was wrong with the texts before wrong_before.")] = None
    step: Annotated[tuple[Point, ...], Doc("The three steps, in order.")]
    sign: Annotated[tuple[Point, ...], Doc("The four signs of the swindle.")]
    source: Annotated[tuple[Citation, ...], Doc("Where the statements were read.")]
    short: Annotated[Short, Doc("Shorter words for a page on which the full ones do not fit.")] = Short()
    topic: Annotated[Prose | None, Doc("A noun phrase for lists; by default the title.")] = None
    mark: Annotated[
        IconName | None, Doc('The pictogram beside the verdict; by default a mask for "To oszust!", else a hand.')
    ] = None
    helps: Annotated[
        str | None,
        Doc(
            'The id of the number that helps, the largest on every piece; by default 112, "none" when no number helps.'
        ),
    ] = None
    call: Annotated[
        Prose | None,
        Doc('The reason to call that number; by default "Zadzwoń", for another number than 112 "Telefon zaufania".'),
    ] = None
    always: Annotated[Prose | None, Doc("A line that stands on every piece.")] = None
    gone: Annotated[
        Gone | None,
        Doc("The box for people who have been cheated; by default made of the fixed words and the number that helps."),
    ] = None
    copied_from: Annotated[
        str,
        Doc("Written by the program in a copy of a scam of the library: the digest of the text it was copied from."),
    ] = ""
    id: str = ""
    lang: str = "pl"
    at: Where = Where()

    @property
    def subject(self) -> Prose:
        """What it is about, for lists: its topic, else its name."""
        return self.topic or self.name


def named_numbers(scam: Scam) -> Iterator[tuple[str, str]]:
    """(id, field) of each number that a field of *scam* names by its id."""
    if scam.helps and scam.helps != NOBODY:
        yield scam.helps, "helps"
    for place, row in enumerate(scam.gone.row if scam.gone else (), 1):
        if row.number:
            yield row.number, f"gone.row.{place}.number"


COUNTS = {"step": (3, 3), "sign": (4, 4), "aftermath": (3, 5), "write_in": (2, 3), "quote": (1, 4), "source": (1, 20)}
"""How many of each a scam has, least and most: what templates are drawn for."""

GONE_COUNTS = {"row": (1, 2), "pair": (0, 2)}
"""How many of each the box for people who were cheated has; small cards come in twos."""

SHORTENED = ("story", "rule", "quote", "title", "order")
"""Fields that may have a shorter variant, the one that is missed least first."""
