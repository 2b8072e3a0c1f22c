"""What the purpose of a file decides: PDF version, colours, bleed, printing condition. See `purposes`."""

from __future__ import annotations

from ulotki.frozen import dataclass
from ulotki.look.inks import REGISTRATION, Ink

Colour = tuple[float, ...]
"""Components from 0 to 1: one of grey (1 is white), three of RGB, or four of CMYK."""


@dataclass(frozen=True, slots=True)
class Condition:
    """The printing condition that a file is made for. channels: of its profile.

    profile: name of a shipped ICC profile, "" when the condition is named without one.
    """

    subtype: str
    name: str
    info: str
    profile: str
    channels: int


@dataclass(frozen=True, slots=True)
class Purpose:
    """The choices for one use of a file.

    version: of PDF.  tagged: whether the file has structure, links and bookmarks.  inked: CMYK instead of RGB.
    bleed: mm beyond the trimmed page that may be printed.  marks: whether crop and fold marks stand beyond it.
    overprint: whether black words are printed on what lies under them.  condition: None for any device.
    claims: the standards that the metadata names, by property.  preferences: for the program that shows or prints it.
    """

    name: str
    version: tuple[int, int]
    tagged: bool = False
    inked: bool = False
    bleed: float = 0.0
    marks: bool = False
    overprint: bool = False
    condition: Condition | None = None
    claims: tuple[tuple[str, str], ...] = ()
    preferences: tuple[tuple[str, str], ...] = ()

    @property
    def prints(self) -> bool:
        """Whether the file tells a printer what to do; one for a screen does not."""
        return not self.tagged or bool(self.preferences)

    def colour(self, ink: Ink, *, words: bool) -> Colour:
        """*ink* as this purpose prints it.

        words: letters are printed in black alone or left unprinted, so that a shifted printing plate cannot blur them.
        """
        if ink == REGISTRATION and self.inked:
            return ALL
        if self.inked and words:
            return (0.0, 0.0, 0.0, 1.0 if ink.luminance < DARK else 0.0)
        if self.inked:
            return tuple(part / 100 for part in ink.cmyk)
        red, green, blue = ink.rgb
        return (red / 255,) if red == green == blue else (red / 255, green / 255, blue / 255)


ALL: Colour = (1.0, 1.0, 1.0, 1.0)
"""What REGISTRATION becomes: no other ink of ours has so much."""

K: Colour = (0.0, 0.0, 0.0, 1.0)
"""Black alone."""

DARK = 0.2
"""Letters of a lower relative luminance are printed in black; lighter ones are left unprinted on their ground."""
