"""Palettes: the surfaces and inks of each way to print, and the pattern that pages are laid out in."""

from __future__ import annotations

from ulotki.frozen import dataclass
from ulotki.look.inks import BLACK, MIST, NAVY, WHITE, YELLOW, Ink, Surface


@dataclass(frozen=True, slots=True)
class Palette:
    """The surfaces and inks of one way to print.

    voice: the swindler's words.  deed: what the reader does.  card: a step or a sign.  badge: discs with a number.
    plate: a number on a deed.  blank: what is written on, on a deed.  ink: headings, numbers and pictograms on bare paper.
    """

    name: str
    voice: Surface
    deed: Surface
    card: Surface
    badge: Surface
    plate: Surface
    blank: Surface
    ink: Ink

    @property
    def surfaces(self) -> tuple[Surface, ...]:
        """Every surface of it."""
        return self.voice, self.deed, self.card, self.badge, self.plate, self.blank

    @property
    def slots(self) -> tuple[Ink | None, ...]:
        """The ink of each of its uses, None where nothing is drawn."""
        return (self.ink, *(ink for one in self.surfaces for ink in (one.fill, one.line, one.text, one.accent)))

    @property
    def inks(self) -> tuple[Ink, ...]:
        """Every ink of it."""
        return tuple(ink for ink in self.slots if ink)

    @property
    def grey(self) -> bool:
        """Whether it has no colour: black, white and what is between."""
        return all(len(set(ink.rgb)) == 1 for ink in self.inks)


WAYS = (
    Palette(
        "colour",
        voice=Surface(YELLOW, None, 0, BLACK, BLACK),
        deed=Surface(NAVY, None, 0, WHITE, YELLOW),
        card=Surface(MIST, None, 0, BLACK, NAVY),
        badge=Surface(NAVY, None, 0, WHITE, WHITE),
        plate=Surface(YELLOW, None, 0, BLACK, BLACK),
        blank=Surface(WHITE, None, 0, BLACK, BLACK),
        ink=NAVY,
    ),
    Palette(
        "mono",
        voice=Surface(None, BLACK, 1.8, BLACK, BLACK),
        deed=Surface(BLACK, None, 0, WHITE, WHITE),
        card=Surface(None, BLACK, 1, BLACK, BLACK),
        badge=Surface(BLACK, None, 0, WHITE, WHITE),
        plate=Surface(WHITE, None, 0, BLACK, BLACK),
        blank=Surface(WHITE, None, 0, BLACK, BLACK),
        ink=BLACK,
    ),
    Palette(
        "eco",
        voice=Surface(None, BLACK, 1.8, BLACK, BLACK),
        deed=Surface(None, BLACK, 3, BLACK, BLACK),
        card=Surface(None, BLACK, 1, BLACK, BLACK),
        badge=Surface(None, BLACK, 1.8, BLACK, BLACK),
        plate=Surface(BLACK, None, 0, WHITE, WHITE),
        blank=Surface(None, BLACK, 1, BLACK, BLACK),
        ink=BLACK,
    ),
)

PALETTES = {palette.name: palette for palette in WAYS}
