"""What a print shop is told beside a file: standard, paper, pages, sides, inks, finishing, copies, the day it is due.

Everything is read off the pages that are in the file, so that no line speaks of inks or folds that are not there.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence

from ulotki.content.phrases import Ticket
from ulotki.content.publisher import PrintShop
from ulotki.content.text import NBSP
from ulotki.content.typography import HOME, LANGUAGES
from ulotki.frozen import dataclass
from ulotki.library import Library
from ulotki.look.inks import WHITE
from ulotki.page.crop import folds
from ulotki.page.items import Line, Page, Stroke
from ulotki.page.purpose import DARK, Purpose
from ulotki.page.separations import has_blanks, plates, suited
from ulotki.page.strokes import CUT_DASH, MARK
from ulotki.page.walking import walk
from ulotki.paper import Edge
from ulotki.press import Proof


@dataclass(frozen=True, slots=True)
class ShopInstructions:
    """What is asked of the print shop. duplex: the edge that a sheet turns over, None for one side.  due: the day."""

    file: str
    pages: tuple[Page, ...]
    duplex: Edge | None
    copies: int
    due: datetime.date
    purpose: Purpose


def ticket(library: Library, proof: Proof, asked: ShopInstructions) -> str:
    """The text for a print shop that goes with a file, a line for each instruction."""
    words = library.readings[HOME].ticket
    shop = library.publisher.print_shop if library.publisher else PrintShop()
    purpose, pages = suited(asked.purpose, asked.pages), asked.pages
    standard = purpose.claims[0][1]
    edge = {"short": words.short, "long": words.long}.get(asked.duplex or "") if len(pages) > 1 else None
    marks = words.marked if purpose.marks else words.unmarked
    inks = words.process.source
    if not purpose.overprint and purpose.condition:
        inks = f"{words.black.source}, {purpose.condition.name}"
    named = proof.leaflet.imprint.author if library.publisher and library.publisher.issuer else words.nobody.source
    lines = [
        f"{words.title.source}: {proof.title}",
        f"{words.file.source}: {asked.file}",
        f"{words.built.source}: {standard}, {words.embedded.source}",
        f"{words.trim.source}: {pages[0].width:g} × {pages[0].height:g} mm",
        f"{words.bleed.source}: {purpose.bleed:g} mm, {marks.source}",
        f"{words.pages.source}: {len(pages)}",
        f"{words.sides.source}: {(edge or words.one).source}",
        f"{words.inks.source}: {sides(pages, purpose)}, {inks}",
        *([words.uncoated.source] if purpose.overprint and has_blanks(pages) else []),
        *(f"{words.bare.source}: {said}" for said in bare(pages, purpose)),
        f"{words.stock.source}: {shop.stock or _stock(proof, words)}",
        f"{words.finishing.source}: {'; '.join(_finishing(asked, proof, words))}",
        f"{words.copies.source}: {asked.copies}",
        f"{words.due.source}: {LANGUAGES[HOME].day(asked.due).replace(NBSP, ' ')}",
        f"{words.code.source}: {proof.code}",
        words.preflight.source,
        words.keep.source,
        f"{words.contact.source}: {shop.contact or named}",
    ]
    return "".join(f"{line}\n" for line in lines)


def sides(pages: Sequence[Page], purpose: Purpose) -> str:
    """The inks of front and back as print shops write them: "4/4", "1/0". Of several sheets the side that takes most counts."""
    counts = [len(plates((page,), purpose)) for page in pages]
    return f"{max(counts[::2])}/{max(counts[1::2], default=0)}"


def bare(pages: Sequence[Page], purpose: Purpose) -> Iterator[str]:
    """The words that a press leaves white and a screen shows in a colour, in one line; nothing when there are none."""
    found: dict[str, None] = {}
    for page in pages:
        for item, _ in walk(page.items):
            light = isinstance(item, Line) and item.ink != WHITE and item.ink.luminance >= DARK
            if isinstance(item, Line) and light and not any(purpose.colour(item.ink, words=True)):
                found[f"„{item.text.strip().replace(NBSP, ' ')}”"] = None
    if found:
        yield ", ".join(found)


def _stock(proof: Proof, words: Ticket) -> str:
    """The usual paper of the template; uncoated where a stamp or a pen would smear."""
    uncoated = has_blanks(proof.pages)
    match proof.template.stock:
        case "sheet":
            return (words.sheet_bare if uncoated else words.sheet).source
        case "card":
            return (words.card_bare if uncoated else words.card).source
        case "sticker":
            return words.sticker.source


def _finishing(asked: ShopInstructions, proof: Proof, words: Ticket) -> Iterator[str]:
    """What is done after printing."""
    how = proof.template.sheets.get(proof.paper.name)
    whole = asked.pages is not proof.pages
    if whole and how:
        yield f"{words.apart.source}: {how.columns * how.rows} ({how.columns} × {how.rows})"
    else:
        yield words.trimmed.source
    if creases := folds(asked.pages[0]):
        yield f"{words.folded.source}: {', '.join(f'{crease:g}' for crease in creases)}"
    if not whole and (cuts := tuple(_cuts(asked.pages[0]))):
        yield f"{words.cut.source}: {', '.join(cuts)}"


def _cuts(page: Page) -> Iterator[str]:
    """The lines to cut along that are drawn on a page, as "x–x, y" or "x, y–y"."""
    for item, _ in walk(page.items):
        if isinstance(item, Stroke) and item.dash == CUT_DASH and max(item.box.width, item.box.height) > MARK:
            box = item.box
            middle = (box.x + box.width / 2, box.y + box.height / 2)
            if box.width > box.height:
                yield f"x {box.x:.0f}–{box.right:.0f} y {middle[1]:.0f}"
            else:
                yield f"x {middle[0]:.0f} y {box.y:.0f}–{box.bottom:.0f}"
