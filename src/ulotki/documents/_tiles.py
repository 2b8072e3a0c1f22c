"""Tiles: a large number with what it counts, and a place with what became of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import suppress

from ulotki.content.text import Words
from ulotki.content.typography import HOME
from ulotki.documents._dashed import Dashed
from ulotki.documents._kit import SMALL
from ulotki.documents._words import exact, typed
from ulotki.look.inks import BLACK, MIST, WHITE, Surface
from ulotki.look.styles import Style
from ulotki.page.blocks import Block, Gap, Least, Pad, Panel, Row, Spring, Stack, Text
from ulotki.page.setting import Overflow, Setting
from ulotki.paper import A4, HAND, IMPRINT
from ulotki.stock import family

FIGURE = Style("ExtraBold", 24, 28, HAND)
NAME = Style("SemiBold", 10.5, 13, IMPRINT)
STATE = Style("Regular", 10.5, 13, IMPRINT)

FOUR, FIVE, APART, CLOSE = 4, 5, 4.0, 2.2
"""Tiles side by side: of figures, of places at most; mm between them."""

WORDY = 3
"""So few tiles of places stand side by side when a word is wider than a tile."""

LEAST = 15.0
"""mm: the least height of the tile of a place."""

CARD = Surface(MIST, None, 0, BLACK, BLACK)
SOLID = Surface(BLACK, None, 0, WHITE, WHITE)
OUTLINE = Surface(None, BLACK, 1.4, BLACK, BLACK)


def figure_tiles(found: Sequence[tuple[str, Words]]) -> Iterator[Block]:
    """Rows of four: (number, what it counts)."""
    yield from _rows([_figure(number, what) for number, what in found], FOUR, APART)


def _figure(number: str, what: Words) -> Block:
    inner = Stack((Text(exact(number), FIGURE, BLACK), Gap(3.0), Text(what, SMALL, BLACK), Spring()))
    return Panel(Pad(inner, 4.0, 4.4, 3.0, 4.0, stretch=1.0), CARD, 3.0)


def place_tiles(found: Sequence[tuple[str, Words, Surface | None]]) -> Iterator[Block]:
    """(name, what became of it, how it is drawn; None for a dashed outline): rows of five, of fewer for longer words.

    Only where no more than three stand side by side is a word cut that is still wider.
    """
    tiles = [_place(*one) for one in found]
    for across in range(FIVE, 0, -1):
        setting = Setting(family(HOME), cut=across <= WORDY)
        width = (A4.width - 2 * A4.margin - CLOSE * (across - 1)) / across
        with suppress(Overflow):
            for tile in tiles:
                tile.height(width, setting)
            yield from _rows(tiles, across, CLOSE)
            return


def _place(name: str, state: Words, surface: Surface | None) -> Block:
    ink = surface.text if surface else BLACK
    inner = Stack((Text(typed(name), NAME, ink), Gap(1.8), Text(state, STATE, ink), Spring()))
    block = Pad(inner, 2.6, 3.0, 2.0, 2.6, stretch=1.0)
    return Least(Panel(block, surface, 2.0, stretch=1.0) if surface else Dashed(block, 2.0), LEAST)


def _rows(tiles: Sequence[Block], across: int, apart: float) -> Iterator[Block]:
    for start in range(0, len(tiles), across):
        part = tiles[start : start + across]
        row = Row((*part, *[Gap(0.0)] * (across - len(part))), (None,) * across, apart, align="fill")
        yield Stack((row, Gap(apart)))
