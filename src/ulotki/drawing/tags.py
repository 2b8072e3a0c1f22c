"""The structure tree of a PDF: its elements, the parent tree, the link annotations.

ISO 32000-1, 14.7 and 14.8; ISO 14289-1 says which parts are required. The content streams number their marked content in
the same order, because both use `structure.runs`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ulotki.drawing.objects import File, Reference
from ulotki.drawing.syntax import corners, listed, string
from ulotki.page.called import links
from ulotki.page.items import Page
from ulotki.page.structure import Element, Kids, TaggedRun, elements


class Structure:
    """The structure of *pages*, as objects of *file*; it collects the entries of the parent tree.

    places: the references of the pages.  targets: ref → target; a ref without a target is no link.
    """

    def __init__(
        self, file: File, pages: Sequence[Page], places: Sequence[Reference], targets: Mapping[str, str]
    ) -> None:
        self.file = file
        self.pages = pages
        self.places = places
        self.targets = targets
        self.marked: list[list[Reference]] = [[] for _ in pages]
        self.annotations: list[list[Reference]] = [[] for _ in pages]
        self.linked: list[Reference] = []
        self.called: dict[int, str] = {}

    def root(self, trees: Sequence[Kids]) -> Reference:
        """The structure tree root; its one kid is the Document element."""
        self.called = {id(link): name for tree in trees for link, name in links(tree)}
        root, whole = self.file.ahead(), self.file.ahead()
        kids = [part for place, tree in enumerate(trees) for part in self._kids(tree, whole, place)]
        self.file.put(whole, b"<< /S /Document /P %b /K %b >>" % (root, listed(kids)))
        nums = [b"%d %b" % (key, listed(parts)) for key, parts in enumerate(self.marked) if parts]
        nums += [b"%d %b" % (key, part) for key, part in enumerate(self.linked, len(self.pages))]
        parents = self.file.add(b"<< /Nums %b >>" % listed(nums))
        last = len(self.pages) + len(self.linked)
        entries = b"/K %b /ParentTree %b /ParentTreeNextKey %d" % (whole, parents, last)
        self.file.put(root, b"<< /Type /StructTreeRoot %b >>" % entries)
        return root

    def entries(self, place: int) -> bytes:
        """What the object of a page says of it; nothing of one on which nothing is read."""
        if not self.marked[place]:
            return b""
        linked = self.annotations[place]
        return b" /StructParents %d /Tabs /S%b" % (place, b" /Annots " + listed(linked) if linked else b"")

    def _kids(self, kids: Kids, parent: Reference, place: int) -> list[bytes]:
        """The entries of *kids* on page *place* in their *parent*: numbers of marked content, and references."""
        found: list[bytes] = []
        for kid in kids:
            if isinstance(kid, Element):
                found.append(self._element(kid, parent, place))
            elif kid.read:
                found.append(b"%d" % len(self.marked[place]))
                self.marked[place].append(parent)
        return found

    def _element(self, element: Element, parent: Reference, place: int) -> Reference:
        this = self.file.ahead()
        kids = self._kids(element.kids, this, place)
        linked = element.type == "Link" and element.ref in self.targets
        if linked:
            kids.append(self._link(element, this, place))
        type = "Span" if element.type == "Link" and not linked else element.type
        shown = kids[0] if len(kids) == 1 else listed(kids)
        more = self._more(element, self.pages[place])
        read = any(isinstance(kid, TaggedRun) and kid.read for kid in element.kids)
        page = b"/Pg " + self.places[place] if read else b""
        self.file.put(this, b"<</S/%b%b/P %b%b/K %b>>" % (type.encode(), more, parent, page, shown))
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
                more += b"/A<</O/Layout/Placement/Block/BBox[%b]>>" % corners(element.box, page.height)
            case "L":
                labelled = any(kid.type == "Lbl" and kid.text.strip().isdigit() for kid in elements(element.kids))
                more += b"/A<</O/List/ListNumbering/%s>>" % (b"Decimal" if labelled else b"None")
            case "TH":
                more += b"/A<</O/Table/Scope/Column>>"
        return more

    def _link(self, element: Element, this: Reference, place: int) -> bytes:
        rectangle = corners(element.box, self.pages[place].height)
        target, name = string(self.targets[element.ref]), string(self.called[id(element)])
        key = len(self.pages) + len(self.linked)
        self.linked.append(this)
        annotation = self.file.add(
            b"<</Subtype/Link/Rect[%b]/Border[0 0 0]/F 4/StructParent %d/A<</S/URI/URI%b>>/Contents%b>>"
            % (rectangle, key, target, name)
        )
        self.annotations[place].append(annotation)
        return b"<</Type/OBJR/Obj %b/Pg %b>>" % (annotation, self.places[place])
