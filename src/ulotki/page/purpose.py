"""What a file is for: three records of choices over the same pages.

web: to be read on a screen, by anybody (PDF/UA-1, ISO 14289-1; PDF/A-2a, ISO 19005-2). press: for a print shop (built to
PDF/X-4, ISO 15930-7). office: for the printer beside the desk.
"""

from __future__ import annotations

from dataclasses import dataclass

from ulotki.look.inks import Ink

Colour = tuple[float, ...]
"""Shares from 0 to 1: one of white, three of light, or four of ink."""


@dataclass(frozen=True, slots=True)
class Condition:
    """The colours that a file is meant for. profile: a shipped file.  channels: of it."""

    subtype: str
    name: str
    info: str
    profile: str
    channels: int


@dataclass(frozen=True, slots=True)
class Purpose:
    """version: of PDF.  tagged: with its structure, links and bookmarks.  inked: four inks instead of light.

    slug: mm of paper around the trimmed page, for its bleed and marks; 0 for none.  condition: None for whatever the
    device has.  claims: what the metadata says the file conforms to, by property.  preferences: for who opens or prints it.
    """

    name: str
    version: tuple[int, int]
    tagged: bool = False
    inked: bool = False
    slug: float = 0.0
    condition: Condition | None = None
    claims: tuple[tuple[str, str], ...] = ()
    preferences: tuple[tuple[str, str], ...] = ()

    def colour(self, ink: Ink, *, words: bool) -> Colour:
        """*ink* as this purpose prints it; *words* are in black alone or left bare, so that no plate can blur them."""
        if self.inked and words:
            return (0.0, 0.0, 0.0, 1.0 if ink.luminance < DARK else 0.0)
        if self.inked:
            return tuple(part / 100 for part in ink.cmyk)
        red, green, blue = ink.rgb
        return (red / 255,) if red == green == blue else (red / 255, green / 255, blue / 255)


BLEED = 3.0
"""mm that a print shop may print beyond the trimmed page."""

DARK = 0.2
"""Relative luminance under which letters are printed black, and from which on they are left bare on their ground."""

SRGB = Condition("GTS_PDFA1", "sRGB IEC61966-2.1", "sRGB", "assets/srgb.icc", 3)
FOGRA39 = Condition("GTS_PDFX", "FOGRA39", "Coated FOGRA39 (ISO 12647-2:2004)", "assets/ISOcoated_v2_300_bas.icc", 4)

PURPOSES = {
    purpose.name: purpose
    for purpose in (
        Purpose("office", version=(1, 7), preferences=(("PrintScaling", "/None"), ("PickTrayByPDFSize", "true"))),
        Purpose(
            "web",
            version=(1, 7),
            tagged=True,
            condition=SRGB,
            claims=(("pdfuaid:part", "1"), ("pdfaid:part", "2"), ("pdfaid:conformance", "A")),
        ),
        Purpose(
            "press",
            version=(1, 6),
            inked=True,
            slug=10.0,
            condition=FOGRA39,
            claims=(("pdfxid:GTS_PDFXVersion", "PDF/X-4"),),
        ),
    )
}
OFFICE, WEB, PRESS = PURPOSES.values()
