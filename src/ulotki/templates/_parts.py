"""Parts that templates share: built of blocks, sized by whoever uses them.

A record keeps the millimetres and styles of a part, so that a template states them once, at its top; `compose` makes
the part of them. Sizes are mm.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import reduce

from ulotki.content.leaflet import Leaflet, Target, Told, ended
from ulotki.content.scam import Scam
from ulotki.content.text import Run, Words
from ulotki.content.typography import HOME
from ulotki.errors import Say, say
from ulotki.look import Look
from ulotki.look.icons import BADGE
from ulotki.look.inks import BLACK, Ink
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
)
from ulotki.page.items import Role
from ulotki.paper import CARD, IMPRINT, SECOND_LOOK
from ulotki.qr import QUIET

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
        words = Stack((small, Gap(self.side * 0.18), heading(leaflet.title, self.large, look, 1)))
        disc = Disc(look.icons[leaflet.icon], self.side, look.palette.badge)
        return Fixed(Row((disc, words), (self.side, None), self.gap, align="middle"), self.side)


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
        words = Stack((Text(leaflet.voice, self.small, surface.text), Gap(self.gap), quote))
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
        words: Block = Text(second, self.large, surface.accent, Role("heading", level=level))
        if first and self.small:
            words = Stack((Text(first, self.small, surface.text), Gap(self.gap), words))
        picture = Pictogram(look.icons[name], self.icon, surface.accent, surface.fill)
        row = Row((picture, words), (self.icon, None), self.text - self.left - self.icon, align="middle")
        right = self.left / 2 if self.right is None else self.right
        return Panel(Fixed(Pad(row, left=self.left, right=right), self.height), surface, self.radius)

    def deed(self, leaflet: Leaflet, look: Look) -> Block:
        """The bar under the bubble: a mask that its tail points at, a word of warning and the order."""
        return self.compose("domino_mask", leaflet.order, look, leaflet.verdict)


@dataclass(frozen=True, slots=True)
class Opening:
    """How a piece begins: the topic, the swindler in his bubble, and what you do, so far apart."""

    title: Title
    after_title: float
    voice: Voice
    after_tail: float
    deed: Bar

    def compose(self, leaflet: Leaflet, look: Look) -> tuple[Block, ...]:
        """From the disc to the bar."""
        title, voice = self.title.compose(leaflet, look), self.voice.compose(leaflet, look)
        return (title, Gap(self.after_title), voice, Gap(self.after_tail), self.deed.deed(leaflet, look))


@dataclass(frozen=True, slots=True)
class Steps:
    """What to do, a row for each step: its number, its words, its pictogram, *gap* apart.

    body: of the sentence, *between* below its lead; None for the lead alone.  pitch: of a row, None for what it needs.
    """

    counter: float
    icon: float
    gap: float
    count: Style
    badge: Style
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
        disc = counter(number, look, self.counter, self.count)
        picture = pictogram(step.icon, leaflet, look, self.icon, None, self.badge, right=True)
        row = Row((disc, words, picture), (self.counter, None, self.icon * WIDER), self.gap, align="middle")
        return Tagged(Role("item"), Fixed(row, self.pitch) if self.pitch else row)


@dataclass(frozen=True, slots=True)
class Marks:
    """The head of a card: the number of the step at its left, the pictogram at its right."""

    counter: float
    icon: float
    count: Style
    badge: Style

    def compose(self, number: int, step: Told, leaflet: Leaflet, look: Look) -> Block:
        """Both, with nothing between."""
        disc = counter(number, look, self.counter, self.count)
        picture = pictogram(step.icon, leaflet, look, self.icon, look.palette.card.fill, self.badge, right=True)
        return Row((disc, Gap(0), picture), (self.counter, None, self.icon * WIDER))


@dataclass(frozen=True, slots=True)
class StepCards:
    """What to do, a card for each step side by side. left, top, right, bottom: padding; *top* also under the marks."""

    marks: Marks
    lead: Style
    height: float
    radius: float
    gap: float
    left: float
    top: float
    right: float
    bottom: float

    def compose(self, leaflet: Leaflet, look: Look) -> Block:
        """The row of cards."""
        cards = tuple(self._card(number, step, leaflet, look) for number, step in enumerate(leaflet.steps, 1))
        return Tagged(Role("list"), Row(cards, (None,) * len(cards), self.gap))

    def _card(self, number: int, step: Told, leaflet: Leaflet, look: Look) -> Block:
        surface = look.palette.card
        head = self.marks.compose(number, step, leaflet, look)
        lead = Text(step.lead, self.lead, surface.text, Role("body"))
        content = Stack((head, Gap(self.top), lead, Spring()), stretch=1)
        padded = Pad(content, self.left, self.top, self.right, self.bottom, stretch=1)
        return Tagged(Role("item"), Panel(Fixed(padded, self.height), surface, self.radius))


@dataclass(frozen=True, slots=True)
class Contact:
    """Whom to call: the box with 112, *width* wide, and the dzielnicowy beside it.

    call, large: of the words and the number in the box.  label, number, small: of the officer's name, number and hours.
    named: by a name another line must warn of impostors, so small pieces have neither.
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
    named: bool = True

    def compose(self, leaflet: Leaflet, look: Look) -> Block:
        """The box and the officer in a row."""
        return Row((self.emergency(leaflet, look), self.officer(leaflet, look)), (self.width, None), self.gap)

    def emergency(self, leaflet: Leaflet, look: Look) -> Block:
        """The box with 112: the largest number on the piece."""
        surface = look.palette.deed
        call = Text(leaflet.phrases.call, self.call, surface.text, align="centre")
        number = Text(leaflet.emergency, self.large, surface.accent, align="centre")
        return Panel(Fixed(Stack((call, Gap(self.height * 0.13), number)), self.height), surface, self.radius)

    def officer(self, leaflet: Leaflet, look: Look) -> Block:
        """The dzielnicowy: name, number and hours, or a box for a stamp or a pen while nobody has given the number."""
        phrases = leaflet.phrases
        contact = leaflet.officer if self.named else replace(leaflet.officer, name=None)
        if contact.number is None:
            return StampBox(phrases.stamp, self.small, BLACK, self.height)
        lines: list[Block] = [Text(contact.name or phrases.officer, self.label, BLACK), Gap(self.height * 0.1)]
        lines.append(Text(contact.number, self.number, look.palette.ink))
        known = [*([phrases.officer] if contact.name else []), *([contact.hours] if contact.hours else [])]
        if known:
            small = reduce(lambda one, other: joined(one, ", ", other), known)
            lines += [Gap(self.height * 0.07), Text(small, self.small, BLACK)]
        return Fixed(Stack(tuple(lines)), self.height)


