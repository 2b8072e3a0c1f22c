"""The list for the duty desk: every piece that hangs, so that who calls the number he knows can be answered.

No leaflet says which number proves it genuine, since a forged one would say the same of another. The list stays inside.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from ulotki.content.phrases import Desk
from ulotki.content.text import Prose, Run, Words
from ulotki.content.typography import HOME, LANGUAGES
from ulotki.look.inks import BLACK
from ulotki.look.styles import Style
from ulotki.page.blocks import Block, Gap, Leading, Row, Rule, Snapshot, Stack, Tagged, Text
from ulotki.page.items import Role
from ulotki.paper import HAND
from ulotki.papers import Paper, after, exact, plain, worded

TITLE = Style("ExtraBold", 24, 28, HAND)
SECRET = Style("Bold", 13, 16, HAND)
BODY = Style("Regular", 12.5, 16, HAND)
CODE = Style("ExtraBold", 26, 30, HAND)
NAME = Style("Bold", 15, 18, HAND)
SMALL = Style("Regular", 12, 15, HAND)

PICTURE, BESIDE, BETWEEN, RULE = 30.0, 6.0, 3.0, 0.6
"""mm: of a picture's width, beside it, between two pieces; pt of the rule below each."""

DOTS = 150 / 25.4
"""Of a picture to the mm: as fine as the read-back looks."""


@dataclass(frozen=True, slots=True)
class Known:
    """A piece on the list. title: "" of one about several scams.  values: (what is printed, whose it is).  until: its last day, None for no bound.

    good: whether all of it still holds.  picture: width, height and dots.  payloads: what its code leads to.
    """

    code: str
    title: str
    template: str
    format: str
    palette: str
    lang: str
    values: tuple[tuple[str, str], ...]
    until: datetime.date | None
    good: bool
    picture: tuple[int, int, bytes]
    payloads: tuple[str, ...]


def composed(words: Desk, known: Sequence[Known], day: datetime.date, author: str) -> Paper:
    """The list of *known* pieces, by code, as it is printed on *day*."""
    secret = Text(worded(words.secret), SECRET, BLACK)
    printed = Text(after(words.printed, LANGUAGES[HOME].day(day)), SMALL, BLACK, align="right")
    head = Stack((Row((secret, printed), (None, 58.0), 3.0, align="bottom"), Gap(2.6), Rule(BLACK, 1.4)))
    lead = Stack(
        (
            Text(worded(words.title), TITLE, BLACK, Role("heading", level=1)),
            *(block for prose in words.purpose for block in (Gap(4.6), Text(worded(prose), BODY, BLACK))),
            Gap(4.6),
            Text(after(words.pieces, str(len(known))), BODY, BLACK),
            Gap(BETWEEN + 1),
            Rule(BLACK, RULE),
        )
    )
    pieces = sorted(known, key=lambda one: one.code)
    blocks = (lead, *(_piece(words, one) for one in pieces))
    return Paper(str(worded(words.title)), author, day, blocks, BETWEEN, head)


def _piece(words: Desk, one: Known) -> Block:
    """A piece: its picture, its code in large letters, and what stands on it."""
    wide, tall, dots = one.picture
    name = plain(one.title or _called(words.template, one.template).capitalize())
    picture = Snapshot(wide, tall, dots, DOTS, f"{worded(words.alt)} {name}", one.payloads)
    code = Text(exact(one.code), CODE, BLACK, Role("label"))
    body = Tagged(Role("body"), Stack(tuple(_apart(_lines(words, one, name)))))
    row = Row((picture, Stack((Gap(0.6), code, Gap(3.4), body))), (PICTURE, None), BESIDE)
    return Tagged(Role("item"), Stack((row, Gap(BETWEEN), Rule(BLACK, RULE))))


def _lines(words: Desk, one: Known, name: Words) -> Iterator[Text]:
    yield Text(name, NAME, BLACK)
    kind = _called(words.template, one.template)
    lang = () if one.lang == HOME else (_called(words.language, one.lang),)
    about = (f"{kind} {_called(words.format, one.format)}", _called(words.palette, one.palette), *lang)
    yield Text(plain(", ".join(about)), SMALL, BLACK)
    for value, whose in one.values:
        more = (Run(f"\N{NO-BREAK SPACE}– {whose}"),) if whose else ()
        yield Text(Words((Run(value, strong=True), *more)), SMALL, BLACK)
    last = after(words.until, LANGUAGES[HOME].day(one.until)) if one.until else worded(words.always)
    yield Text(last, SMALL, BLACK)
    if not one.good:
        yield Text(worded(words.stale), NAME, BLACK)


def _called(names: Mapping[str, Prose], id: str) -> str:
    """What people call it; itself when nobody says."""
    return names[id].source if id in names else id


def _apart(texts: Iterator[Text]) -> Iterator[Block]:
    for number, text in enumerate(texts):
        if number:
            yield Leading(text.style)
        yield text
