"""What is read of a page, in which order and as what: the one source of tags, twins and the order of the read-back.

Groups become elements of the standard structure types (ISO 32000-1, 14.8.4); what belongs to no group is decoration. A
template says what its parts are; here it is seen to that they nest as the standard asks.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain, groupby

from ulotki.page.items import Box, Group, Item, Line, Page, Role, Trace

TYPES = {
    "paragraph": "P",
    "list": "L",
    "item": "LI",
    "label": "Lbl",
    "body": "LBody",
    "table": "Table",
    "row": "TR",
    "head": "TH",
    "cell": "TD",
    "figure": "Figure",
    "link": "Link",
    "span": "Span",
}

LINKED = ("number:", "address:")
"""Beginnings of the refs that can be called or opened; a name can be neither."""


@dataclass(frozen=True, slots=True)
class Run:
    """Traces drawn one after another that belong together. read: whether who listens hears of them."""

    traces: tuple[Trace, ...]
    read: bool


@dataclass(frozen=True, slots=True)
class Element:
    """A part of what is read. type: "P", "H1" …  kids: in the order of reading, which is that of drawing.

    ref, alt, lang: as in `Role`.
    """

    type: str
    kids: tuple[Element | Run, ...]
    alt: str = ""
    ref: str = ""
    lang: str = ""

    @property
    def runs(self) -> Iterator[Run]:
        """All runs in it, in order."""
        return runs(self.kids)

    @property
    def text(self) -> str:
        """Its words; the words instead of it when it is a figure."""
        if self.type == "Figure":
            return self.alt
        return "".join(line.text for run in self.runs if run.read for line in run.traces if isinstance(line, Line))

    @property
    def box(self) -> Box:
        """What its traces cover."""
        boxes = [trace.box for run in self.runs for trace in run.traces]
        left, top = min(box.x for box in boxes), min(box.y for box in boxes)
        return Box(left, top, max(box.right for box in boxes) - left, max(box.bottom for box in boxes) - top)


Kids = tuple[Element | Run, ...]


def structure(page: Page) -> Kids:
    """The elements of *page* and the decoration between them."""
    return _merged(_kids(page.items, Role("paragraph"), read=False))


def runs(kids: Kids) -> Iterator[Run]:
    """All runs among *kids* and inside them, in order."""
    for kid in kids:
        if isinstance(kid, Run):
            yield kid
        else:
            yield from runs(kid.kids)


def elements(kids: Kids) -> Iterator[Element]:
    """All elements among *kids* and inside them, an outer one before what it holds."""
    for kid in kids:
        if isinstance(kid, Element):
            yield kid
            yield from elements(kid.kids)


def _kids(items: tuple[Item, ...], role: Role, *, read: bool) -> Iterator[Element | Run]:
    """*items* of a group that is *role*. read: whether letters in it are heard."""
    for item in items:
        if not isinstance(item, Group):
            heard = read and (isinstance(item, Line) or role.kind == "figure")
            yield Run((item,), heard)
        elif item.role.kind == "artifact":
            yield Run(tuple(_traces(item.items)), False)
        else:
            yield from _group(item, role, read=read)


def _group(group: Group, outer: Role, *, read: bool) -> Kids:
    role = group.role
    kind = role.kind
    if kind == "figure":
        traces = tuple(_traces(group.items))
        return (Element("Figure", (Run(traces, True),), alt=role.alt),)
    if (kind == "span" and not role.lang) or (kind == "link" and not role.ref.startswith(LINKED)):
        return tuple(_kids(group.items, outer, read=read))
    kids = tuple(_kids(group.items, role, read=kind not in ("list", "table", "row")))
    if kind == "heading":
        return (Element(f"H{role.level}", _merged(kids)),)
    if kind == "item":
        return (Element("LI", _item(kids)),)
    if kind in ("label", "body") and outer.kind != "item":
        return kids if any(_is(kid, "P") for kid in kids) else (Element("P", _merged(kids)),)
    return (Element(TYPES[kind], _merged(kids), ref=role.ref if kind == "link" else "", lang=role.lang),)


def _item(kids: Kids) -> Kids:
    """A list item holds a label and a body, and nothing else (ISO 14289-1, 7.6): the rest is the body's."""
    last = max((place for place, kid in enumerate(kids) if _is(kid, "Lbl")), default=-1)
    ahead: list[Element | Run] = []
    rest: list[Element | Run] = []
    for place, kid in enumerate(kids):
        if place <= last and (_is(kid, "Lbl") or (isinstance(kid, Run) and not kid.read)):
            ahead.append(kid)
        elif isinstance(kid, Element) and kid.type == "LBody":
            rest += kid.kids
        else:
            rest.append(kid)
    return (*_merged(ahead), Element("LBody", _merged(rest)))


def _is(kid: Element | Run, type: str) -> bool:
    return isinstance(kid, Element) and kid.type == type


def _traces(items: tuple[Item, ...]) -> Iterator[Trace]:
    for item in items:
        if isinstance(item, Group):
            yield from _traces(item.items)
        else:
            yield item


def _merged(kids: Iterable[Element | Run]) -> Kids:
    """*kids* with neighbouring runs of one kind made one."""
    found: list[Element | Run] = []
    for read, group in groupby(kids, key=lambda kid: kid.read if isinstance(kid, Run) else None):
        if read is None:
            found += group
        else:
            found.append(Run(tuple(chain.from_iterable(run.traces for run in group if isinstance(run, Run))), read))
    return tuple(found)
