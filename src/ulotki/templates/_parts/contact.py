"""Whom to call: the number that helps in a box, and the dzielnicowy beside it.

His name and hours come from the register, short or long, so they are set in the largest of a few ways that fits.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from ulotki.content.text import Run, Words
from ulotki.content.told import Leaflet
from ulotki.frozen import dataclass
from ulotki.look import Look
from ulotki.look.inks import BLACK, Surface
from ulotki.look.styles import Style
from ulotki.page.blocks import Block, FirstFit, Least, OneLine, Row, StampBox, Tagged, Text
from ulotki.page.items import Role
from ulotki.paper import CARD, HAND, SECOND_LOOK, Tier
from ulotki.templates._parts.core import box, column, plain


@dataclass(frozen=True, slots=True)
class Lines:
    """The officer's name, number and hours under one another.

    number: the first that takes one line.  above, below: mm from a baseline to the next capitals.
    """

    name: Style
    number: tuple[Style, ...]
    hours: Style
    above: float
    below: float

    def compose(self, leaflet: Leaflet, look: Look, *, named: bool) -> Block:
        """Name, number, hours; the old number, while it holds, in place of the hours."""
        officer = leaflet.officer
        assert officer.number is not None
        name = officer.name if named and officer.name else leaflet.phrases.officer
        lines: list[Block | float] = [
            plain(name, self.name),
            self.above,
            OneLine(tuple(Text(officer.number, style, look.palette.ink) for style in self.number)),
        ]
        if last := officer.also or officer.hours:
            lines += [self.below, plain(last, self.hours)]
        return column(*lines)


@dataclass(frozen=True, slots=True)
class ContactBlock:
    """Whom to call.

    height: mm at least.  width: of the box with the number that helps.  call: styles for the words in it, the first
    that takes one line, none for the number alone.  between: mm from them to the number.  lines: ways to set the officer, the largest first.
    stamp: for the words in the box that waits for his number.  card: mm of padding when he stands on a card of his own.
    named: whether his name is given; by a name another line must warn of impostors, so small pieces have neither.
    """

    height: float
    width: float
    radius: float
    gap: float
    call: tuple[Style, ...]
    large: Style
    between: float
    lines: tuple[Lines, ...]
    stamp: Style
    card: float | None = None
    named: bool = True

    def compose(self, leaflet: Leaflet, look: Look) -> Block:
        """The box and the officer side by side, as high as they need and at least *height*."""
        return Least(self.row(leaflet, look), self.height)

    def row(self, leaflet: Leaflet, look: Look) -> Row:
        """The box and the officer side by side, in what height there is. Another number that helps takes the officer's room and comes first."""
        emergency, helps = self.emergency(leaflet, look), self.helper(leaflet, look)
        if helps:
            return Row((helps, emergency), (None, self.width), self.gap, align="fill", stretch=1)
        return Row((emergency, self.officer(leaflet, look)), (self.width, None), self.gap, align="fill", stretch=1)

    def emergency(self, leaflet: Leaflet, look: Look, call: Words | None = None) -> Block:
        """The box with 112; on the surface of a card where another number helps. call: another reason to call it."""
        if helper(leaflet):
            return self._box(leaflet.phrases.call, leaflet.help.emergency, look.palette.card)
        return self._box(call or leaflet.help.call, leaflet.help.emergency, look.palette.deed)

    def helper(self, leaflet: Leaflet, look: Look) -> Block | None:
        """The box with another number that helps, None where 112 does or none."""
        number = helper(leaflet)
        return self._box(leaflet.help.call, number, look.palette.deed) if number else None

    def _box(self, call: Words, number: Words, surface: Surface) -> Block:
        large = Text(number, self.large, surface.accent, None if self.call else Role("paragraph"), align="centre")
        if not self.call:
            return box(large, surface, self.radius)
        said = replace(call, runs=(*call.runs, Run(" ")))  # parts it from the number in the ears of readers
        calls = OneLine(tuple(Text(said, style, surface.text, None, align="centre") for style in self.call))
        both = Tagged(Role("paragraph"), column(calls, self.between, large))
        return box(both, surface, self.radius, (2, 2, 2, 2))

    def officer(self, leaflet: Leaflet, look: Look) -> Block:
        """The dzielnicowy, or a box for a stamp or a pen while nobody has given the number."""
        if leaflet.officer.number is None:
            return StampBox(leaflet.phrases.stamp, self.stamp, BLACK, self.radius, STAMP_PAD, STAMP_LEAST)
        lines = FirstFit(tuple(way.compose(leaflet, look, named=self.named) for way in self.lines))
        if self.card is None:
            return lines
        return box(lines, look.palette.card, self.radius, (self.card, CARD_RIM, self.card / 2, CARD_RIM))


