"""The purposes that a file may have: three sets of choices for drawing the same pages.

web: to be read on a screen, by anybody (PDF/UA-1, ISO 14289-1; PDF/A-2a, ISO 19005-2). press: for a print shop (built to
PDF/X-4, ISO 15930-7; to PDF/X-1a, ISO 15930-4, what is black alone). office: for the printer beside the desk.
"""

from __future__ import annotations

from dataclasses import replace

from ulotki.page.purpose import Condition, Purpose

BLEED = 3.0
"""Bleed: how far a print shop may print beyond the trimmed page unless it asks for another, mm."""

SRGB = Condition("GTS_PDFA1", "sRGB IEC61966-2.1", "sRGB", "assets/srgb.icc", 3)
FOGRA39 = Condition("GTS_PDFX", "FOGRA39", "Coated FOGRA39 (ISO 12647-2:2004)", "assets/ISOcoated_v2_300_bas.icc", 4)
"""Offset on coated paper, as the registry of the ICC names it."""

OFFICE = Purpose("office", version=(1, 7), preferences=(("PrintScaling", "/None"), ("PickTrayByPDFSize", "true")))
WEB = Purpose(
    "web",
    version=(1, 5),
    tagged=True,
    condition=SRGB,
    claims=(("pdfuaid:part", "1"), ("pdfaid:part", "2"), ("pdfaid:conformance", "A")),
)
PRESS = Purpose(
    "press",
    version=(1, 6),
    inked=True,
    bleed=BLEED,
    marks=True,
    overprint=True,
    condition=FOGRA39,
    claims=(("pdfxid:GTS_PDFXVersion", "PDF/X-4"),),
)
PURPOSES = {purpose.name: purpose for purpose in (OFFICE, WEB, PRESS)}

PAPER = replace(OFFICE, name="paper", tagged=True, claims=(("pdfuaid:part", "1"),))
"""Documents of the office: printed as they are, and read on a screen by anybody (PDF/UA-1)."""

X1A = (("pdfx:GTS_PDFXVersion", "PDF/X-1a:2003"),)
"""What a file of black alone claims: it needs no profile, and every shop and every old program takes it."""
