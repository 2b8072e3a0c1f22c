"""How a piece begins: the topic, the swindler in his bubble, and the bar with the order."""

from __future__ import annotations

from dataclasses import replace

from ulotki.content.text import Run, Words
from ulotki.content.told import Leaflet
from ulotki.frozen import dataclass
from ulotki.look import Look
from ulotki.look.styles import Style, display
from ulotki.page.blocks import AsWritten, Block, Disc, Fixed, Pad, Panel, Pictogram, Text
from ulotki.paper import POINT, SECOND_LOOK
from ulotki.templates._parts.core import beside, box, column, headed, heading

ACCENTS = 0.4
"""mm that a title is lowered: its accents reach higher than its capitals."""


@dataclass(frozen=True, slots=True)
class Title:
    """The topic: a disc with its pictogram, a small line, and the title in large letters *between* mm below it.

    Both lines are one heading: „Uwaga! Oszustwo „na wnuczka””.
    """

    side: float
    small: Style
    large: Style
    gap: float = 5
    between: float = 2.7

    def compose(self, leaflet: Leaflet, look: Look) -> Block:
        """A row as high as its disc."""
        small, large = leaflet.message.kicker, leaflet.message.title
        first = Text(replace(small, runs=(*small.runs, Run(" "))), self.small, look.palette.ink, None)
        words = headed(column(first, self.between, Text(large, self.large, look.palette.ink, None)))
        disc = Disc(look.icons[leaflet.message.icon], self.side, look.palette.badge)
        return Fixed(beside(disc, self.side, Pad(words, top=ACCENTS), self.gap), self.side)


WALL_TITLE = Title(16, display("SemiBold", 20, 24, SECOND_LOOK), display("ExtraBold", 33, 36, SECOND_LOOK))

RAISED = 0.3
"""Share of the reach of its tails by which a large line is raised from the middle of its box."""


def raised(words: Words, style: Style, look: Look) -> float:
    """mm by which *words* are raised, since their tails hang below what counts as their height."""
    _, tails = look.family[style.weight].reach(str(words).replace("\n", " "))
    return RAISED * tails * style.size * POINT


@dataclass(frozen=True, slots=True)
class Voice:
    """The swindler speaks: a bubble with the quote, its opening mark hanging in the padding.

    gap: between who speaks and the quote.  left, right: of the quote.  edge: room above and below, which is part of the words;
    rim: least room above and below them.
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
    rim: float = 0.0

    def compose(self, leaflet: Leaflet, look: Look) -> Block:
        """The bubble, which takes what height is left over."""
        surface = look.palette.voice
        written = Text(leaflet.message.quote, self.quote, surface.accent, hang=True)
        quote = AsWritten(written, replace(written, words=leaflet.message.quote.unbroken))
        words = column(Text(leaflet.message.voice, self.small, surface.text), self.gap, quote)
        bottom = self.edge + 2 * raised(leaflet.message.quote, self.quote, look)
        padded = Pad(words, left=self.left, top=self.edge, right=self.right, bottom=bottom)
        return Panel(padded, surface, self.radius, self.tail, self.start, stretch=1, rim=self.rim)


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

    def compose(
        self,
        name: str,
        second: Words,
        look: Look,
        first: Words | None = None,
        level: int = 2,
        *,
        below: Words | None = None,
    ) -> Block:
        """The bar with the pictogram *name*, *second* in large letters and *first* above or other words *below*."""
        surface = look.palette.deed
        words: Block = heading(second, self.large, look, level, surface.accent)
        if first and self.small:
            words = column(Text(first, self.small, surface.text), self.gap, words)
        if below and self.small:
            words = column(words, self.gap, Text(below, self.small, surface.text))
        words = Pad(words, bottom=2 * raised(second, self.large, look))
        picture = Pictogram(look.icons[name], self.icon, surface.accent, surface.fill)
        row = beside(picture, self.icon, words, self.text - self.left - self.icon)
        right = self.left / 2 if self.right is None else self.right
        return box(row, surface, self.radius, (self.left, 0, right, 0), self.height)

    def deed(self, leaflet: Leaflet, look: Look) -> Block:
        """The bar under the bubble: a mark that its tail points at, a word of warning and the order."""
        return self.compose(leaflet.message.mark, leaflet.message.order, look, leaflet.message.verdict)


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
