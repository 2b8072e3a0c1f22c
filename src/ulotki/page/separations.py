"""What pages need on a press: their inks as plates, and the purpose and the paper that suit them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from ulotki.look.inks import BLACK, REGISTRATION, Ink
from ulotki.page.crop import cropped
from ulotki.page.items import Code, Fill, Group, Item, Line, Page, Picture, Raster, Stroke
from ulotki.page.purpose import Colour, Purpose
from ulotki.page.purposes import X1A
from ulotki.page.walking import walk
from ulotki.recent import kept


def plates(pages: Iterable[Page], purpose: Purpose) -> frozenset[str]:
    """The inks that *pages* need on a press, of C, M, Y and K."""
    colours = inks_on(pages, purpose)
    return frozenset(name for colour in colours for name, share in zip("CMYK", colour, strict=True) if share)


def inks_on(pages: Iterable[Page], purpose: Purpose) -> frozenset[Colour]:
    """The colours in which everything on *pages* but raster images is drawn."""
    found = frozenset[tuple[Ink, bool]]().union(*map(_inks, pages))
    return frozenset(purpose.colour(ink, words=words) for ink, words in found)


@kept(400)
def _inks(page: Page) -> frozenset[tuple[Ink, bool]]:
    """(ink, whether it is that of words) of all items of *page* that have one: pages of a pack come again in the next."""
    inks = [(ink_of(item), isinstance(item, Line)) for item, _ in walk(page.items) if not isinstance(item, Raster)]
    return frozenset({(id(ink), words): (ink, words) for ink, words in inks}.values())


def ink_of(item: Line | Fill | Stroke | Picture | Code) -> Ink:
    """The ink of an item; a code is black."""
    return BLACK if isinstance(item, Code) else item.ink


def has_blanks(pages: Iterable[Page]) -> bool:
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
