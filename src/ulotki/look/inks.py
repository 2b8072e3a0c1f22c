"""Inks and palettes. Yellow marks the swindler's words, navy marks what the reader does.

In black only, an outline stands for yellow and a solid area for navy. A palette changes inks and outlines, never the layout:
pages are laid out in `PATTERN`, and then take the inks of their palette.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from ulotki.frozen import dataclass


@dataclass(frozen=True, slots=True)
class Ink:
    """A colour on paper. rgb: 0 to 255.  cmyk: 0 to 100 per cent, for print shops."""

    name: str
    rgb: tuple[int, int, int]
    cmyk: tuple[int, int, int, int]

    @property
    def luminance(self) -> float:
        """Relative luminance, 0 black to 1 white (WCAG 2.2, definition of relative luminance)."""
        channels = (value / 255 for value in self.rgb)
        red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    @property
    def hex(self) -> str:
        """The colour as CSS writes it: "#10264e"."""
        return "#{:02x}{:02x}{:02x}".format(*self.rgb)


BLACK = Ink("black", (0, 0, 0), (0, 0, 0, 100))
WHITE = Ink("white", (255, 255, 255), (0, 0, 0, 0))
NAVY = Ink("navy", (16, 38, 78), (100, 85, 35, 35))
YELLOW = Ink("yellow", (255, 210, 0), (0, 17, 100, 0))
MIST = Ink("mist", (236, 240, 247), (6, 3, 0, 0))

REGISTRATION = Ink("registration", (0, 0, 0), (100, 100, 100, 100))
"""Every ink of a job at once, for marks beside the page (ISO 32000-1, 8.6.6.4: the separation All)."""


@lru_cache(maxsize=256)
def contrast(one: Ink, other: Ink) -> float:
    """Contrast ratio from 1 to 21 (WCAG 2.2, definition of contrast ratio)."""
    light, dark = sorted((one.luminance, other.luminance), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@dataclass(frozen=True, slots=True)
class Surface:
    """How a panel is drawn. fill: its ink, None for bare paper.  line: ink of the outline, None for no outline.

    weight: of the outline, pt.  text: ink of running words on it.  accent: ink of its main words and pictograms.
    """

    fill: Ink | None
    line: Ink | None
    weight: float
    text: Ink
    accent: Ink


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


PALETTES = {
    palette.name: palette
    for palette in (
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
}


def _pattern(name: str, weight: float) -> Surface:
    fill, line, text, accent = (
        Ink(f"{name}.{use}", (0, 0, 0), (0, 0, 0, 0)) for use in ("fill", "line", "text", "accent")
    )
    return Surface(fill, line, weight, text, accent)


_OUTLINES = {"voice": 1.8, "deed": 3, "card": 1, "badge": 1.8, "plate": 0, "blank": 1}
_voice, _deed, _card, _badge, _plate, _blank = (_pattern(*one) for one in _OUTLINES.items())
PATTERN = Palette("pattern", _voice, _deed, _card, _badge, _plate, _blank, Ink("ink", (0, 0, 0), (0, 0, 0, 0)))
"""A palette of names, each of them used once: what pages are laid out in. Its outlines are as wide as any palette has them."""


def inks(palette: Palette) -> Mapping[str, Ink | None]:
    """What *palette* has for each ink of the pattern, by name; None where it draws nothing."""
    return {slot.name: ink for slot, ink in zip(PATTERN.slots, palette.slots, strict=True) if slot}
