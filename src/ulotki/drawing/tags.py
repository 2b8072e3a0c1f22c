"""The structure tree of a PDF: its elements, the parent tree, the link annotations.

ISO 32000-1, 14.7 and 14.8; ISO 14289-1 says which parts are required. The content streams number their marked content in
the same order, because both use `structure.runs`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from ulotki.drawing import engine
from ulotki.drawing.engine import Canvas, pdfdoc
from ulotki.drawing.objects import Part, Raw, listed, number, string
from ulotki.page.items import Box, Page
from ulotki.page.structure import Element, Kids, Run, elements, links
from ulotki.paper import POINT


def tag(canvas: Canvas, pages: Sequence[Page], trees: Sequence[Kids], links: Mapping[str, str]) -> None:
    """Add the structure of *pages* to *canvas*. links: ref → target; a ref without a target is no link."""
    document = engine.document(canvas)
    builder = _Builder(document, pages, links)
    document.Catalog.StructTreeRoot = builder.root(trees)
    document.Catalog.MarkInfo = Raw(b"<< /Marked true >>")
    for place, drawn in enumerate(document.Pages.pages):
        if not builder.marked[place]:
            continue  # nothing on it is read: as the other copies of a page it stays, byte for byte
        engine.permit(drawn, "StructParents", "Tabs")
        drawn.StructParents = place
        drawn.Tabs = pdfdoc.PDFName("S")
        if builder.annotations[place]:
            drawn.Annots = Raw(*listed(builder.annotations[place]))


class _Builder:
    """Makes PDF objects of structure elements, and collects the entries of the parent tree."""

    def __init__(self, document: Any, pages: Sequence[Page], links: Mapping[str, str]) -> None:
        self.document = document
        self.pages = pages
        self.links = links
        self.count = 0
        self.marked: list[list[Part]] = [[] for _ in pages]
        self.annotations: list[list[Part]] = [[] for _ in pages]
        self.linked: list[Part] = []
        self.called: dict[int, str] = {}

    def root(self, trees: Sequence[Kids]) -> Any:
        """The reference of the structure tree root; its one kid is the Document element."""
        self.called = {id(link): name for tree in trees for link, name in links(tree)}
        root, parents = self._ahead("root"), self._ahead("parents")
        whole = self._ahead("document")
        kids = [part for place, tree in enumerate(trees) for part in self._kids(tree, whole, place)]
        self._put("document", b"<< /S /Document /P ", root, b" /K ", *listed(kids), b" >>")
        nums: list[Part] = []
        for key, parts in enumerate(self.marked):
            if not parts:
                continue
            nums += [b"%d " % key, *listed(parts), b" "]
        for key, part in enumerate(self.linked, len(self.pages)):
            nums += [b"%d " % key, part, b" "]
        self._put("parents", b"<< /Nums [", *nums, b"] >>")
        last = len(self.pages) + len(self.linked)
        self._put(
            "root",
            *(b"<< /Type /StructTreeRoot /K ", whole, b" /ParentTree ", parents),
            b" /ParentTreeNextKey %d >>" % last,
        )
        return root

    def _ahead(self, name: str) -> Any:
        """A reference to an object that is added later."""
        return self.document.Reference(Raw(), f"tag {name}")

    def _put(self, name: str, *parts: Part) -> None:
        self.document.idToObject[f"tag {name}"].parts = parts

    def _kids(self, kids: Kids, parent: Part, place: int) -> list[Part]:
        """The entries of *kids* on page *place* in their *parent*: numbers of marked content, and references."""
        found: list[Part] = []
        for kid in kids:
            if isinstance(kid, Element):
                found.append(self._element(kid, parent, place))
            elif kid.read:
                found.append(b"%d" % len(self.marked[place]))
                self.marked[place].append(parent)
        return found

    def _element(self, element: Element, parent: Part, place: int) -> Part:
        self.count += 1
        name = f"{self.count}"
        this = self._ahead(name)
        kids = self._kids(element.kids, this, place)
        linked = element.type == "Link" and element.ref in self.links
        if linked:
            kids.append(self._link(element, this, place))
        type = "Span" if element.type == "Link" and not linked else element.type
        shown = [kids[0]] if len(kids) == 1 else list(listed(kids))
        more = self._more(element, self.pages[place])
        page: tuple[Part, ...] = ()
        if any(isinstance(kid, Run) and kid.read for kid in element.kids):
            page = (b"/Pg ", pdfdoc.PDFObjectReference(f"Page{place + 1}"))
        self._put(name, b"<</S/" + type.encode() + more + b"/P ", parent, *page, b"/K ", *shown, b">>")
        return this

    def _more(self, element: Element, page: Page) -> bytes:
        """The other entries of an element: alternative text, language, bounding box, attributes of its type."""
        more = b""
        if element.alt:
            more += b"/Alt" + string(element.alt)
        if element.lang:
            more += b"/Lang" + string(element.lang)
        match element.type:
            case "Figure":
                more += f"/A<</O/Layout/Placement/Block/BBox[{_rectangle(element.box, page)}]>>".encode()
            case "L":
                labelled = any(kid.type == "Lbl" and kid.text.strip().isdigit() for kid in elements(element.kids))
                more += b"/A<</O/List/ListNumbering/%s>>" % (b"Decimal" if labelled else b"None")
            case "TH":
                more += b"/A<</O/Table/Scope/Column>>"
        return more

    def _link(self, element: Element, this: Part, place: int) -> Part:
        """The link annotation, as a kid of its element."""
        rectangle = _rectangle(element.box, self.pages[place])
        target = self.links[element.ref]
        key = len(self.pages) + len(self.linked)
        self.linked.append(this)
        annotation = self.document.Reference(
            Raw(
                f"<</Subtype/Link/Rect[{rectangle}]/Border[0 0 0]/F 4/StructParent {key}".encode()
                + b"/A<</S/URI/URI%s>>/Contents%s>>" % (string(target), string(self.called[id(element)]))
            ),
            f"link {key}",
        )
        self.annotations[place].append(annotation)
        page = pdfdoc.PDFObjectReference(f"Page{place + 1}")
        return Raw(b"<</Type/OBJR/Obj ", annotation, b"/Pg ", page, b">>")


def _rectangle(box: Box, page: Page) -> str:
    """*box* in points from the bottom-left: left, bottom, right, top."""
    corners = (box.x, page.height - box.bottom, box.right, page.height - box.y)
    return " ".join(number(value / POINT) for value in corners)
