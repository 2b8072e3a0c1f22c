"""The purpose of a file: three sets of choices for drawing the same pages.

web: to be read on a screen, by anybody (PDF/UA-1, ISO 14289-1; PDF/A-2a, ISO 19005-2). press: for a print shop (built to
PDF/X-4, ISO 15930-7; to PDF/X-1a, ISO 15930-4, what is black alone). office: for the printer beside the desk.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from ulotki.frozen import dataclass
from ulotki.look.inks import BLACK, REGISTRATION, Ink
from ulotki.page.crop import cropped
from ulotki.page.items import Code, Fill, Group, Item, Line, Page, Picture, Raster, Stroke
from ulotki.page.walking import walk
from ulotki.recent import Kept

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


BLEED = 3.0
"""Bleed: how far a print shop may print beyond the trimmed page unless it asks for another, mm."""

ALL: Colour = (1.0, 1.0, 1.0, 1.0)
"""What REGISTRATION becomes: no other ink of ours has so much."""

K: Colour = (0.0, 0.0, 0.0, 1.0)
"""Black alone."""

DARK = 0.2
"""Letters of a lower relative luminance are printed in black; lighter ones are left unprinted on their ground."""

SRGB = Condition("GTS_PDFA1", "sRGB IEC61966-2.1", "sRGB", "assets/srgb.icc", 3)
FOGRA39 = Condition("GTS_PDFX", "FOGRA39", "Coated FOGRA39 (ISO 12647-2:2004)", "assets/ISOcoated_v2_300_bas.icc", 4)
"""Offset on coated paper, as the registry of the ICC names it."""

PURPOSES = {
    purpose.name: purpose
    for purpose in (
        Purpose("office", version=(1, 7), preferences=(("PrintScaling", "/None"), ("PickTrayByPDFSize", "true"))),
        Purpose(
            "web",
            version=(1, 5),
            tagged=True,
            condition=SRGB,
            claims=(("pdfuaid:part", "1"), ("pdfaid:part", "2"), ("pdfaid:conformance", "A")),
        ),
        Purpose(
            "press",
            version=(1, 6),
            inked=True,
            bleed=BLEED,
            marks=True,
            overprint=True,
            condition=FOGRA39,
            claims=(("pdfxid:GTS_PDFXVersion", "PDF/X-4"),),
        ),
    )
}
OFFICE, WEB, PRESS = PURPOSES.values()

PAPER = replace(OFFICE, name="paper", tagged=True, claims=(("pdfuaid:part", "1"),))
"""Documents of the office: printed as they are, and read on a screen by anybody (PDF/UA-1)."""

X1A = (("pdfx:GTS_PDFXVersion", "PDF/X-1a:2003"),)
"""What a file of black alone claims: it needs no profile, and every shop and every old program takes it."""


def plates(pages: Iterable[Page], purpose: Purpose) -> frozenset[str]:
    """The inks that *pages* take on a press, of C, M, Y and K."""
    return frozenset(
        name for colour in inks_on(pages, purpose) for name, share in zip("CMYK", colour, strict=True) if share
    )


def inks_on(pages: Iterable[Page], purpose: Purpose) -> frozenset[Colour]:
    """The colours in which everything on *pages* but raster images is drawn."""
    found = frozenset[tuple[Ink, bool]]().union(*map(_inks, pages))
    return frozenset(purpose.colour(ink, words=words) for ink, words in found)


def _inks(page: Page) -> frozenset[tuple[Ink, bool]]:
    """(ink, whether it is that of words) of all items of *page* that have one."""
    items = (item for item, _ in walk(page.items) if not isinstance(item, Raster))
    return INKS.get((page,), (), lambda: frozenset((ink_of(item), isinstance(item, Line)) for item in items))


INKS: Kept[frozenset[tuple[Ink, bool]]] = Kept(400)
"""Inks of the last pages: those of a pack come again in the next."""


def ink_of(item: Line | Fill | Stroke | Picture | Code) -> Ink:
    """The ink of an item; a code is black."""
    return BLACK if isinstance(item, Code) else item.ink


def written(pages: Iterable[Page]) -> bool:
    """Whether a line or a box on *pages* waits for a pen or a stamp, which coated paper does not take."""
    return any(_blank(page.items) for page in pages)


def _blank(items: tuple[Item, ...]) -> bool:
    return any(isinstance(item, Group) and (item.role.kind == "blank" or _blank(item.items)) for item in items)


def suited(purpose: Purpose, pages: tuple[Page, ...]) -> Purpose:
    """*purpose* as *pages* need it: what takes black alone is built to PDF/X-1a, and names its condition without a profile.

    Nothing is converted in a file of one ink, so the condition decides nothing there, whatever the paper.
    """
    if not purpose.inked or purpose.condition is None or plates(pages, purpose) - {"K"}:
        return purpose
    condition = replace(purpose.condition, profile="")
    return replace(purpose, version=(1, 4), overprint=False, condition=condition, claims=X1A)


def on_paper(purpose: Purpose, pages: tuple[Page, ...]) -> tuple[Purpose, tuple[Page, ...]]:
    """*purpose* as *pages* need it, and they on the paper of it: for a press larger, with marks in all the inks they take."""
    if not purpose.inked:
        return purpose, pages
    purpose = suited(purpose, pages)
    ink = (REGISTRATION if purpose.overprint else BLACK) if purpose.marks else None
    return purpose, tuple(cropped(page, purpose.bleed, ink) for page in pages)
