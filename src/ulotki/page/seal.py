"""Puts the code of a piece into its slot."""

from __future__ import annotations

from dataclasses import replace

from ulotki.content.leaflet import CODE_REF
from ulotki.look.faces import Family
from ulotki.page.items import Group, Item, Line, Page
from ulotki.page.piece_code import code_of
from ulotki.page.script import script
from ulotki.page.walking import changed


def seal(pages: tuple[Page, ...], family: Family) -> tuple[tuple[Page, ...], str]:
    """(*pages* with their code in its slot, the code)."""
    code = code_of(script(pages))
    return tuple(_sealed(page, code, family) for page in pages), code


def _sealed(page: Page, code: str, family: Family) -> Page:
    """*page* with *code*. It is narrower than its slot, so lines that are flush right are moved to the right again."""
    slack: dict[float, float] = {}

    def fill(item: Item) -> Item:
        if not (isinstance(item, Group) and item.role.ref == CODE_REF):
            return item
        lines = tuple([(line, _written(line, code, family)) for line in item.items if isinstance(line, Line)])
        slack.update((round(new.baseline, 6), old.box.right - new.box.right) for old, new in lines if new.flush)
        return replace(item, items=tuple([new for _, new in lines]))

    def move(item: Item) -> Item:
        if isinstance(item, Line) and item.flush:
            return replace(item, x=item.x + slack.get(round(item.baseline, 6), 0.0))
        return item

    items = changed(page.items, fill)
    return replace(page, items=changed(items, move) if slack else items)


def _written(line: Line, code: str, family: Family) -> Line:
    face = family.named(line.face)
    advances = tuple(advance * 1000 / face.units for advance in face.advances(code))
    rise, depth = face.reach(code)
    return replace(line, text=code, advances=advances, rise=rise, depth=depth)
