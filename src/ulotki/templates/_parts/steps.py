"""What to do: numbered rows or cards."""

from __future__ import annotations

from ulotki.content.told import Leaflet, ToldPoint
from ulotki.frozen import dataclass
from ulotki.look import Look
from ulotki.look.inks import BLACK
from ulotki.look.styles import Style
from ulotki.page.blocks import Block, Fixed, Pad, Row, Spring, Tagged, Text
from ulotki.page.items import Role
from ulotki.paper import HAND
from ulotki.templates._parts.core import WIDER, Padding, box, column, item, sentences
from ulotki.templates._parts.marks import HELD_MARKS, Marks


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

    def _row(self, number: int, step: ToldPoint, leaflet: Leaflet, look: Look) -> Block:
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

    def _card(self, number: int, step: ToldPoint, leaflet: Leaflet, look: Look) -> Block:
        surface, marks = look.palette.card, Fixed(self.marks.head(number, step, leaflet, look), self.marks.counter)
        lead = Text(step.lead, self.lead, surface.text, Role("body"))
        content = column(marks, self.below, lead, Spring(), stretch=1)
        return item(box(content, surface, self.radius, self.pad, self.height))


HELD_STEPS = Steps(HELD_MARKS, 16 - 11.2, Style("Bold", 19, 22, HAND), Style("Regular", 15, 18, HAND), between=2.6)
"""Steps in letters for the hand."""
