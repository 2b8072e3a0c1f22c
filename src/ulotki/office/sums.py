"""How much paper pieces and orders take: sheets, by what a sheet of their template holds."""

from __future__ import annotations

from collections.abc import Iterator

from ulotki.content.campaign import Campaign
from ulotki.content.order import targets
from ulotki.frozen import dataclass
from ulotki.library import Undated
from ulotki.templates import templates


def count_sheets(template: str, format: str, pages: int, copies: int) -> int:
    """Sheets for so many copies of a piece. pages: of the piece."""
    found = templates().get(template)
    how = found.sheets.get(format) if found else None
    each = how.columns * how.rows if how else 1
    two_sided = bool(found and (how.duplex if how else found.duplex)) and pages > 1
    return -(-copies // each) * (-(-pages // 2) if two_sided else pages)


@dataclass(frozen=True, slots=True)
class OrderSheets:
    """An order of a campaign. number: from 1, as in the file.  places: how many get it.  each: sheets for one place."""

    number: int
    scams: tuple[str, ...]
    template: str
    format: str
    whom: tuple[str, ...]
    copies: int
    places: int
    each: int

    @property
    def sheets(self) -> int:
        """Sheets for all places together."""
        return self.each * self.places


def order_sheets(ordered: Campaign, library: Undated) -> Iterator[OrderSheets]:
    """The orders of a campaign, with what they take."""
    for number, order in enumerate(ordered.order, 1):
        template = templates()[order.template]
        count = 1 if template.whole else len(dict.fromkeys(order.scams))
        each = count * count_sheets(order.template, order.format, len(template.words), order.copies)
        names = tuple(library.scam(id, order.language).name.source for id in dict.fromkeys(order.scams))
        places = targets(order, library.places)
        yield OrderSheets(number, names, order.template, order.format, order.places, order.copies, len(places), each)
