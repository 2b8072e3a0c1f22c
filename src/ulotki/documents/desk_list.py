"""The list for the duty desk: every piece that hangs, found by its first words, so that a caller can be answered.

No leaflet says which number proves it genuine, since a forged one would say the same of another. The list stays inside.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence

from ulotki.content.phrases import DeskWords
from ulotki.content.text import NBSP, Run, Words
from ulotki.content.typography import HOME, LANGUAGES
from ulotki.documents import _kit as kit
from ulotki.documents._alphabet import alphabetical, first_words
from ulotki.documents._words import after, exact, label, plain, typed, worded
from ulotki.documents.paper import Paper, Shot
from ulotki.frozen import dataclass
from ulotki.look.inks import BLACK, MIST, WHITE, Surface
from ulotki.look.styles import Style
from ulotki.page.blocks import Block, Gap, Least, Pad, Panel, Row, Rule, Stack, Tagged, Text
from ulotki.page.items import Role
from ulotki.paper import HAND, IMPRINT

SECRET = Style("Bold", 13, 16, HAND)
CODE = Style("ExtraBold", 15, 18, HAND)
NAME = Style("Bold", 12, 14.5, HAND)
KIND = Style("Regular", 10.5, 13, IMPRINT)
ODD = Style("Bold", 10.5, 13, IMPRINT)
VALUE = Style("ExtraBold", 15, 19, HAND)

PICTURE, TALL = 23.4, 33.2
"""mm: the box of a picture."""

ENTRY, COLUMN, BESIDE, RULE = 35.6, 8.0, 4.6, 0.6
"""mm: the least height of an entry, between two columns, beside a picture; pt of the rule below each row."""

FIRST = 42
"""Characters of a quote at most: two lines."""

BAR = Surface(BLACK, None, 0, WHITE, WHITE)
CARD = Surface(MIST, None, 0, BLACK, BLACK)

PRINTED = ("number:", "address:")
"""Prefixes of the refs of values that are compared with each piece; names and hours are told once for all."""


@dataclass(frozen=True, slots=True)
class DeskValue:
    """A value on a piece. ref: in the register.  printed: what stands on it.  whose: "" when nobody says."""

    ref: str
    printed: str
    whose: str


@dataclass(frozen=True, slots=True)
class DeskPiece:
    """A piece on the list. quote: its first words as they were read in its file, "" when it has none.

    title: "" of one about several scams.  until: its last day, None for no bound.  good: whether all of it still holds.
    picture: width, height and dots.
    """

    code: str
    title: str
    quote: str
    template: str
    format: str
    palette: str
    lang: str
    values: tuple[DeskValue, ...]
    until: datetime.date | None
    good: bool
    picture: Shot


@dataclass(frozen=True, slots=True)
class _Common:
    """What all pieces have in common, which is printed once. values: of all.  others: those that not all have.

    until, palette: () when not all have the same.
    """

    values: tuple[DeskValue, ...] = ()
    others: tuple[DeskValue, ...] = ()
    until: tuple[datetime.date | None, ...] = ()
    palette: tuple[str, ...] = ()


def desk_list(words: DeskWords, known: Sequence[DeskPiece], day: datetime.date, author: str, ledger: str = "") -> Paper:
    """The list of *known* pieces, by their first words, as it is printed on *day*. ledger: how it ends, "" for nothing."""
    title = worded(words.title)
    common = _common(known)
    ordered = sorted(known, key=lambda one: (alphabetical(one.quote or _name(words, one)), one.code))
    entries = [_entry(words, one, common) for one in ordered]
    rows = [Stack((row, Gap(1.7), Rule(BLACK, RULE), Gap(1.7))) for row in kit.pairs(entries, COLUMN)]
    end = () if not ledger else (Stack((Gap(2.0), Text(after(words.ledger, ledger), kit.SMALL, BLACK))),)
    blocks = (_lead(words, len(known), common), *rows, *end)
    return Paper(str(title), author, day, blocks, 0.0, _head(words, day))


def _head(words: DeskWords, day: datetime.date) -> Block:
    secret = Text(worded(words.secret), SECRET, WHITE)
    printed = Text(after(words.printed, LANGUAGES[HOME].day(day)), kit.SMALL, WHITE, align="right")
    return Panel(Pad(Row((secret, printed), (None, 62.0), align="middle"), 4.0, 3.0, 4.0, 3.0), BAR, 2.0)


def _lead(words: DeskWords, count: int, common: _Common) -> Block:
    title = kit.heading(worded(words.title), kit.TITLE, 1)
    counted = Text(after(words.pieces, str(count)), kit.BODY, BLACK, align="right")
    steps = tuple(
        kit.point(exact(str(number)), worded(prose), 5.0, kit.SMALL, VALUE)
        for number, prose in enumerate(words.purpose, 1)
    )
    head = Row((title, counted), (None, 60.0), align="bottom")
    panel = (_panel(words, common), Gap(3.4)) if count else ()
    return Stack((head, Gap(4.6), Row(steps, (None,) * len(steps), 5.0), Gap(4.2), *panel))


def _panel(words: DeskWords, common: _Common) -> Block:
    """What stands on all pieces, and whose the values are that stand on some."""
    same = [
        *(Text(_value_words(value), KIND, BLACK) for value in common.values),
        *(Text(_until(words, until), KIND, BLACK) for until in common.until),
        *(Text(plain(label(words.palette, palette)), KIND, BLACK) for palette in common.palette),
    ]
    lines: list[Block] = []
    for prose, texts in (
        (words.common, same),
        (words.others, [Text(_value_words(value), KIND, BLACK) for value in common.others]),
    ):
        if texts:
            lines += [Gap(2.8)] if lines else []
            lines += [Text(worded(prose), kit.BOLD, BLACK), Gap(1.8), *kit.apart(kit.pairs(texts, COLUMN), 1.6)]
    return Panel(Pad(Stack(tuple(lines)), 4.0, 3.4, 4.0, 3.4), CARD, 2.4)


def _value_words(value: DeskValue) -> Words:
    """A value and whose it is; a name and hours say that themselves."""
    more = (Run(f"{NBSP}– {value.whose}"),) if value.whose and value.ref.startswith(PRINTED) else ()
    return Words((Run(value.printed, strong=True), *more))


def _entry(words: DeskWords, one: DeskPiece, common: _Common) -> Block:
    """A piece: its picture, its first words, its code, and what not all pieces have in common."""
    name = _name(words, one)
    shown = Pad(kit.picture(one.picture, f"{worded(words.alt)} {name}"), top=0.4)
    quoted = f"„{first_words(one.quote, FIRST)}”" if one.quote else name
    first = Text(typed(quoted), NAME, BLACK, Role("label"))
    code = Text(exact(one.code), CODE, BLACK)
    about = Stack((code, Gap(2.6), kit.lines(_lines(words, one, common))))
    body = Stack((Gap(0.6), first, Gap(2.6), Tagged(Role("body"), about)))
    return Tagged(Role("item"), Least(Row((shown, body), (PICTURE, None), BESIDE), ENTRY))


def _lines(words: DeskWords, one: DeskPiece, common: _Common) -> Iterator[Text]:
    if one.quote:
        yield Text(typed(_name(words, one)), KIND, BLACK)
    lang = () if one.lang == HOME else (label(words.language, one.lang),)
    palette = () if common.palette else (label(words.palette, one.palette),)
    kind = f"{label(words.template, one.template)} {label(words.format, one.format)}"
    yield Text(plain(", ".join((kind, *palette, *lang))), KIND, BLACK)
    if odd := [value.printed for value in one.values if value in common.others and value.ref.startswith(PRINTED)]:
        yield Text(exact(", ".join(odd)), ODD, BLACK)
    if not common.until:
        yield Text(_until(words, one.until), KIND, BLACK)
    if not one.good:
        yield Text(worded(words.stale), ODD, BLACK)


def _until(words: DeskWords, until: datetime.date | None) -> Words:
    return after(words.until, LANGUAGES[HOME].day(until)) if until else worded(words.always)


def _name(words: DeskWords, one: DeskPiece) -> str:
    """What a piece is about; what it is, when it is about several scams."""
    return one.title or label(words.template, one.template).capitalize()


def _common(known: Sequence[DeskPiece]) -> _Common:
    """What is the same on all. Of a single piece all is."""
    every = dict.fromkeys(value for one in known for value in one.values)
    same = tuple(value for value in every if all(value in one.values for one in known))
    days, palettes = {one.until for one in known}, {one.palette for one in known}
    return _Common(
        same,
        tuple(value for value in every if value not in same),
        tuple(days) if len(days) == 1 else (),
        tuple(palettes) if len(palettes) == 1 else (),
    )
