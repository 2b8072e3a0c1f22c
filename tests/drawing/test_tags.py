"""The structure of finished files as another reader sees it: what belongs to what, from above and from below."""

import io
import re

import pikepdf
import pytest
from pikepdf import Array, Dictionary

from ulotki import press
from ulotki.content.telling import Occasion
from ulotki.look import PALETTES
from ulotki.page.purposes import WEB
from ulotki.press import printed
from ulotki.templates import templates

LINK = re.compile(r"tel:(\+48\d{9}|\d{3,9})|https://[a-z0-9.-]+")


@pytest.fixture(scope="module", params=sorted(templates()))
def made(request, proof):
    """(proof, the open file) of „na wnuczka” in each template."""
    piece = proof(template=request.param)
    with pikepdf.open(io.BytesIO(printed(piece, WEB))) as pdf:
        yield piece, pdf


@pytest.fixture(scope="module")
def pdf(made):
    return made[1]


def kids(element):
    """What an element holds: elements, numbers of marked content, references to annotations."""
    inner = element.get("/K", [])
    return list(inner) if isinstance(inner, Array) else [inner]


def is_element(kid):
    return isinstance(kid, Dictionary) and "/S" in kid


def tree(element):
    """(element, what is around it) of all, outer ones first."""
    for kid in kids(element):
        if is_element(kid):
            yield kid, element
            yield from tree(kid)


def tagged(pdf):
    return list(tree(pdf.Root.StructTreeRoot))


def pages(pdf):
    return [page.obj for page in pdf.pages]


def parents(pdf):
    """The tree of parents, by key."""
    nums = list(pdf.Root.StructTreeRoot.ParentTree.Nums)
    assert nums[::2] == sorted(nums[::2])
    return dict(zip(map(int, nums[::2]), nums[1::2], strict=True))


def marks(page):
    """(tag, number) of each marked content that has a number."""
    for step in pikepdf.parse_content_stream(page):
        if str(step.operator) == "BDC":
            yield str(step.operands[0]), int(step.operands[1].MCID)


def test_parents_and_kids(pdf):
    """
    Every element names as its parent the one that holds it; the document is the one kid of the root.
    """
    (document,) = kids(pdf.Root.StructTreeRoot)

    assert "/Document" == document.S
    assert all(element.P.objgen == outer.objgen for element, outer in tagged(pdf))


def test_every_mark_belongs_to_one_element(pdf):
    """
    Each number on a page is counted from 0, named by one element of that page, and this is whom the tree of parents names.
    """
    for page in pages(pdf):
        claimed = {}
        for element, _ in tagged(pdf):
            for kid in kids(element):
                if isinstance(kid, int) and element.Pg.objgen == page.objgen:
                    assert int(kid) not in claimed
                    claimed[int(kid)] = element
        listed = parents(pdf)[int(page.StructParents)]
        numbers = [number for _, number in marks(page)]

        assert list(range(len(listed))) == numbers == sorted(claimed)
        assert [claimed[number].objgen for number in numbers] == [element.objgen for element in listed]


def test_marks_are_named_as_their_elements(pdf):
    """
    The tag in a page's stream is the type of the element; a link that leads nowhere is a span.
    """
    for page in pages(pdf):
        listed = parents(pdf)[int(page.StructParents)]
        for name, number in marks(page):
            assert name == listed[number].S or (name, listed[number].S) == ("/Link", "/Span")


def test_everything_on_paper_is_marked(pdf):
    """
    Between the marks nothing is drawn: all is in the structure or an artifact, and neither is in the other.
    """
    for page in pages(pdf):
        open_ = 0
        for step in pikepdf.parse_content_stream(page):
            operator = str(step.operator)
            open_ += {"BDC": 1, "BMC": 1, "EMC": -1}.get(operator, 0)
            assert 0 <= open_ <= 1
            assert operator not in ("TJ", "f", "S") or open_ == 1
        assert 0 == open_


