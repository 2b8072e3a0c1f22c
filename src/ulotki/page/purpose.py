"""The purpose of a file: three sets of choices for drawing the same pages.

web: to be read on a screen, by anybody (PDF/UA-1, ISO 14289-1; PDF/A-2a, ISO 19005-2). press: for a print shop (built to
PDF/X-4, ISO 15930-7). office: for the printer beside the desk.
"""

from __future__ import annotations

from dataclasses import dataclass

from ulotki.look.inks import Ink

Colour = tuple[float, ...]
"""Components from 0 to 1: one of grey (1 is white), three of RGB, or four of CMYK."""


@dataclass(frozen=True, slots=True)
class Condition:
    """The printing condition that a file is made for. profile: name of a shipped ICC profile.  channels: its channels."""

    subtype: str
    name: str
    info: str
    profile: str
    channels: int


@dataclass(frozen=True, slots=True)
class Purpose:
    """The choices for one use of a file.

    version: of PDF.  tagged: whether the file has structure, links and bookmarks.  inked: CMYK instead of RGB.
    slug: mm of paper around the trimmed page, for bleed and marks; 0 for none.  condition: None for any device.
    claims: the standards that the metadata names, by property.  preferences: for the program that shows or prints it.
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
        """*ink* as this purpose prints it.

        words: letters are printed in black alone or left unprinted, so that a shifted printing plate cannot blur them.
        """
        if self.inked and words:
            return (0.0, 0.0, 0.0, 1.0 if ink.luminance < DARK else 0.0)
        if self.inked:
            return tuple(part / 100 for part in ink.cmyk)
        red, green, blue = ink.rgb
        return (red / 255,) if red == green == blue else (red / 255, green / 255, blue / 255)


BLEED = 3.0
"""Bleed: how far a print shop may print beyond the trimmed page, mm."""

DARK = 0.2
"""Letters of a lower relative luminance are printed in black; lighter ones are left unprinted on their ground."""

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
