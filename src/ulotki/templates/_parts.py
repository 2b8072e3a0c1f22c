"""Parts that templates share: built of blocks, sized by whoever uses them.

A record keeps the millimetres and styles of a part, so that a template states them once, at its top; `compose` makes
the part of them. Sizes are mm.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import reduce

from ulotki.content.leaflet import Leaflet, Told, ended
from ulotki.content.scam import EMERGENCY, NOBODY, Scam
from ulotki.content.text import Run, Words
from ulotki.content.typography import HOME
from ulotki.errors import Say, say
from ulotki.look import Look
from ulotki.look.icons import BADGE
from ulotki.look.inks import BLACK, Ink, Surface
from ulotki.look.styles import Style, display
from ulotki.page.blocks import (
    Badge,
    Block,
    Disc,
    Fixed,
    Gap,
    Leading,
    Pad,
    Panel,
    Pictogram,
    QrCode,
    Row,
    Spring,
    Stack,
    StampBox,
    Tagged,
    Text,
    WriteIn,
)
from ulotki.page.items import Role
from ulotki.paper import CARD, HAND, IMPRINT, SECOND_LOOK, Tier
from ulotki.qr import QUIET

Padding = tuple[float, float, float, float]
"""mm at the left, above, at the right and below, as of `Pad`."""

IMPRINT_LARGE = Style("Regular", 12, 15, IMPRINT)
IMPRINT_SMALL = Style("Regular", 9.5, 11.5, IMPRINT)
"""The small lines under a piece on a wall, and in the hand."""

LABEL = Style("SemiBold", 20, 24, SECOND_LOOK)
"""Who speaks and whom to call, on a wall."""


@dataclass(frozen=True, slots=True)
class Title:
    """The topic: a disc with its pictogram, a small line, and the title in large letters."""

    side: float
    small: Style
    large: Style
    gap: float = 5

    def compose(self, leaflet: Leaflet, look: Look) -> Block:
        """A row as high as its disc."""
        small = Text(leaflet.kicker, self.small, look.palette.ink)
        words = column(small, self.side * 0.18, heading(leaflet.title, self.large, look, 1))
        disc = Disc(look.icons[leaflet.icon], self.side, look.palette.badge)
        return Fixed(beside(disc, self.side, words, self.gap), self.side)


WALL_TITLE = Title(17, display("SemiBold", 20, 24, SECOND_LOOK), display("ExtraBold", 33, 36, SECOND_LOOK))


@dataclass(frozen=True, slots=True)
class Voice:
    """The swindler speaks: a bubble with the quote, its opening mark hanging in the padding.

    gap: between who speaks and the quote.  left, right: of the quote.  edge: least room above and below.
    radius, tail, start: of the bubble, as in `Panel`.
    """

    small: Style
    quote: Style
    radius: float
    tail: float
    start: float
    left: float
    right: float
    gap: float
    edge: float = 0.0

    def compose(self, leaflet: Leaflet, look: Look) -> Block:
        """The bubble, which takes what height is left over."""
        surface = look.palette.voice
        quote = Text(leaflet.quote, self.quote, surface.accent, hang=True)
        words = column(Text(leaflet.voice, self.small, surface.text), self.gap, quote)
        padded = Pad(words, left=self.left, top=self.edge, right=self.right, bottom=self.edge)
        return Panel(padded, surface, self.radius, self.tail, self.start, stretch=1)


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar of what you do: a pictogram, a small line if it has one, and a large one, which is a heading.

    left, text: where the pictogram and the words begin.  right: after the words, half of *left* unless said.
    gap: between the lines.
    """

    height: float
    radius: float
    icon: float
    left: float
    text: float
    large: Style
    small: Style | None = None
    gap: float = 0.0
    right: float | None = None

    def compose(self, name: str, second: Words, look: Look, first: Words | None = None, level: int = 2) -> Block:
        """The bar with the pictogram *name*, *second* in large letters and *first* above."""
        surface = look.palette.deed
        words: Block = heading(second, self.large, look, level, surface.accent)
        if first and self.small:
            words = column(Text(first, self.small, surface.text), self.gap, words)
        picture = Pictogram(look.icons[name], self.icon, surface.accent, surface.fill)
        row = beside(picture, self.icon, words, self.text - self.left - self.icon)
        right = self.left / 2 if self.right is None else self.right
        return box(row, surface, self.radius, (self.left, 0, right, 0), self.height)

    def deed(self, leaflet: Leaflet, look: Look) -> Block:
        """The bar under the bubble: a mark that its tail points at, a word of warning and the order."""
        return self.compose(leaflet.mark, leaflet.order, look, leaflet.verdict)


