"""Inks, and the surfaces that are drawn in them. Yellow marks the swindler's words, navy marks what the reader does.

In black only, an outline stands for yellow and a solid area for navy. A palette changes inks and outlines, never the layout:
pages are laid out in `pattern.PATTERN`, and then take the inks of their palette.
"""

from __future__ import annotations

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
