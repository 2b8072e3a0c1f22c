"""The logical structure of a page: the one source of PDF tags, of text and HTML versions, and of the read-back's order.

Groups become elements of the standard structure types (ISO 32000-1, 14.8.4). Items outside all groups are decoration. A
template gives its parts their roles; this module makes them nest as the standard asks.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain, groupby

from ulotki.frozen import dataclass
from ulotki.page.items import Box, Group, Item, Line, Page, Raster, Role, Trace
from ulotki.recent import kept

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
    "section": "Sect",
}

LINKED = ("number:", "address:")
"""Prefixes of the refs that become links: a number can be called, an address opened, a name neither."""


@dataclass(frozen=True, slots=True)
class TaggedRun:
    """Items drawn one after another that belong together. read: whether a screen reader reads them."""

    traces: tuple[Trace, ...]
    read: bool


@dataclass(frozen=True, slots=True)
class Element:
    """A structure element. type: "P", "H1" …  kids: in reading order, which is the drawing order.

    ref, alt, lang: as in `Role`.
    """

    type: str
    kids: tuple[Element | TaggedRun, ...]
    alt: str = ""
    ref: str = ""
    lang: str = ""

    @property
    def runs(self) -> Iterator[TaggedRun]:
        """All runs inside it, in order."""
        return runs(self.kids)

    @property
    def text(self) -> str:
        """Its words; the alternative text when it is a figure."""
        if self.type == "Figure":
            return self.alt
        return "".join(line.text for run in self.runs if run.read for line in run.traces if isinstance(line, Line))

    @property
    def box(self) -> Box:
        """The box around its items."""
        boxes = [trace.box for run in self.runs for trace in run.traces]
        left, top = min(box.x for box in boxes), min(box.y for box in boxes)
        return Box(left, top, max(box.right for box in boxes) - left, max(box.bottom for box in boxes) - top)


Kids = tuple[Element | TaggedRun, ...]

LAST = 400
"""Pages of which it is remembered: drawing, checking and reading a page back ask for it again and again."""


@kept(LAST)
def structure(page: Page) -> Kids:
    """The elements of *page* and the decoration between them."""
    return _merged(_kids(page.items, Role("paragraph"), read=False))


@kept(LAST)
def traces(page: Page) -> tuple[Trace, ...]:
    """The items of *page* in drawing order, which is the order of its structure."""
    return tuple([trace for run in runs(structure(page)) for trace in run.traces])


@kept(LAST)
def rasters(page: Page) -> tuple[Raster, ...]:
    """The raster images on *page*."""
    return tuple([item for item in traces(page) if isinstance(item, Raster)])


@kept(LAST)
def titles(page: Page) -> tuple[Element, ...]:
    """The headings of *page* of the first two levels."""
    return tuple([one for one in elements(structure(page)) if one.type in ("H1", "H2")])


INLINE = ("Link", "Span")
"""Elements that do not start a new line."""


def runs(kids: Kids) -> Iterator[TaggedRun]:
    """All runs among *kids* and inside them, in order."""
    for kid in kids:
        if isinstance(kid, TaggedRun):
            yield kid
        else:
            yield from runs(kid.kids)


def elements(kids: Kids) -> Iterator[Element]:
    """All elements among *kids* and inside them, an outer one before what it holds."""
    for kid in kids:
        if isinstance(kid, Element):
            yield kid
            yield from elements(kid.kids)


def _kids(items: tuple[Item, ...], role: Role, *, read: bool) -> Iterator[Element | TaggedRun]:
    """The kids of a group whose role is *role*. read: whether a screen reader reads its letters."""
    for item in items:
        if not isinstance(item, Group):
            heard = read and (isinstance(item, Line) or role.kind == "figure")
            yield TaggedRun((item,), heard)
        elif item.role.kind in ("artifact", "blank"):
            yield TaggedRun(tuple(_traces(item.items)), False)
        else:
            yield from _group(item, role, read=read)


def _group(group: Group, outer: Role, *, read: bool) -> Kids:
    role = group.role
    kind = role.kind
    if kind == "figure":
        traces = tuple(_traces(group.items))
        return (Element("Figure", (TaggedRun(traces, True),), alt=role.alt, ref=role.ref),)
    if (kind == "span" and not role.lang) or (kind == "link" and not role.ref.startswith(LINKED)):
        return tuple(_kids(group.items, outer, read=read))
    kids = tuple(_kids(group.items, role, read=kind not in ("list", "table", "row", "section")))
    if kind == "heading":
        return (Element(f"H{role.level}", _merged(kids)),)
    if kind == "item":
        return (Element("LI", _item(kids)),)
    if kind in ("label", "body") and outer.kind != "item":
        return kids if any(_is(kid, "P") for kid in kids) else (Element("P", _merged(kids)),)
    return (Element(TYPES[kind], _merged(kids), ref=role.ref if kind == "link" else "", lang=role.lang),)


def _item(kids: Kids) -> Kids:
    """The kids of a list item: a label and a body, and nothing else (ISO 14289-1, 7.6). The body takes the rest."""
    last = max((place for place, kid in enumerate(kids) if _is(kid, "Lbl")), default=-1)
    ahead: list[Element | TaggedRun] = []
    rest: list[Element | TaggedRun] = []
    for place, kid in enumerate(kids):
        if place <= last and (_is(kid, "Lbl") or (isinstance(kid, TaggedRun) and not kid.read)):
            ahead.append(kid)
        elif isinstance(kid, Element) and kid.type == "LBody":
            rest += kid.kids
        else:
            rest.append(kid)
    return (*_merged(ahead), Element("LBody", _merged(rest)))


def _is(kid: Element | TaggedRun, type: str) -> bool:
    return isinstance(kid, Element) and kid.type == type


def _traces(items: tuple[Item, ...]) -> Iterator[Trace]:
    for item in items:
        if isinstance(item, Group):
            yield from _traces(item.items)
        else:
            yield item


def _merged(kids: Iterable[Element | TaggedRun]) -> Kids:
    """*kids* with neighbouring runs of the same kind merged."""
    found: list[Element | TaggedRun] = []
    for read, group in groupby(kids, key=lambda kid: kid.read if isinstance(kid, TaggedRun) else None):
        if read is None:
            found += group
        else:
            traces = chain.from_iterable(run.traces for run in group if isinstance(run, TaggedRun))
            found.append(TaggedRun(tuple(traces), read))
    return tuple(found)
