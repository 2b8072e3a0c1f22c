"""reportlab is pinned: what we mend in it is still broken there, and what we take hold of inside it is still there."""

import ast
import io
import re
from importlib.metadata import version

from ulotki.drawing import engine
from ulotki.drawing.engine import Canvas, pdfdoc
from ulotki.drawing.objects import Raw, packed

GONE = "reportlab has mended this: its own streams would do again"
MOVED = "reportlab has moved this: see drawing/"


def canvas():
    return Canvas(io.BytesIO(), invariant=1, initialFontName=engine_font())


def engine_font():
    return engine.NO_FONT


def test_the_version_is_pinned(root):
    """
    The version is the one that is pinned: another may draw other bytes.
    """
    assert f"\nreportlab=={version('reportlab')} " in (root / "constraints.txt").read_text("utf-8")


def test_private_names_are_behind_one_door(root):
    """
    Only the engine takes what reportlab calls private, from a canvas, a document or a page.
    """
    trees = {path.name: ast.parse(path.read_text("utf-8")) for path in (root / "src/ulotki/drawing").glob("*.py")}
    taken = {
        f"{name}: {ast.unparse(node)}"
        for name, tree in trees.items()
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute)
        and node.attr.startswith("_")
        and ast.unparse(node.value) not in ("self", "cls")
    }

    assert {"engine.py"} == {one.partition(":")[0] for one in taken}
    assert PRIVATE == {one.rpartition(".")[2] for one in taken}


PRIVATE = {"_doc", "_timeStamp", "_formsinuse", "_colorsUsed", "__NoDefault__", "__all__"}
"""Each has a test below, but for `__all__`, which is that of our stand-ins for modules."""


def test_forms_and_inks_are_resources_of_a_page():
    """
    What a canvas notes as a form in use, and a page as an ink, stands among the resources of that page.
    """
    sheet = canvas()
    document = engine.document(sheet)
    document.Reference(Raw(b"[/Separation /All /DeviceCMYK]"), "registration")
    document.Reference(Raw(packed(b"q Q", b" /Type /XObject /Subtype /Form")), "FormXob.one")
    engine.name_form(sheet, "one")
    engine.name_form(sheet, "one")
    sheet.showPage()
    engine.name_inks(engine.last_page(sheet), {"registration": "All"})
    data = sheet.getpdfdata()

    assert 1 == len(re.findall(rb"/XObject <<\s*/FormXob.one \d+ 0 R\s*>>", data)), MOVED
    assert re.search(rb"/ColorSpace <<\s*/All \d+ 0 R\s*>>|/ColorSpace <<\s*/registration \d+ 0 R\s*>>", data), MOVED


def test_a_stream_has_no_end_of_line_before_its_end():
    """
    reportlab writes endstream right after the bytes, which PDF/A forbids; that is why we write every stream ourselves.
    """
    stream = pdfdoc.PDFStream(content="q Q")
    document = pdfdoc.PDFDocument(invariant=1)

    assert b"q Qendstream" in pdfdoc.PDFStream.format(stream, document), GONE


def test_a_page_takes_the_stream_it_is_given():
    """
    A page with contents of its own makes none of what was drawn on it.
    """
    sheet = canvas()
    sheet._code.append("% never written")
    sheet.showPage()
    given = sheet._doc.Reference(Raw(packed(b"q Q")), "content 0")
    sheet._doc.Pages.pages[-1].Contents = given
    data = sheet.getpdfdata()

    assert (1, 0) == (data.count(b"endstream"), data.count(b"never written")), MOVED
    assert b"/Contents" in data


def test_pages_are_listed():
    """
    Drawn pages are a list of the document's tree of pages, each of which says what it may leave out.
    """
    sheet = canvas()
    sheet.showPage()
    sheet.showPage()
    pages = sheet._doc.Pages.pages

    assert 2 == len(pages), MOVED
    assert all("Annots" in page.__NoDefault__ for page in pages), MOVED


def test_what_is_no_default_is_written_when_it_is_set():
    """
    An entry added to those that have no default is written once it is set, as StructParents and Tabs are.
    """
    sheet = canvas()
    sheet.showPage()
    (page,) = sheet._doc.Pages.pages
    page.__NoDefault__ = [*page.__NoDefault__, "StructParents"]
    page.StructParents = 7

    assert b"/StructParents 7" in sheet.getpdfdata(), MOVED


def test_the_catalog_takes_more():
    """
    So does the catalog take what we add: structure, marks, metadata and intents.
    """
    catalog = canvas()._doc.Catalog

    assert {"Metadata", "StructTreeRoot", "MarkInfo"} <= set(catalog.__NoDefault__), MOVED
    assert "OutputIntents" not in catalog.__NoDefault__, GONE
    assert hasattr(catalog, "ViewerPreferences") or "ViewerPreferences" in catalog.__NoDefault__, MOVED


def test_pages_are_called_by_their_number():
    """
    The page that is drawn n-th is the object Page n: links and elements refer to it by this name.
    """
    sheet = canvas()
    sheet.showPage()
    sheet.showPage()

    assert {"Page1", "Page2"} <= set(sheet._doc.idToObject), MOVED


def test_references_are_kept_by_name():
    """
    An object that is referred to by a name can be filled later, under that name.
    """
    document = canvas()._doc
    made = object()
    document.Reference(made, "a name of ours")

    assert made is document.idToObject["a name of ours"], MOVED


def test_boxes_can_be_set():
    """
    A canvas takes a trim box and a bleed box, and a version of PDF.
    """
    sheet = Canvas(io.BytesIO(), invariant=1, initialFontName=engine_font(), pdfVersion=(1, 6))
    sheet.setTrimBox((1, 2, 3, 4))
    sheet.setBleedBox((0, 1, 4, 5))
    sheet.showPage()
    data = sheet.getpdfdata()

    assert data.startswith(b"%PDF-1.6"), MOVED
    assert b"/TrimBox [ 1 2 3 4 ]" in data and b"/BleedBox [ 0 1 4 5 ]" in data, MOVED


def test_the_original_date_is_of_the_clock():
    """
    The date of the original comes from the clock or the environment; ours stands in its place and has all its parts.
    """
    stamp = canvas()._doc._timeStamp

    assert isinstance(stamp, engine._Stamp), MOVED
    assert pdfdoc.TimeStamp is engine._Stamp
    assert {"t", "lt", "YMDhms", "dhh", "dmm", "tzname"} == set(vars(stamp))


def test_a_file_begins_without_helvetica():
    """
    A canvas that is told no font of its own would begin with Helvetica, which is not embedded.
    """
    plain = Canvas(io.BytesIO(), invariant=1)
    plain.showPage()
    ours = canvas()
    ours.showPage()

    assert b"/Helvetica" in plain.getpdfdata(), GONE
    assert b"/Helvetica" not in ours.getpdfdata()