@dataclass(frozen=True, slots=True)
class Opening:
    """How a piece begins: the topic, the swindler in his bubble, and what you do, so far apart."""

    title: Title
    after_title: float
    voice: Voice
    after_tail: float
    deed: Bar

    def compose(self, leaflet: Leaflet, look: Look) -> tuple[Block | float, ...]:
        """From the disc to the bar, for a `column`."""
        title, voice = self.title.compose(leaflet, look), self.voice.compose(leaflet, look)
        return (title, self.after_title, voice, self.after_tail, self.deed.deed(leaflet, look))


@dataclass(frozen=True, slots=True)
class Marks:
    """What stands with a step: a disc with its number, and its pictogram. counter, icon: mm.  badge: of 112."""

    counter: float
    icon: float
    count: Style
    badge: Style

    def number(self, number: int, look: Look) -> Block:
        """The disc."""
        return Disc(Words((Run(str(number)),)), self.counter, look.palette.badge, self.count)

    def picture(self, step: Told, leaflet: Leaflet, look: Look, ground: Ink | None = None) -> Block:
        """The pictogram, flush right in WIDER times its width."""
        return pictogram(step.icon, leaflet, look, self.icon, ground, self.badge, right=True)

    def head(self, number: int, step: Told, leaflet: Leaflet, look: Look) -> Block:
        """The head of a card: the disc at its left, the pictogram at its right."""
        picture = self.picture(step, leaflet, look, look.palette.card.fill)
        return Row((self.number(number, look), Gap(0), picture), (self.counter, None, self.icon * WIDER))


@dataclass(frozen=True, slots=True)
class Steps:
    """What to do, a row for each step: its number, its words, its pictogram, *gap* apart.

    body: of the sentence, *between* below its lead; None for the lead alone.  pitch: of a row, None for what it needs.
    """

    marks: Marks
    gap: float
    lead: Style
    body: Style | None = None
    between: float = 0.0
    pitch: float | None = None

    def compose(self, leaflet: Leaflet, look: Look) -> tuple[Block, ...]:
        """The rows, to be listed."""
        return tuple(self._row(number, step, leaflet, look) for number, step in enumerate(leaflet.steps, 1))

    def _row(self, number: int, step: Told, leaflet: Leaflet, look: Look) -> Block:
        if self.body:
            words = sentences(step, self.lead, self.body, self.between)
        else:
            words = Text(step.lead, self.lead, BLACK, Role("body"))
        disc, picture = self.marks.number(number, look), self.marks.picture(step, leaflet, look)
        widths = (self.marks.counter, None, self.marks.icon * WIDER)
        row = Row((disc, words, picture), widths, self.gap, align="middle")
        return item(Fixed(row, self.pitch) if self.pitch else row)


@dataclass(frozen=True, slots=True)
class StepCards:
    """What to do, a card for each step side by side. pad: what stands above also stands under the marks."""

    marks: Marks
    lead: Style
    height: float
    radius: float
    gap: float
    pad: Padding

    def compose(self, leaflet: Leaflet, look: Look) -> Block:
        """The row of cards."""
        cards = tuple(self._card(number, step, leaflet, look) for number, step in enumerate(leaflet.steps, 1))
        return Tagged(Role("list"), Row(cards, (None,) * len(cards), self.gap))

    def _card(self, number: int, step: Told, leaflet: Leaflet, look: Look) -> Block:
        surface, top = look.palette.card, self.pad[1]
        lead = Text(step.lead, self.lead, surface.text, Role("body"))
        content = column(self.marks.head(number, step, leaflet, look), top, lead, Spring(), stretch=1)
        return item(box(content, surface, self.radius, self.pad, self.height))


