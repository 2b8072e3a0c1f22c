"""Ways over the items of a page: all of them with their roles, each changed, all moved."""

from __future__ import annotations

import operator
from collections.abc import Callable, Iterator
from dataclasses import replace

from ulotki.look.paths import Path
from ulotki.page.items import Box, Code, Fill, Group, Item, Line, Picture, Raster, Role, Stroke, Trace
from ulotki.recent import kept


@kept(200)
def walk(items: tuple[Item, ...]) -> tuple[tuple[Trace, tuple[Role, ...]], ...]:
    """Every item that is not a group, in order, with the roles of the groups around it, outermost first.

    Remembered, because every check, the seal and the drawing ask for it.
    """
    return tuple(_walk(items, ()))


def _walk(items: tuple[Item, ...], roles: tuple[Role, ...]) -> Iterator[tuple[Trace, tuple[Role, ...]]]:
    for item in items:
        if isinstance(item, Group):
            yield from _walk(item.items, (*roles, item.role))
        else:
            yield item, roles


def refs(items: tuple[Item, ...]) -> frozenset[str]:
    """The refs of all register values among *items*."""
    return frozenset(role.ref for _, roles in walk(items) for role in roles if role.ref)


def changed(items: tuple[Item, ...], change: Callable[[Item], Item]) -> tuple[Item, ...]:
    """*items* with *change* applied to each; the items of a group come before the group, and it is remade when they differ."""
    return tuple([change(_remade(item, change) if isinstance(item, Group) else item) for item in items])


def _remade(group: Group, change: Callable[[Item], Item]) -> Group:
    items = changed(group.items, change)
    same = all(map(operator.is_, items, group.items))
    return group if same else Group(group.role, items)


def moved(items: tuple[Item, ...], dx: float, dy: float) -> tuple[Item, ...]:
    """*items* moved dx mm right and dy mm down."""

    def move(item: Item) -> Item:
        match item:
            case Line():
                return replace(item, x=item.x + dx, baseline=item.baseline + dy)
            case Code():
                return replace(item, x=item.x + dx, y=item.y + dy)
            case Picture() | Raster():
                return replace(item, box=_shifted(item.box, dx, dy))
            case Fill() | Stroke():
                return replace(item, box=_shifted(item.box, dx, dy), path=path_moved(item.path, dx, dy))
            case Group():
                return item

    return changed(items, move)


def path_moved(path: Path, dx: float, dy: float, times: float = 1.0) -> Path:
    """*path* enlarged, then moved."""
    return Path(
        (letter, tuple(value * times + (dy if index % 2 else dx) for index, value in enumerate(numbers)))
        for letter, numbers in path
    )


def _shifted(box: Box, dx: float, dy: float) -> Box:
    return Box(box.x + dx, box.y + dy, box.width, box.height)