def wall(height: float, width: float, radius: float, gap: float, *, named: bool = True) -> Contact:
    """Whom to call, in letters that are read from a step away."""
    large, number = Style("ExtraBold", 44, 48, SECOND_LOOK), Style("ExtraBold", 28, 32, SECOND_LOOK)
    return Contact(height, width, radius, gap, LABEL, large, LABEL, number, IMPRINT_LARGE, named)


WALL_COUNT = Style("ExtraBold", 22, 24, SECOND_LOOK)
WALL_BADGE = Style("ExtraBold", 21, 24, SECOND_LOOK)
"""The number of a step and 112 among its pictograms, on a wall."""

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


def counter(number: int, look: Look, side: float, style: Style) -> Block:
    """A disc with the number of a step."""
    return Disc(Words((Run(str(number)),)), side, look.palette.badge, style)


def headline(name: str, words: Words, style: Style, look: Look, side: float, gap: float = 5, level: int = 1) -> Block:
    """What a page is about, beside a disc with the pictogram *name*."""
    disc = Disc(look.icons[name], side, look.palette.badge)
    return Row((disc, heading(words, style, look, level)), (side, None), gap, align="middle")


def heading(words: Words, style: Style, look: Look, level: int = 2) -> Block:
    """A heading on bare paper."""
    return Text(words, style, look.palette.ink, Role("heading", level=level))


def sentences(told: Told, lead: Style, body: Style, gap: float, ink: Ink = BLACK) -> Block:
    """A step or a sign in full: its lead with a full stop, and the sentence that explains it."""
    return Tagged(Role("body"), Stack((Text(ended(told.lead), lead, ink), Gap(gap), Text(told.sentence, body, ink))))


def keep(
    leaflet: Leaflet,
    look: Look,
    style: Style,
    radius: float,
    *padding: float,
    height: float | None = None,
    stretch: float = 0.0,
) -> Block:
    """The rule to remember in a box. padding: as of `Pad`.  height: None for what the words need."""
    surface = look.palette.voice
    words = Pad(Text(leaflet.rule, style, surface.text), *padding)
    return Panel(Fixed(words, height) if height else words, surface, radius, stretch=stretch)


MODULE, QUIET_UP = 1.44, 2.4
"""Side of a code's modules on a wall; how far the quiet zone reaches above what stands beside it."""

HOST = Style("Bold", 16, 19, CARD)
PURPOSE = Style("SemiBold", 13.5, 16, CARD)


def coded(
    target: Target,
    leaflet: Leaflet,
    above: Block,
    below: Block,
    left: float = 138,
    gap: float = 0.5,
    under: float = 0.9,
) -> Block:
    """A code with its host under it; in *left* mm beside it *above*, what the address is for, and *below*.

    The quiet zone on the code's right lies in the margin.  gap, under: mm before the code and below it.
    """
    code = QrCode(target, MODULE, str(leaflet.phrases.code_alt), outside=True)
    purpose = Text(joined(target.purpose, " ", target.host), PURPOSE, BLACK)
    words = Stack((above, Gap(3.6), purpose, Gap(2.8), below))
    named = Pad(Text(target.host, HOST, BLACK), left=QUIET * MODULE)
    return Row((words, Pad(Stack((code, Gap(under), named)), top=-QUIET_UP)), (left, None), gap)


def imprint(leaflet: Leaflet, style: Style, *first: Words) -> Block:
    """The small lines under a piece: *first*, who publishes, until when it hangs, and the code of the piece."""
    lines = [*first, *([leaflet.issuer] if leaflet.issuer else [])]
    last = joined(leaflet.until, " ", leaflet.code) if leaflet.until else leaflet.code
    return Stack(apart((Text(line, style, BLACK) for line in (*lines, last)), Leading(style)))


def listed(items: Iterable[Block], *between: Block, stretch: float = 0.0) -> Block:
    """Items as a list, one under another, with *between* after each but the last."""
    return Tagged(Role("list"), Stack(apart(items, *between), stretch=stretch), stretch=stretch)


def apart(blocks: Iterable[Block], *between: Block) -> tuple[Block, ...]:
    """Blocks with *between* after each but the last."""
    first, *rest = blocks
    return (first, *(block for other in rest for block in (*between, other)))


def joined(one: Words, link: str, other: Words) -> Words:
    """Both, with *link* between."""
    return replace(one, runs=(*one.runs, Run(link), *other.runs))


def read_at_home(scam: Scam) -> Say | None:
    """Why a piece made of the library's readings is not for *scam*: they are written for those who live here."""
    return None if scam.lang == HOME else say("its words are written in the language of the place only")