def test_links(made):
    """
    Every annotation is a link within the page, owned by a Link that holds its words, and leads where the register says.
    """
    proof, pdf = made
    owned = parents(pdf)
    for page in pages(pdf):
        _, _, width, height = map(float, page.MediaBox)
        for link in page.get("/Annots", []):
            element = owned[int(link.StructParent)]
            left, bottom, right, top = map(float, link.Rect)

            assert ("/Link", "/Link", 4) == (link.Subtype, element.S, link.F)
            assert [link.objgen] == [kid.Obj.objgen for kid in kids(element) if isinstance(kid, Dictionary)]
            assert any(isinstance(kid, int) for kid in kids(element))
            assert 0 <= left < right <= width and 0 <= bottom < top <= height
            assert str(link.A.URI) in proof.leaflet.links.values() and LINK.fullmatch(str(link.A.URI))
            assert str(link.Contents).strip()
            assert "/Dest" not in link and "/AA" not in link


def test_what_can_be_called_is_a_link(made):
    """
    112 is a link on every piece; there are as many annotations as Link elements.
    """
    _, pdf = made
    links = [link for page in pages(pdf) for link in page.get("/Annots", [])]

    assert "tel:112" in {str(link.A.URI) for link in links}
    assert len(links) == len([element for element, _ in tagged(pdf) if element.S == "/Link"])


def test_keys_are_counted_on(pdf):
    """
    Keys of pages and annotations are all there, once each, and the next key is free.
    """
    annotations = [int(link.StructParent) for page in pages(pdf) for link in page.get("/Annots", [])]
    keys = [*(int(page.StructParents) for page in pages(pdf)), *annotations]

    assert sorted(keys) == list(parents(pdf)) == list(range(len(keys)))
    assert len(keys) == pdf.Root.StructTreeRoot.ParentTreeNextKey


def test_figures(pdf):
    """
    A figure has words instead of it, and its box lies on the page.
    """
    for element, _ in tagged(pdf):
        if element.S == "/Figure":
            left, bottom, right, top = map(float, element.A.BBox)
            _, _, width, height = map(float, element.Pg.MediaBox)

            assert ("/Layout", "/Block") == (element.A.O, element.A.Placement)
            assert 0 <= left < right <= width and 0 <= bottom < top <= height
            assert len(str(element.Alt).split()) > 1
        else:
            assert "/Alt" not in element


def test_lists_say_how_they_count(pdf):
    """
    A list says whether its items are numbered.
    """
    for element, _ in tagged(pdf):
        if element.S == "/L":
            labels = [inner for inner, outer in tree(element) if inner.S == "/Lbl"]
            assert "/List" == element.A.O
            assert element.A.ListNumbering in ("/Decimal", "/None")
            assert labels or element.A.ListNumbering == "/None"


def test_heads_of_tables_say_what_they_head(pdf):
    """
    The head of a column says that it is one, and every row has as many cells.
    """
    for element, _ in tagged(pdf):
        if element.S == "/TH":
            assert ("/Table", "/Column") == (element.A.O, element.A.Scope)
        if element.S == "/Table":
            assert 1 == len({len(kids(row)) for row in kids(element)})


def test_the_file_says_that_it_is_tagged(pdf):
    """
    Language, marks, order of tabs and the title in the window are said.
    """
    assert ("pl", True, True) == (
        str(pdf.Root.Lang),
        pdf.Root.MarkInfo.Marked,
        pdf.Root.ViewerPreferences.DisplayDocTitle,
    )
    assert {"/S"} == {str(page.Tabs) for page in pages(pdf)}
    assert "/RoleMap" not in pdf.Root.StructTreeRoot


def test_bookmarks(made):
    """
    A piece of several pages has its headings as bookmarks, one of one page has none.
    """
    proof, pdf = made
    with pdf.open_outline() as outline:
        titles = list(_titles(outline.root))
    headings = [element for element, _ in tagged(pdf) if element.S in ("/H1", "/H2")]

    assert (len(headings) if len(proof.pages) > 1 else 0) == len(titles)
    assert not any("\u00a0" in title for title in titles)


def _titles(items):
    for item in items:
        yield item.title
        yield from _titles(item.children)


def test_a_foreign_word_says_its_language(library, day, until):
    """
    Words in another language than the file's say which: a Polish word of an English leaflet is read as Polish.
    """
    leaflet = templates()["leaflet"]
    scam = library.scam("bank", "en")
    piece = press.proof(library, scam, leaflet, leaflet.formats[0], PALETTES["colour"], Occasion(day, until))
    with pikepdf.open(io.BytesIO(printed(piece, WEB))) as pdf:
        spans = {(str(element.S), str(element.Lang)) for element, _ in tagged(pdf) if "/Lang" in element}

        assert "en" == str(pdf.Root.Lang)
        assert {("/Span", "pl")} == spans
