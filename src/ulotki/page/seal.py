"""Puts the code of a piece into its slot."""

from __future__ import annotations

from dataclasses import replace

from ulotki.content.leaflet import CODE_REF
from ulotki.look.faces import Family
from ulotki.page.items import Group, Item, Line, Page
from ulotki.page.piece_code import code_of
from ulotki.page.script import script
from ulotki.page.walking import changed, walk


def seal(pages: tuple[Page, ...], family: Family) -> tuple[tuple[Page, ...], str]:
    """(*pages* with their code in its slot, the code)."""
    code = code_of(script(pages))

    def fill(item: Item) -> Item:
        if not (isinstance(item, Group) and item.role.ref == CODE_REF):
            return item
        return replace(item, items=tuple(_written(line, code, family) for line in item.items))

    return tuple(_flushed(page, replace(page, items=changed(page.items, fill))) for page in pages), code


def _flushed(before: Page, page: Page) -> Page:
    """*page* with its flush-right lines moved to the right again, because the code is narrower than its slot."""
    slack = {
        round(slot.baseline, 6): slot.box.right - code.box.right
        for (slot, _), (code, _) in zip(walk(before.items), walk(page.items), strict=True)
        if isinstance(slot, Line) and isinstance(code, Line) and code.flush and slot.text != code.text
    }

    def move(item: Item) -> Item:
        if isinstance(item, Line) and item.flush:
            return replace(item, x=item.x + slack.get(round(item.baseline, 6), 0.0))
        return item

    return replace(page, items=changed(page.items, move)) if slack else page


def _written(line: Item, code: str, family: Family) -> Line:
    assert isinstance(line, Line)
    face = family.named(line.face)
    advances = tuple(advance * 1000 / face.units for advance in face.advances(code))
    rise, depth = face.reach(code)
    return replace(line, text=code, advances=advances, rise=rise, depth=depth)
