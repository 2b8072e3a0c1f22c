"""Compares what a file holds besides its pages: entries that nobody ordered, labels of pages, where bookmarks lead.

Names alone do not tell: a file may hold /URI for its links, and a bookmark that has one leads to any address.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from ulotki.errors import Say, say
from ulotki.page.items import Page
from ulotki.page.purpose import Purpose
from ulotki.page.structure import titles
from ulotki.paper import POINT
from ulotki.readback.file import OpenPdf
from ulotki.readback.graph import TRAILER, Graph

MAY: Mapping[str, frozenset[str]] = {
    line.partition(": ")[0]: frozenset(f"/{name}" for name in line.partition(": ")[2].split())
    for line in """\
trailer: ID Info Root Size
catalogue: Lang MarkInfo Metadata Outlines OutputIntents PageLabels PageMode Pages StructTreeRoot Type ViewerPreferences
information: Author CreationDate Creator GTS_PDFXConformance GTS_PDFXVersion Keywords ModDate Producer Subject Title Trapped
pages: Count Kids Parent Type
page: Annots BleedBox Contents MediaBox Parent Resources Rotate StructParents Tabs TrimBox Type
link: A Border Contents F Rect StructParent Subtype
target: S URI
bookmarks: Count First Last Type
bookmark: Count Dest First Last Next Parent Prev Title
structure: K ParentTree ParentTreeNextKey Type
element: A Alt K Lang P Pg S
element of a link: Obj Pg Type""".splitlines()
}
"""The entries that each kind of dictionary in a file may have."""

LABELS = {"/Nums": [0, {"/S": "/D"}]}
"""The pages are counted 1, 2, 3 (ISO 32000-1, 12.4.2)."""

CLOSE = 0.02
"""Points by which a place may differ: it is written with four decimals."""


def beside(file: OpenPdf, pages: tuple[Page, ...], purpose: Purpose) -> Iterator[Say]:
    """Differences in the dictionaries around the pages, between *file* and *pages* drawn for *purpose*."""
    graph = file.graph
    information = json.loads(file.information) if file.information else graph.at(graph.tables[TRAILER].get("/Info", {}))
    alone = [*_foreign("trailer", file.pdf.trailer), *_foreign("information", information)]
    for key in (*alone, *graph.once("foreign keys", lambda: _foreign_keys(graph))):
        yield say("the file holds {key}, which no leaflet needs", key=key)
    # in words, for Python takes false for 0
    if repr(graph.at(graph.root.get("/PageLabels"))) != repr(LABELS if len(pages) > 1 else None):
        yield say("the pages are counted in another way than ordered")
    if not purpose.tagged:
        return
    headings = [(page, one) for page in pages for one in titles(page)]
    tops = [(page.height - one.box.y) / POINT for page, one in headings] if len(pages) > 1 else []
    led = [graph.at(one["/Dest"])[1:] for one in _bookmarks(graph, graph.at(graph.root.get("/Outlines", {})))]
    right = (place[0] == "/XYZ" and _near(place[1:], (0, top, 0)) for place, top in zip(led, tops, strict=False))
    if len(led) != len(tops) or not all(right):
        yield say("the bookmarks are not the headings")


def _near(place: Sequence[Any], wanted: Sequence[float]) -> bool:
    return all(abs(float(one) - other) <= CLOSE for one, other in zip(place, wanted, strict=True))


def _foreign(what: str, table: Any) -> list[str]:
    """The entries of a dictionary that `MAY` does not allow for what it is."""
    return sorted({*table.keys()} - MAY[what])


def _foreign_keys(graph: Graph) -> tuple[str, ...]:
    """The entries of all dictionaries but trailer and information that `MAY` does not allow, and wrong parents of pages."""
    wrong = [key for what, table in _tables(graph) for key in _foreign(what, table)]
    for one in graph.below(graph.root["/Pages"], "/Kids"):
        wrong += ["/Parent" for kid in one.get("/Kids", ()) if graph.at(graph.at(kid)["/Parent"]) is not one]
    return tuple(wrong)


def _tables(graph: Graph) -> Iterator[tuple[str, Any]]:
    """(what it is, dictionary) for the dictionaries of a file, each once."""
    at, root = graph.at, graph.root
    yield "catalogue", root
    for one in graph.below(root["/Pages"], "/Kids"):
        yield "pages" if "/Kids" in one else "page", one
        for link in map(at, at(one.get("/Annots", []))):
            yield from (("link", link), ("target", at(link.get("/A", {}))))
    if outlines := at(root.get("/Outlines")):
        yield "bookmarks", outlines
        yield from (("bookmark", one) for one in _bookmarks(graph, outlines))
    if "/StructTreeRoot" in root:
        whole, *every = graph.below(root["/StructTreeRoot"], "/K")
        yield "structure", whole
        yield from (("element of a link" if "/Obj" in one else "element", one) for one in every)


def _bookmarks(graph: Graph, top: Any) -> Iterator[Any]:
    """The bookmarks below *top*, as they stand one after another."""
    one = graph.at(top.get("/First"))
    while one is not None:
        yield one
        yield from _bookmarks(graph, one)
        one = graph.at(one.get("/Next"))
