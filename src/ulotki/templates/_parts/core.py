"""Small parts that all others are made of: columns, boxes, lists, headings."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from ulotki.content.leaflet import as_sentence
from ulotki.content.scam import EMERGENCY, NOBODY, Scam
from ulotki.content.text import Run, Words
from ulotki.content.told import Leaflet, ToldPoint
from ulotki.content.typography import HOME
from ulotki.errors import Say, say
from ulotki.look import Look
from ulotki.look.icons import BADGE
from ulotki.look.inks import BLACK, Ink, Surface
from ulotki.look.styles import Style
from ulotki.page.blocks import Badge, Block, Disc, Fixed, Gap, Pad, Panel, Pictogram, Row, Stack, Tagged, Text, WriteIn
from ulotki.page.items import Role
from ulotki.paper import IMPRINT, POINT, SECOND_LOOK, added

Padding = tuple[float, float, float, float]
"""mm at the left, above, at the right and below, as of `Pad`."""

IMPRINT_LARGE = Style("Regular", 12, 15, IMPRINT)
IMPRINT_SMALL = Style("Regular", 9.5, 11.5, IMPRINT)
"""The small lines under a piece on a wall, and in the hand."""

LABEL = Style("SemiBold", 20, 24, SECOND_LOOK)
"""Who speaks and whom to call, on a wall."""

WIDER = 1.15
"""Width of the box with 112, as a share of the pictograms it stands among."""


def pictogram(
    name: str, leaflet: Leaflet, look: Look, side: float, ground: Ink | None, number: Style, *, right: bool = False
) -> Block:
    """The pictogram *name*, *side* mm high, or the number 112 in a box. right: flush right in WIDER × side."""
    if name == BADGE:
        badge = Badge(leaflet.help.emergency, number, look.palette.badge, side * WIDER, side * 0.66)
        return Pad(badge, top=side * 0.17, bottom=side * 0.17)
    picture = Pictogram(look.icons[name], side, look.palette.ink, ground)
    return Pad(picture, left=side * (WIDER - 1)) if right else picture


def width(words: Words, style: Style, look: Look) -> float:
    """mm that *words* take on one line at full size."""
    face = look.family[style.weight]
    return added(face.advances(str(words))) / face.units * style.size * POINT


def headline(name: str, words: Words, style: Style, look: Look, side: float, gap: float = 5, level: int = 1) -> Block:
    """What a page is about, beside a disc with the pictogram *name*."""
    disc = Disc(look.icons[name], side, look.palette.badge)
    return beside(disc, side, heading(words, style, look, level), gap)


def heading(words: Words, style: Style, look: Look, level: int = 2, ink: Ink | None = None) -> Text:
    """A heading; without another *ink*, in the one for bare paper."""
    return Text(words, style, ink or look.palette.ink, Role("heading", level=level))


def headed(block: Block) -> Block:
    """*block*, all of it, as the heading of its page."""
    return Tagged(Role("heading", level=1), block)


def plain(words: Words, style: Style) -> Block:
    """Words in black."""
    return Text(words, style, BLACK)


def sentences(told: ToldPoint, lead: Style, body: Style, gap: float, ink: Ink = BLACK) -> Block:
    """A step or a sign in full: its lead with a full stop, and the sentence that explains it."""
    return Tagged(Role("body"), column(Text(as_sentence(told.lead), lead, ink), gap, Text(told.sentence, body, ink)))


def write_in(
    labels: Sequence[Words], style: Style, room: float, pitch: float, look: Look, ink: Ink = BLACK
) -> tuple[Block, ...]:
    """Lines to write on by hand, *pitch* mm apart, each after its label.

    room: mm for the labels; one that is a little wider shortens all lines, one that is much wider takes two lines.
    """
    wide = max(width(label, style, look) + AFTER_LABEL for label in labels)
    kept = max(room, wide) if wide <= room * MUCH_WIDER else room
    return tuple(WriteIn(label, style, ink, kept, pitch) for label in labels)


AFTER_LABEL, MUCH_WIDER = 2, 1.3
"""mm between a label and its line; how many times as wide as their room labels may be and still stand on one line."""


def keep(
    leaflet: Leaflet, look: Look, style: Style, radius: float, pad: Padding, height: float = 0, stretch: float = 0
) -> Block:
    """The rule to remember in a box. pad, height, stretch: as of `box`."""
    surface = look.palette.voice
    return box(Text(leaflet.message.rule, style, surface.text), surface, radius, pad, height, stretch)


def blank(block: Block) -> Block:
    """*block* for paper alone: it waits for a pen, a stamp or scissors."""
    return Tagged(Role("blank"), block, block.stretch)


def column(*blocks: Block | float, stretch: float = 0.0) -> Block:
    """Blocks one under another; a number is a distance in mm between two of them."""
    return Stack(tuple(block if isinstance(block, Block) else Gap(block) for block in blocks), stretch)


def beside(mark: Block, width: float, words: Block, gap: float) -> Block:
    """*mark*, *width* mm wide, and words *gap* mm beside it, both around the same middle."""
    return Row((mark, words), (width, None), gap, align="middle")


def box(
    block: Block, surface: Surface, radius: float, pad: Padding = (0, 0, 0, 0), height: float = 0, stretch: float = 0
) -> Block:
    """*block* on a rounded surface. height: 0 for what the block needs and its padding."""
    padded = Pad(block, *pad, block.stretch)
    return Panel(Fixed(padded, height) if height else padded, surface, radius, stretch=stretch)


def item(block: Block) -> Block:
    """*block* as one of a list."""
    return Tagged(Role("item"), block, block.stretch)


def listed(items: Iterable[Block], *between: Block | float, stretch: float = 0.0) -> Block:
    """Items as a list, one under another, with *between* after each but the last."""
    return Tagged(Role("list"), column(*apart(items, *between), stretch=stretch), stretch=stretch)


def apart(blocks: Iterable[Block], *between: Block | float) -> tuple[Block | float, ...]:
    """Blocks with *between* after each but the last, for a `column`."""
    first, *rest = blocks
    return (first, *(block for other in rest for block in (*between, other)))


def joined(one: Words, link: str, other: Words) -> Words:
    """*one* and *other*, with *link* between."""
    return replace(one, runs=(*one.runs, Run(link), *other.runs))


def one_number(scam: Scam) -> Say | None:
    """Why a piece with room for 112 alone is not for *scam*."""
    alone = scam.helps in (None, EMERGENCY, NOBODY) and scam.always is None
    return None if alone else say("it has no room for the number that helps")


def read_at_home(scam: Scam) -> Say | None:
    """Why a piece made of the library's readings is not for *scam*: they are written for those who live here."""
    return None if scam.lang == HOME else say("its words are written in the language of the place only")
