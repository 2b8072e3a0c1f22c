"""Pages in the inks of a palette: they are laid out once, in the inks of the pattern."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from ulotki.look.inks import WHITE, Ink
from ulotki.look.palettes import Palette
from ulotki.look.pattern import inks
from ulotki.page.items import Code, Fill, Group, Item, Line, Page, Picture, Raster, Stroke


def inked(page: Page, palette: Palette) -> Page:
    """*page* in the inks of *palette*, without the panels and outlines that it does not draw."""
    return replace(page, items=tuple(_inked(page.items, inks(palette))))


def _inked(items: tuple[Item, ...], table: Mapping[str, Ink | None]) -> Iterator[Item]:
    for item in items:
        match item:
            case Group():
                yield Group(item.role, tuple(_inked(item.items, table)))
            case Line():
                yield _line(item, table.get(item.ink.name) or item.ink)
            case Picture():
                yield Picture(item.box, item.name, item.commands, table.get(item.ink.name, item.ink) or WHITE)
            case Fill():
                if ink := table.get(item.ink.name, item.ink):
                    yield Fill(item.box, item.path, ink)
            case Stroke():
                if ink := table.get(item.ink.name, item.ink):
                    yield Stroke(item.box, item.path, ink, item.weight, item.dash)
            case Code() | Raster():
                yield item


def _line(of: Line, ink: Ink) -> Line:
    """The line *of* in *ink*. Every piece is inked, and `replace` takes twice as long."""
    return Line(
        of.x, of.baseline, of.text, of.face, of.size, ink, of.advances, of.floor, of.rise, of.depth, of.field, of.flush
    )
