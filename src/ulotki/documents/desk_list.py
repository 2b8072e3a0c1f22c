"""The list for the duty desk: every piece that hangs, so that who calls the number he knows can be answered.

No leaflet says which number proves it genuine, since a forged one would say the same of another. The list stays inside.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ulotki.content.phrases import Desk
from ulotki.content.text import Run, Words
from ulotki.content.typography import HOME, LANGUAGES
from ulotki.documents._kit import BODY, SMALL, TITLE, after, called, exact, head, heading, picture, plain, worded
from ulotki.documents.paper import Paper, Shot
from ulotki.look.inks import BLACK
from ulotki.look.styles import Style
from ulotki.page.blocks import Block, Gap, Leading, Row, Rule, Stack, Tagged, Text
from ulotki.page.items import Role
from ulotki.paper import HAND

SECRET = Style("Bold", 13, 16, HAND)
CODE = Style("ExtraBold", 26, 30, HAND)
NAME = Style("Bold", 15, 18, HAND)

PICTURE, BESIDE, BETWEEN, RULE = 30.0, 6.0, 3.0, 0.6
"""mm: of a picture's width, beside it, between two pieces; pt of the rule below each."""


@dataclass(frozen=True, slots=True)
class Listed:
    """A piece on the list. title: "" of one about several scams.  values: (what is printed, whose it is).  until: its last day, None for no bound.

    good: whether all of it still holds.  picture: width, height and dots.
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
    picture: Shot


def desk_list(words: Desk, known: Sequence[Listed], day: datetime.date, author: str, ledger: str = "") -> Paper:
    """The list of *known* pieces, by code, as it is printed on *day*. ledger: how it ends, "" for nothing of it."""
    secret = Text(worded(words.secret), SECRET, BLACK)
    printed = Text(after(words.printed, LANGUAGES[HOME].day(day)), SMALL, BLACK, align="right")
    lead = Stack(
        (
            heading(worded(words.title), TITLE, 1),
            *(block for prose in words.purpose for block in (Gap(4.6), Text(worded(prose), BODY, BLACK))),
            Gap(4.6),
            Text(after(words.pieces, str(len(known))), BODY, BLACK),
            *((Gap(1.6), Text(after(words.ledger, ledger), BODY, BLACK)) if ledger else ()),
            Gap(BETWEEN + 1),
            Rule(BLACK, RULE),
        )
    )
    pieces = sorted(known, key=lambda one: one.code)
    blocks = (lead, *(_piece(words, one) for one in pieces))
    return Paper(str(worded(words.title)), author, day, blocks, BETWEEN, head(secret, printed, 58.0))


def _piece(words: Desk, one: Listed) -> Block:
    """A piece: its picture, its code in large letters, and what stands on it."""
    name = plain(one.title or called(words.template, one.template).capitalize())
    shown = picture(one.picture, f"{worded(words.alt)} {name}")
    code = Text(exact(one.code), CODE, BLACK, Role("label"))
    body = Tagged(Role("body"), Stack(tuple(_apart(_lines(words, one, name)))))
    row = Row((shown, Stack((Gap(0.6), code, Gap(3.4), body))), (PICTURE, None), BESIDE)
    return Tagged(Role("item"), Stack((row, Gap(BETWEEN), Rule(BLACK, RULE))))


def _lines(words: Desk, one: Listed, name: Words) -> Iterator[Text]:
    yield Text(name, NAME, BLACK)
    kind = called(words.template, one.template)
    lang = () if one.lang == HOME else (called(words.language, one.lang),)
    about = (f"{kind} {called(words.format, one.format)}", called(words.palette, one.palette), *lang)
    yield Text(plain(", ".join(about)), SMALL, BLACK)
    for value, whose in one.values:
        more = (Run(f"\N{NO-BREAK SPACE}– {whose}"),) if whose else ()
        yield Text(Words((Run(value, strong=True), *more)), SMALL, BLACK)
    last = after(words.until, LANGUAGES[HOME].day(one.until)) if one.until else worded(words.always)
    yield Text(last, SMALL, BLACK)
    if not one.good:
        yield Text(worded(words.stale), NAME, BLACK)


def _apart(texts: Iterator[Text]) -> Iterator[Block]:
    for number, text in enumerate(texts):
        if number:
            yield Leading(text.style)
        yield text
