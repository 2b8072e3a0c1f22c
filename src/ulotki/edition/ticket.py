"""What a print shop is told beside a file: paper, pages, sides, inks, copies."""

from __future__ import annotations

from collections.abc import Sequence

from ulotki.content.campaign import PrintShop
from ulotki.content.typography import HOME
from ulotki.library import Library
from ulotki.page.items import Page
from ulotki.paper import Edge
from ulotki.press import Proof


def ticket(library: Library, proof: Proof, file: str, copies: int, pages: Sequence[Page], duplex: Edge | None) -> str:
    """What a print shop is told beside *file*, which holds *pages*: as text, a line for each thing."""
    words = library.readings[HOME].ticket
    shop = library.publisher.print_shop if library.publisher else PrintShop()
    edge = {"short": words.short, "long": words.long}.get(duplex or "") if len(pages) > 1 else None
    stock = {"sheet": words.sheet, "card": words.card, "sticker": words.sticker}[proof.template.stock]
    named = proof.leaflet.imprint.author if library.publisher and library.publisher.issuer else words.nobody.source
    lines = (
        f"{words.title.source}: {proof.title}",
        f"{words.file.source}: {file}",
        f"{words.trim.source}: {pages[0].width:g} × {pages[0].height:g} mm",
        words.bleed.source,
        f"{words.pages.source}: {len(pages)}",
        f"{words.sides.source}: {(edge or words.one).source}",
        words.inks.source,
        f"{words.stock.source}: {shop.stock or stock.source}",
        f"{words.copies.source}: {copies}",
        f"{words.code.source}: {proof.code}",
        words.keep.source,
        f"{words.contact.source}: {shop.contact or named}",
    )
    return "".join(f"{line}\n" for line in lines)
