"""What stands with a step: its number and its pictogram."""

from __future__ import annotations

from ulotki.content.text import Run, Words
from ulotki.content.told import Leaflet, ToldPoint
from ulotki.frozen import dataclass
from ulotki.look import Look
from ulotki.look.inks import Ink
from ulotki.look.styles import Style
from ulotki.page.blocks import Block, Disc, Gap, Row
from ulotki.paper import HAND, SECOND_LOOK
from ulotki.templates._parts.core import WIDER, pictogram


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

    def picture(self, step: ToldPoint, leaflet: Leaflet, look: Look, ground: Ink | None = None) -> Block:
        """The pictogram, flush right in WIDER times its width."""
        return pictogram(step.icon, leaflet, look, self.icon, ground, self.badge, right=True)

    def head(self, number: int, step: ToldPoint, leaflet: Leaflet, look: Look) -> Block:
        """The head of a card: the disc at its left, the pictogram at its right."""
        picture = self.picture(step, leaflet, look, look.palette.card.fill)
        widths = (self.counter, None, self.icon * WIDER)
        return Row((self.number(number, look), Gap(0), picture), widths, align="middle")


WALL_MARKS = Marks(12, 12, Style("ExtraBold", 21, 23, SECOND_LOOK), Style("ExtraBold", 21, 24, SECOND_LOOK))
HELD_MARKS = Marks(11.2, 11, Style("ExtraBold", 18, 20, HAND), Style("ExtraBold", 17.5, 20, HAND))
"""The marks on a wall, and in the hand."""
