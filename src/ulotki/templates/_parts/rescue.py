"""For people who were cheated: what to do first, with one large thing beside it, and two small cards."""

from __future__ import annotations

from collections.abc import Iterable
from typing import assert_never

from ulotki.content.text import Run, Words
from ulotki.content.told import Leaflet, RescueRow, Small
from ulotki.frozen import dataclass
from ulotki.look import Look
from ulotki.look.inks import BLACK
from ulotki.look.styles import Style
from ulotki.page.blocks import Block, Disc, Least, Row, Rule, RunOn, Text, WriteInBox
from ulotki.page.items import Role
from ulotki.templates._parts.contact import helper
from ulotki.templates._parts.core import box, column, heading, item, listed, width


@dataclass(frozen=True, slots=True)
class RescueBlock:
    """The box for people who were cheated.

    pad: beside and above its words.  below: mm under the title.  row, between: height of a row at least, and the white
    between two, with a line in its middle.  disc: of a step, mm.  field, slip: (width, height) of a white field to
    write in, and the least height of a slip to copy.  helps, other: for the number that helps or 112, and for another.
    widest: mm that one large thing takes at most.
    """

    radius: float
    pad: tuple[float, float]
    below: float
    row: float
    between: float
    disc: float
    gap: float
    field: tuple[float, float]
    slip: float
    widest: float
    title: Style
    comfort: Style
    words: Style
    count: Style
    helps: tuple[Style, ...]
    other: tuple[Style, ...]
    label: Style
    copied: Style

    def compose(self, leaflet: Leaflet, look: Look) -> Block:
        """The box."""
        gone, surface = leaflet.help.gone, look.palette.deed
        title = heading(gone.title, self.title, look, ink=surface.accent)
        comfort = Text(gone.comfort, self.comfort, surface.text, align="right") if gone.comfort else None
        head = RunOn(title, comfort, CLEAR, "left") if comfort else title
        steps = len(gone.rows) > 1 and any(row.kind != "number" for row in gone.rows)
        rows = [self._row(number if steps else 0, row, leaflet, look) for number, row in enumerate(gone.rows, 1)]
        if len(rows) > 1:
            rows = [listed(map(item, rows), self.between / 2, Rule(surface.text, LINE), self.between / 2)]
        across, down = self.pad
        return box(column(head, self.below, *rows), surface, self.radius, (across, down, across, down))

    def _row(self, number: int, row: RescueRow, leaflet: Leaflet, look: Look) -> Block:
        """What to do in words, and the thing at the right; number: 0 for none."""
        surface = look.palette.deed
        thing, wide = self._thing(row, leaflet, look)
        words: Block = Text(row.words, self.words, surface.text, Role("body"))
        parts, widths = (words, thing), (None, wide)
        if number:
            disc = Disc(Words((Run(str(number)),)), self.disc, look.palette.plate, self.count)
            return Least(Row((disc, *parts), (self.disc, *widths), self.gap, align="middle"), self.row)
        return Least(Row(parts, widths, self.gap, align="middle"), self.row)

    def _thing(self, row: RescueRow, leaflet: Leaflet, look: Look) -> tuple[Block, float]:
        surface = look.palette.deed
        match row.kind:
            case "number" | "large":
                known = {words.runs[0].ref for words in (leaflet.help.emergency, helper(leaflet)) if words}
                large = row.kind == "large" or row.thing.runs[0].ref in known
                style, wide = self._widest(row.thing, self.helps if large else self.other, look)
                return Text(row.thing, style, surface.accent, align="right"), wide
            case "write":
                wide, high = self.field
                return WriteInBox(row.thing, self.label, look.palette.blank, 2.5, high), wide
            case "slip":
                style, wide = self._widest(row.thing, (self.copied,), look)
                words = Text(row.thing, style, BLACK, align="centre")
                return Least(box(words, look.palette.blank, 2.5, (0, 2.5, 0, 2.5)), self.slip), wide + 2 * SLIP_PAD
            case _:
                assert_never(row.kind)

    def _widest(self, words: Words, styles: Iterable[Style], look: Look) -> tuple[Style, float]:
        """The first style in which *words* are not too wide on one line, else the last, and their width, mm."""
        found = [(style, width(words, style, look) + ROUNDING) for style in styles]
        return next((one for one in found if one[1] <= self.widest), found[-1])


CLEAR, LINE, SLIP_PAD, ROUNDING = 4, 0.7, 4.5, 0.01
"""mm between title and comfort; pt of the line between rows; mm beside the words of a slip; mm."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two small cards side by side, top-aligned. gap: between them; between: mm from a lead to its text."""

    radius: float
    height: float
    gap: float
    pad: tuple[float, float, float, float]
    lead: Style
    text: Style
    between: float

    def compose(self, pair: tuple[Small, ...], look: Look) -> Block:
        """The cards of *pair*."""
        return Row(tuple(self._card(small, look) for small in pair), (None, None), self.gap, align="fill")

    def _card(self, small: Small, look: Look) -> Block:
        surface = look.palette.card
        lead = Text(small.lead, self.lead, surface.accent, Role("label"))
        words = column(lead, self.between, Text(small.text, self.text, surface.text), 0, stretch=1)
        return box(Least(words, self.height - self.pad[1] - self.pad[3]), surface, self.radius, self.pad)
