"""Ways of arranging a leaflet, one module each. Dropping a module here is all the registering."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import field
from functools import cache
from typing import TYPE_CHECKING, Literal

from ulotki.errors import Say, say
from ulotki.frozen import dataclass

if TYPE_CHECKING:  # most commands ask what templates there are, and lay nothing out
    from ulotki.content.scam import Scam
    from ulotki.content.told import Leaflet
    from ulotki.look import Look
    from ulotki.page.blocks import Block
    from ulotki.page.flow import Flow
    from ulotki.page.impose import NUp
    from ulotki.paper import Edge, Format


@dataclass(frozen=True, slots=True)
class Template:
    """A way of arranging a leaflet.

    what: where it is used.  formats: the paper it is drawn for; the first is what compose draws, one of the same
    proportions is that enlarged.  compose: a block for each page, or a flow over as many as it takes.  words: the most
    a page's message may have, page by page, the last for all that follow.  sheets: format → how it goes through an
    office printer; others go as they are.  duplex: the edge its two sides turn over, None for one side.  whole: about all of a
    campaign, so one piece for all its scams.  refuses: why it is not for a scam, or None.  stock: what a
    print shop takes for it.  hangs: whether it is for a board.
    """

    id: str
    what: Say
    formats: tuple[Format, ...]
    words: tuple[int, ...]
    compose: Callable[[Leaflet, Look, Format], tuple[Block | Flow, ...]]
    sheets: Mapping[str, NUp] = field(default_factory=dict)
    duplex: Edge | None = None
    whole: bool = False
    refuses: Callable[[Scam], Say | None] = lambda scam: None
    stock: Literal["sheet", "card", "sticker"] = "sheet"
    hangs: bool = False


@cache
def templates() -> Mapping[str, Template]:
    """All templates by id, which is the name of their module."""
    import ulotki.templates as package
    from ulotki.shelf import Shelf

    return Shelf(package, "TEMPLATE", Template)


SIZES = {"wallet": say("for a wallet"), "sticker": say("99 × 57 mm")}


def sized(format: str) -> Say:
    """What people call a format: its name, unless that is a word of the program."""
    return SIZES.get(format, say("{format}", format=format))
