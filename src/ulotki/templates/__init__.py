"""Ways of arranging a leaflet, one module each. Dropping a module here is all the registering."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import Literal

from ulotki.content.leaflet import Leaflet
from ulotki.errors import Say
from ulotki.look import Look
from ulotki.page.blocks import Block
from ulotki.paper import Format


@dataclass(frozen=True, slots=True)
class Template:
    """A way of arranging a leaflet.

    what: where it is used.  formats: the paper it is drawn for.  compose: a block for each page.  words: the most a
    page's message may have, page by page.  printed: how it goes through an office printer.
    """

    id: str
    what: Say
    formats: tuple[Format, ...]
    words: tuple[int, ...]
    compose: Callable[[Leaflet, Look, Format], tuple[Block, ...]]
    printed: Literal["as it is", "two up"] = "as it is"


@cache
def templates() -> dict[str, Template]:
    """All templates by id."""
    import ulotki.templates as package
    from ulotki.shelf import collect

    return {template.id: template for template in collect(package, "TEMPLATE", Template)}
