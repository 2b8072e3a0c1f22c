"""What documents of the office share: type, heads, lines, rows of tables, pictures of pieces."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import zip_longest
from typing import Literal

from ulotki.content.text import Words
from ulotki.documents.paper import DOTS, Shot
from ulotki.look.inks import BLACK
from ulotki.look.styles import Style
from ulotki.page.blocks import Block, Gap, Leading, Row, Rule, Snapshot, Stack, Tagged, Text
from ulotki.page.items import Role
from ulotki.paper import HAND

# Type

TITLE = Style("ExtraBold", 24, 28, HAND)
SECTION = Style("ExtraBold", 16, 19, HAND)
BODY = Style("Regular", 12.5, 16, HAND)
HEAD = Style("SemiBold", 12, 15, HAND)
SMALL = Style("Regular", 12, 15, HAND)
BOLD = Style("Bold", 12, 15, HAND)

FORM_TITLE = Style("ExtraBold", 22, 26, HAND)
FORM_BODY = Style("Regular", 13, 17, HAND)
"""Body type of papers that are filled in or worked with beside the printer."""

LETTER_BODY = Style("Regular", 12, 17, HAND, full=True)
LETTER_STRONG = Style("Bold", 12, 17, HAND)

# Blocks


def apart(blocks: Iterable[Block], gap: float) -> tuple[Block, ...]:
    """*blocks* with *gap* mm between any two."""
    return tuple(block for one in blocks for block in (Gap(gap), one))[1:]


def pairs(blocks: Sequence[Block], gap: float) -> list[Row]:
    """*blocks* in rows of two, *gap* mm between them."""
    both = zip_longest(blocks[::2], blocks[1::2], fillvalue=Gap(0.0))
    return [Row(pair, (None, None), gap) for pair in both]


def lines(texts: Iterable[Text]) -> Block:
    """Texts one under another, as far apart as lines of a paragraph."""
    return Stack(tuple(block for text in texts for block in (Leading(text.style), text))[1:])


def heading(words: Words, style: Style, level: int = 2) -> Block:
    """A heading of a document. level: 1 for its title."""
    return Text(words, style, BLACK, Role("heading", level=level))


def head(left: Block, right: Block, width: float, *, gap: float = 3.0, rim: float = 2.6) -> Block:
    """What stands on every page: *left* and *right*, a rule below. width: mm of the right one.  gap, rim: mm between."""
    return Stack((Row((left, right), (None, width), gap, align="bottom"), Gap(rim), Rule(BLACK, 1.4)))


def point(label: Words, text: Words, width: float, style: Style = BODY, marked: Style | None = None) -> Block:
    """An item of a list. width: mm of its label.  marked: the style of that, by default the one of the text."""
    parts = Text(label, marked or style, BLACK, Role("label")), Text(text, style, BLACK, Role("body"))
    return Tagged(Role("item"), Row(parts, (width, None)))


def row(
    cells: Sequence[Block],
    widths: Sequence[float | None],
    *,
    gap: float,
    rim: float,
    rule: float,
    kind: Literal["head", "cell"] = "cell",
    align: Literal["top", "bottom"] = "top",
) -> Block:
    """A row of a table. widths, gap, rim: mm of columns, between two, above and below.  rule: pt of the one below."""
    tagged = tuple(Tagged(Role(kind), cell) for cell in cells)
    line = Row(tagged, tuple(widths), gap, align=align)
    return Tagged(Role("row"), Stack((Gap(rim), line, Gap(rim), *((Rule(BLACK, rule),) if rule else ()))))


def picture(shot: Shot, alt: str) -> Block:
    """A picture of a piece. alt: what a screen reader says."""
    return Snapshot(*shot, DOTS, alt)
