"""A page on larger paper of the same proportions (docs/decisions/0011-larger-paper-is-the-same-drawing-enlarged.md)."""

from __future__ import annotations

from dataclasses import replace

from ulotki.page.items import Box, Code, Fill, Group, Item, Line, Page, Picture, Raster, Stroke
from ulotki.page.walking import changed, path_moved


def enlarged(page: Page, width: float, height: float, farther: float) -> Page:
    """*page* on larger paper of the same proportions: everything grows by the same factor, the margin too.

    farther: factor of the reading distance; the smallest allowed type sizes grow by it.
    """
    times = min(width / page.width, height / page.height)

    dx, dy = (width - page.width * times) / 2, (height - page.height * times) / 2

    def grown(box: Box) -> Box:
        return Box(box.x * times + dx, box.y * times + dy, box.width * times, box.height * times)

    def grow(item: Item) -> Item:
        match item:
            case Line():
                x, baseline = item.x * times + dx, item.baseline * times + dy
                return replace(item, x=x, baseline=baseline, size=item.size * times, floor=item.floor * farther)
            case Code():
                return replace(item, x=item.x * times + dx, y=item.y * times + dy, module=item.module * times)
            case Picture() | Raster():
                return replace(item, box=grown(item.box))
            case Fill():
                return replace(item, box=grown(item.box), path=path_moved(item.path, dx, dy, times))
            case Stroke():
                path, dash = path_moved(item.path, dx, dy, times), tuple(part * times for part in item.dash)
                return replace(item, box=grown(item.box), path=path, weight=item.weight * times, dash=dash)
            case Group():
                return item

    return Page(width, height, page.margin * times, changed(page.items, grow))
