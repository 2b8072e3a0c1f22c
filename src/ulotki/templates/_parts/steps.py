"""What to do: numbered rows or cards."""

from __future__ import annotations

from ulotki.content.text import Run, Words
from ulotki.content.told import Leaflet, Told
from ulotki.frozen import dataclass
from ulotki.look import Look
from ulotki.look.inks import BLACK, Ink
from ulotki.look.styles import Style
from ulotki.page.blocks import Block, Disc, Fixed, Gap, Pad, Row, Spring, Tagged, Text
from ulotki.page.items import Role
from ulotki.paper import HAND, SECOND_LOOK
from ulotki.templates._parts.core import WIDER, Padding, box, column, item, pictogram, sentences


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
        widths = (self.counter, None, self.icon * WIDER)
        return Row((self.number(number, look), Gap(0), picture), widths, align="middle")


@dataclass(frozen=True, slots=True)
class Steps:
    """What to do, a row for each step: its number, its words, its pictogram, *gap* apart.

    body: of the sentence, *between* below its lead; None for the lead alone.  pitch: of rows no higher than their numbers, None for what it needs.
    """

    marks: Marks
    gap: float
    lead: Style
    body: Style | None = None
    between: float = 0.0
    pitch: float | None = None

    def compose(self, leaflet: Leaflet, look: Look) -> tuple[Block, ...]:
        """The rows, to be listed."""
        return tuple(self._row(number, step, leaflet, look) for number, step in enumerate(leaflet.message.steps, 1))

    def _row(self, number: int, step: Told, leaflet: Leaflet, look: Look) -> Block:
        if self.body:
            words = sentences(step, self.lead, self.body, self.between)
        else:
            words = Text(step.lead, self.lead, BLACK, Role("body"))
        disc, picture = self.marks.number(number, look), self.marks.picture(step, leaflet, look)
        widths = (self.marks.counter, None, self.marks.icon * WIDER)
        row = Row((disc, words, picture), widths, self.gap, align="middle")
        rim = (self.pitch - self.marks.counter) / 2 if self.pitch else 0.0
        return item(Pad(row, top=rim, bottom=rim))


@dataclass(frozen=True, slots=True)
class StepCards:
    """What to do, a card for each step side by side, its lead *below* mm under the number of the step."""

    marks: Marks
    lead: Style
    height: float
    radius: float
    gap: float
    pad: Padding
    below: float

    def compose(self, leaflet: Leaflet, look: Look) -> Block:
        """The row of cards."""
        cards = tuple(self._card(number, step, leaflet, look) for number, step in enumerate(leaflet.message.steps, 1))
        return Tagged(Role("list"), Row(cards, (None,) * len(cards), self.gap))

    def _card(self, number: int, step: Told, leaflet: Leaflet, look: Look) -> Block:
        surface, marks = look.palette.card, Fixed(self.marks.head(number, step, leaflet, look), self.marks.counter)
        lead = Text(step.lead, self.lead, surface.text, Role("body"))
        content = column(marks, self.below, lead, Spring(), stretch=1)
        return item(box(content, surface, self.radius, self.pad, self.height))


WALL_MARKS = Marks(12, 12, Style("ExtraBold", 21, 23, SECOND_LOOK), Style("ExtraBold", 21, 24, SECOND_LOOK))
HELD_MARKS = Marks(11.2, 11, Style("ExtraBold", 18, 20, HAND), Style("ExtraBold", 17.5, 20, HAND))
HELD_STEPS = Steps(HELD_MARKS, 16 - 11.2, Style("Bold", 19, 22, HAND), Style("Regular", 15, 18, HAND), between=2.6)
"""What stands with a step on a wall and in the hand, and the steps in letters for the hand."""
