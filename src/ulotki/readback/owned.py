"""Whether the structure tree of a file and its parent tree agree (ISO 32000-1, 14.7.4.4)."""

from __future__ import annotations

from typing import Any

from ulotki.readback.graph import Graph


def is_owned(graph: Graph) -> bool:
    """Whether each element of the structure owns exactly what the parent tree assigns to it."""
    try:
        return graph.once("owned", lambda: _owned(graph))
    except (AttributeError, IndexError, KeyError, TypeError, ValueError):
        return False


def _owned(graph: Graph) -> bool:
    """Whether each element owns exactly what the parent tree assigns to it. Raises KeyError, TypeError or ValueError."""
    at, tables = graph.at, graph.tables
    top = at(graph.root["/StructTreeRoot"])
    nums = at(at(top["/ParentTree"])["/Nums"])
    given: dict[int, Any] = {}
    for key, owner in zip(nums[::2], nums[1::2], strict=True):
        owners = at(owner)
        given[int(key)] = dict(enumerate(owners)) if isinstance(owners, list) else owner
    claimed: dict[int, Any] = {}
    waiting: list[str] = [top["/K"]]
    while waiting:
        element = tables[this := waiting.pop()]
        for named in graph.every(element.get("/K", [])):
            kid = at(named)
            if isinstance(kid, int):
                claimed.setdefault(int(at(element["/Pg"])["/StructParents"]), {})[kid] = this
            elif "/Obj" in kid:
                claimed[int(at(kid["/Obj"])["/StructParent"])] = this
            elif kid is not named and kid["/P"] == this:
                waiting.append(named)
            else:
                return False
    return claimed == {key: owner for key, owner in given.items() if owner != {}}
