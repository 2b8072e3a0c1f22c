"""Compares what a file holds beside its pages: entries that nobody ordered, labels of pages, where bookmarks lead.

Names alone do not tell: a file may hold /URI for its links, and a bookmark that has one leads to any address.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from ulotki.errors import Say, say
from ulotki.page.items import Page
from ulotki.page.purpose import Purpose
from ulotki.page.structure import elements, structure
from ulotki.paper import POINT
from ulotki.readback.file import OpenPdf

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

LABELS = b"<< /Nums [ 0 << /S /D >> ] >>"
"""The pages are counted 1, 2, 3 (ISO 32000-1, 12.4.2)."""

CLOSE = 0.02
"""Points by which a place may differ: it is written with four decimals."""


def beside(file: OpenPdf, pages: tuple[Page, ...], purpose: Purpose) -> Iterator[Say]:
    """Differences in the dictionaries around the pages, between *file* and *pages* drawn for *purpose*."""
    for what, table in _tables(file):
        for key in sorted(table.keys() - MAY[what]):
            yield say("the file holds {key}, which no leaflet needs", key=key)
    labels: Any = file.pdf.Root.get("/PageLabels")
    if (LABELS if len(pages) > 1 else None) != (labels and labels.unparse(resolved=True)):
        yield say("the pages are counted in another way than ordered")
    if not purpose.tagged:
        return
    headings = [(page, one) for page in pages for one in elements(structure(page)) if one.type in ("H1", "H2")]
    tops = [(page.height - one.box.y) / POINT for page, one in headings] if len(pages) > 1 else []
    led = [list(one.Dest)[1:] for one in _bookmarks(file.pdf.Root.get("/Outlines", {}))]
    right = (place[0] == "/XYZ" and _near(place[1:], (0, top, 0)) for place, top in zip(led, tops, strict=False))
    if len(led) != len(tops) or not all(right):
        yield say("the bookmarks are not the headings")


def _near(place: Sequence[Any], wanted: Sequence[float]) -> bool:
    return all(abs(float(one) - other) <= CLOSE for one, other in zip(place, wanted, strict=True))


def _tables(file: OpenPdf) -> Iterator[tuple[str, Any]]:
    """(which, dictionary) for all of which `MAY` says what they may hold, each once."""
    root: Any = file.pdf.Root
    yield from (("trailer", file.pdf.trailer), ("catalogue", root), ("information", file.pdf.docinfo))
    yield from (("pages" if "/Kids" in one else "page", one) for one in _below(root.Pages, "/Kids"))
    for page in file.pdf.pages:
        for link in page.get("/Annots", ()):
            yield from (("link", link), ("target", link.get("/A", {})))
    if "/Outlines" in root:
        yield "bookmarks", root.Outlines
        yield from (("bookmark", one) for one in _bookmarks(root.Outlines))
    if "/StructTreeRoot" in root:
        whole, *every = _below(root.StructTreeRoot, "/K")
        yield "structure", whole
        yield from (("element of a link" if "/Obj" in one else "element", one) for one in every)


def _below(top: Any, name: str) -> Iterator[Any]:
    """A dictionary, and those below it by the entry *name*, in order."""
    import pikepdf

    yield top
    kids = top.get(name, ())
    for kid in kids if isinstance(kids, pikepdf.Array) else (kids,):
        if isinstance(kid, pikepdf.Dictionary):
            yield from _below(kid, name)


def _bookmarks(top: Any) -> Iterator[Any]:
    """The bookmarks below *top*, as they stand one after another."""
    one = top.get("/First")
    while one is not None:
        yield one
        yield from _bookmarks(one)
        one = one.get("/Next")