def helper(leaflet: Leaflet) -> Words | None:
    """The number that helps, None where that is 112 or none does."""
    number = leaflet.help.number
    return number if number and number.runs != leaflet.help.emergency.runs else None


STAMP_PAD, STAMP_LEAST = 4, 15
"""mm of padding in a box for a stamp, and its least height: a stamp of two lines fits."""

CARD_RIM = 2.6
"""mm that words on a card keep from its upper and lower edge at least."""

Sizes = tuple[float, float, float]
"""pt of name, number and hours."""


def officer(tier: Tier, ways: Iterable[tuple[Sizes, float, float]], number: Tier) -> tuple[Lines, ...]:
    """Ways to set the officer: the sizes, and the mm above and below the number. tier: of name and hours.

    In the last of them a number too long for its line, as with +48 before it, is set smaller.
    """
    ways = tuple(ways)
    return tuple(_lines(*way, tier, number, SMALLER if way is ways[-1] else SMALLER[:1]) for way in ways)


SMALLER = tuple(share / 20 for share in range(20, 10, -1))
"""Shares of its size that a number is tried in."""


def _lines(sizes: Sizes, above: float, below: float, tier: Tier, number: Tier, shares: tuple[float, ...]) -> Lines:
    name, large, hours = sizes
    tried = [large * share for share in shares if large * share >= number.least]
    return Lines(
        Style("SemiBold", name, name * 1.2, tier),
        tuple(Style("ExtraBold", size, size * 1.12, number) for size in tried),
        Style("Regular", hours, hours * 1.22, tier),
        above,
        below,
    )


def calls(*sizes: float, tier: Tier) -> tuple[Style, ...]:
    """Styles for the words over the number that helps."""
    return tuple(Style("SemiBold", size, size * 1.2, tier) for size in sizes)


WALL_CALL = (Style("SemiBold", 20, 24, SECOND_LOOK), *calls(18, 16, 14.5, 13.5, tier=CARD))
HELD_CALL = calls(13, 12.5, 12, tier=HAND)
HELD_LINES = officer(
    HAND, [((13, 28, 12), 3.2, 2.7), ((12.5, 28, 12), 3.1, 2.6), ((12, 26, 12), 3.0, 2.5)], number=HAND
)


def held(height: float, gap: float = 4) -> ContactBlock:
    """Whom to call, in letters for the hand."""
    large, stamp = Style("ExtraBold", 46, 48, HAND), Style("SemiBold", 12, 15, HAND)
    return ContactBlock(height, 40, 4, gap, HELD_CALL, large, 3.2, HELD_LINES, stamp)


def wall(
    height: float,
    width: float,
    large: float,
    ways: Iterable[tuple[Sizes, float, float]],
    gap: float = 5,
    **more: object,
) -> ContactBlock:
    """Whom to call, in letters that are read from a step away. large: pt of the number that helps."""
    number, stamp = Style("ExtraBold", large, large * 1.07, SECOND_LOOK), Style("SemiBold", 14, 17, CARD)
    lines = officer(CARD, ways, number=SECOND_LOOK)
    return ContactBlock(height, width, 5, gap, WALL_CALL, number, 4.0, lines, stamp, **more)  # type: ignore[arg-type]