@dataclass(frozen=True, slots=True)
class Contact:
    """Whom to call: the box with 112, *width* wide, and the dzielnicowy beside it.

    Where another number helps, its box takes the dzielnicowy's room and 112 is no larger than it.
    call, large: of the words and the number in the box.  label, number, small: of the officer's name, number and hours.
    name: whether his is given; by a name another line must warn of impostors, so small pieces have neither.
    """

    height: float
    width: float
    radius: float
    gap: float
    call: Style
    large: Style
    label: Style
    number: Style
    small: Style
    name: bool = True

    def compose(self, leaflet: Leaflet, look: Look) -> Block:
        """The box and the officer, or the number that helps, in a row."""
        beside = self.helper(leaflet, look) or self.officer(leaflet, look)
        return Row((self.emergency(leaflet, look), beside), (self.width, None), self.gap)

    def emergency(self, leaflet: Leaflet, look: Look) -> Block:
        """The box with 112."""
        call = leaflet.phrases.call if helper(leaflet) else leaflet.call
        return self._box(call, leaflet.emergency, look.palette.deed)

    def helper(self, leaflet: Leaflet, look: Look) -> Block | None:
        """The box with another number that helps, None where 112 does or none."""
        number = helper(leaflet)
        return self._box(leaflet.call, number, look.palette.card) if number else None

    def _box(self, call: Words, number: Words, surface: Surface) -> Block:
        words = Text(call, self.call, surface.text, align="centre")
        large = Text(number, self.large, surface.accent, align="centre")
        return box(column(words, self.height * 0.13, large), surface, self.radius, height=self.height)

    def officer(self, leaflet: Leaflet, look: Look) -> Block:
        """The dzielnicowy: name, number and hours, or a box for a stamp or a pen while nobody has given the number."""
        phrases = leaflet.phrases
        contact = leaflet.officer if self.name else replace(leaflet.officer, name=None)
        if contact.number is None:
            return StampBox(phrases.stamp, self.small, BLACK, self.height)
        label = plain(contact.name or phrases.officer, self.label)
        lines: list[Block | float] = [label, self.height * 0.1, Text(contact.number, self.number, look.palette.ink)]
        known = [*([phrases.officer] if contact.name else []), *([contact.hours] if contact.hours else [])]
        if known:
            small = reduce(lambda one, other: joined(one, ", ", other), known)
            lines += [self.height * 0.07, plain(small, self.small)]
        return Fixed(column(*lines), self.height)


def helper(leaflet: Leaflet) -> Words | None:
    """The number that helps, None where that is 112 or none does."""
    return leaflet.helps if leaflet.helps and leaflet.helps.runs != leaflet.emergency.runs else None


def contact(
    tier: Tier,
    height: float,
    width: float,
    radius: float,
    gap: float = 4,
    *,
    call: tuple[float, float],
    large: tuple[float, float],
    label: tuple[float, float],
    number: tuple[float, float],
    small: tuple[float, float],
    name: bool = True,
) -> Contact:
    """Whom to call, in letters of one tier: the size and the leading of each, pt."""
    officer = Style("SemiBold", *label, tier), Style("ExtraBold", *number, tier), Style("Regular", *small, tier)
    emergency = Style("SemiBold", *call, tier), Style("ExtraBold", *large, tier)
    return Contact(height, width, radius, gap, *emergency, *officer, name)


def held(height: float, gap: float = 4) -> Contact:
    """Whom to call, in letters for the hand."""
    return contact(
        HAND, height, 32, 4, gap, call=(13, 16), large=(44, 46), label=(13, 16), number=(28, 31), small=(12, 15)
    )


def wall(height: float, width: float, radius: float, gap: float = 4, *, name: bool = True) -> Contact:
    """Whom to call, in letters that are read from a step away."""
    large, number = Style("ExtraBold", 44, 48, SECOND_LOOK), Style("ExtraBold", 28, 32, SECOND_LOOK)
    return Contact(height, width, radius, gap, LABEL, large, LABEL, number, IMPRINT_LARGE, name)


WALL_MARKS = Marks(13, 13, Style("ExtraBold", 22, 24, SECOND_LOOK), Style("ExtraBold", 21, 24, SECOND_LOOK))
HELD_MARKS = Marks(11.2, 11, Style("ExtraBold", 18, 20, HAND), Style("ExtraBold", 17.5, 20, HAND))
HELD_STEPS = Steps(HELD_MARKS, 16 - 11.2, Style("Bold", 19, 22, HAND), Style("Regular", 15, 18, HAND), between=2.6)
"""What stands with a step on a wall and in the hand, and the steps in letters for the hand."""

WIDER = 1.15
"""Width of the box with 112, as a share of the pictograms it stands among."""


def pictogram(
    name: str, leaflet: Leaflet, look: Look, side: float, ground: Ink | None, number: Style, *, right: bool = False
) -> Block:
    """The pictogram *name*, *side* mm high, or the number 112 in a box. right: flush right in WIDER × side."""
    if name == BADGE:
        alt = str(leaflet.phrases.badge_alt)
        badge = Badge(leaflet.emergency, number, look.palette.badge, alt, side * WIDER, side * 0.66)
        return Pad(badge, top=side * 0.17, bottom=side * 0.17)
    picture = Pictogram(look.icons[name], side, look.palette.ink, ground)
    return Pad(picture, left=side * (WIDER - 1)) if right else picture


def headline(name: str, words: Words, style: Style, look: Look, side: float, gap: float = 5, level: int = 1) -> Block:
    """What a page is about, beside a disc with the pictogram *name*."""
    disc = Disc(look.icons[name], side, look.palette.badge)
    return beside(disc, side, heading(words, style, look, level), gap)


def heading(words: Words, style: Style, look: Look, level: int = 2, ink: Ink | None = None) -> Text:
    """A heading, in the ink for bare paper unless told another."""
    return Text(words, style, ink or look.palette.ink, Role("heading", level=level))


def plain(words: Words, style: Style) -> Block:
    """Words in black."""
    return Text(words, style, BLACK)


def sentences(told: Told, lead: Style, body: Style, gap: float, ink: Ink = BLACK) -> Block:
    """A step or a sign in full: its lead with a full stop, and the sentence that explains it."""
    return Tagged(Role("body"), column(Text(ended(told.lead), lead, ink), gap, Text(told.sentence, body, ink)))


def write_in(
    labels: Iterable[Words], alt: Words, style: Style, width: float, pitch: float, ink: Ink = BLACK
) -> tuple[Block, ...]:
    """Lines to write on by hand, *pitch* mm apart, each behind its label in *width* mm. alt: what each is there for."""
    return tuple(WriteIn(label, style, ink, width, pitch, str(alt)) for label in labels)


def keep(
    leaflet: Leaflet, look: Look, style: Style, radius: float, pad: Padding, height: float = 0, stretch: float = 0
) -> Block:
    """The rule to remember in a box. pad, height, stretch: as of `box`."""
    surface = look.palette.voice
    return box(Text(leaflet.rule, style, surface.text), surface, radius, pad, height, stretch)


MODULE, QUIET_UP = 1.44, 2.4
"""Side of a code's modules on a wall; how far the quiet zone reaches above what stands beside it."""

HOST = Style("Bold", 16, 19, CARD)
PURPOSE = Style("SemiBold", 13.5, 16, CARD)


def coded(
    leaflet: Leaflet, above: Block, below: Block, left: float = 138, gap: float = 0.5, under: float = 0.9
) -> Block | None:
    """A code with its host under it; in *left* mm beside it *above*, what the address is for, and *below*.

    The quiet zone on the code's right lies in the margin.  gap, under: mm before the code and below it.  None when the
    address leads nowhere.
    """
    if leaflet.target is None:
        return None
    code = QrCode(leaflet.target, MODULE, str(leaflet.phrases.code_alt), outside=True)
    purpose = plain(joined(leaflet.target.purpose, " ", leaflet.target.host), PURPOSE)
    words = column(above, 3.6, purpose, 2.8, below)
    named = Pad(plain(leaflet.target.host, HOST), left=QUIET * MODULE)
    return Row((words, Pad(column(code, under, named), top=-QUIET_UP)), (left, None), gap)


def imprint(leaflet: Leaflet, style: Style, *first: Words) -> Block:
    """The small lines under a piece: *first*, who publishes, until when it hangs, and the code of the piece."""
    lines = [*leaflet.always, *leaflet.also, *first, *([leaflet.issuer] if leaflet.issuer else [])]
    last = joined(leaflet.until, " ", leaflet.code) if leaflet.until else leaflet.code
    return column(*apart((plain(line, style) for line in (*lines, last)), Leading(style)))


def column(*blocks: Block | float, stretch: float = 0.0) -> Block:
    """Blocks one under another; a number is so many mm between two of them."""
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
    """Both, with *link* between."""
    return replace(one, runs=(*one.runs, Run(link), *other.runs))


def one_number(scam: Scam) -> Say | None:
    """Why a piece with room for 112 alone is not for *scam*."""
    alone = scam.helps in (None, EMERGENCY, NOBODY) and scam.always is None
    return None if alone else say("it has no room for the number that helps")


def read_at_home(scam: Scam) -> Say | None:
    """Why a piece made of the library's readings is not for *scam*: they are written for those who live here."""
    return None if scam.lang == HOME else say("its words are written in the language of the place only")
