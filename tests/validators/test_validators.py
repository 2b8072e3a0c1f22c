"""The validators themselves: a page that is known to be good, and copies of it with one known fault each."""

import io
import os
import subprocess
import sys

import pikepdf
import pytest
from fontTools.ttLib import TTFont
from pikepdf import Array, Dictionary, Name, Operator, String
from PIL import ImageCms

pytestmark = pytest.mark.slow

TEXT = "Rozłącz się"

XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"
 xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
 xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">Rozłącz się</rdf:li></rdf:Alt></dc:title>
<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance><pdfuaid:part>1</pdfuaid:part>
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA Universal Accessibility Schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of ISO 14289 to which the file conforms</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>"""


def embedded(pdf, file):
    """The whole face of a file as a font of TEXT, coded by its glyph numbers; and TEXT in this code."""
    face = TTFont(file)
    glyphs = {letter: face.getGlyphID(face.getBestCmap()[ord(letter)]) for letter in sorted(set(TEXT))}
    scale = 1000 / face["head"].unitsPerEm
    names = {glyph: face.getGlyphName(glyph) for glyph in glyphs.values()}
    descriptor = Dictionary(
        Type=Name.FontDescriptor,
        FontName=Name.Face,
        Flags=4,
        FontBBox=Array([face["head"].xMin, face["head"].yMin, face["head"].xMax, face["head"].yMax]),
        ItalicAngle=0,
        Ascent=face["hhea"].ascent,
        Descent=face["hhea"].descent,
        CapHeight=face["OS/2"].sCapHeight,
        StemV=80,
        FontFile2=pdf.make_stream(file.read_bytes()),
    )
    descendant = Dictionary(
        Type=Name.Font,
        Subtype=Name.CIDFontType2,
        BaseFont=Name.Face,
        CIDSystemInfo=Dictionary(Registry=String("Adobe"), Ordering=String("Identity"), Supplement=0),
        FontDescriptor=pdf.make_indirect(descriptor),
        CIDToGIDMap=Name.Identity,
        W=Array([part for glyph in names for part in (glyph, Array([round(face["hmtx"][names[glyph]][0] * scale)]))]),
    )
    pairs = "\n".join(f"<{glyph:04x}> <{ord(letter):04x}>" for letter, glyph in glyphs.items())
    unicode = f"""/CIDInit /ProcSet findresource begin 12 dict begin begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def /CMapType 2 def
1 begincodespacerange <0000> <ffff> endcodespacerange
{len(glyphs)} beginbfchar
{pairs}
endbfchar endcmap CMapName currentdict /CMap defineresource pop end end"""
    font = Dictionary(
        Type=Name.Font,
        Subtype=Name.Type0,
        BaseFont=Name.Face,
        Encoding=Name("/Identity-H"),
        DescendantFonts=Array([pdf.make_indirect(descendant)]),
        ToUnicode=pdf.make_stream(unicode.encode()),
    )
    return pdf.make_indirect(font), "".join(f"{glyphs[letter]:04x}" for letter in TEXT)


@pytest.fixture(scope="module")
def good(root):
    """One page with one tagged heading, which is PDF/UA-1 and PDF/A-2a; as bytes."""
    pdf = pikepdf.new()
    font, code = embedded(pdf, root / "fonts/UlotkiPlain-Bold.ttf")
    page = pdf.add_blank_page(page_size=(420, 595)).obj
    page.Resources = Dictionary(Font=Dictionary(F=font))
    page.Contents = pdf.make_stream(f"/H1 <</MCID 0>> BDC BT /F 24 Tf 60 500 Td <{code}> Tj ET EMC".encode())
    page.StructParents = 0
    page.Tabs = Name.S

    root = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
    document = pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name.Document, P=root))
    heading = pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name.H1, P=document, Pg=page, K=0))
    document.K = Array([heading])
    root.K = document
    root.ParentTree = pdf.make_indirect(Dictionary(Nums=Array([0, Array([heading])])))
    root.ParentTreeNextKey = 1

    profile = pdf.make_stream(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes(), N=3)
    intent = Dictionary(
        Type=Name.OutputIntent,
        S=Name.GTS_PDFA1,
        OutputConditionIdentifier=String("sRGB"),
        Info=String("sRGB"),
        DestOutputProfile=profile,
    )
    pdf.Root.Lang = String("pl")
    pdf.Root.MarkInfo = Dictionary(Marked=True)
    pdf.Root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
    pdf.Root.StructTreeRoot = root
    pdf.Root.OutputIntents = Array([intent])
    pdf.Root.Metadata = pdf.make_stream(XMP.encode(), Type=Name.Metadata, Subtype=Name.XML)
    return saved(pdf)


def saved(pdf):
    """The bytes of a PDF."""
    file = io.BytesIO()
    pdf.save(file, deterministic_id=True)
    return file.getvalue()


def no_language(pdf):
    del pdf.Root.Lang


def no_tree(pdf):
    del pdf.Root.StructTreeRoot


def not_marked(pdf):
    pdf.Root.MarkInfo.Marked = False


def no_title_shown(pdf):
    del pdf.Root.ViewerPreferences


def no_claim_to_be_accessible(pdf):
    words = pdf.Root.Metadata.read_bytes().replace(b"<pdfuaid:part>1</pdfuaid:part>", b"")
    pdf.Root.Metadata.write(words)


def script(pdf):
    pdf.Root.OpenAction = Dictionary(Type=Name.Action, S=Name.JavaScript, JS=String("app.alert(1)"))


def no_colours(pdf):
    del pdf.Root.OutputIntents


def no_font_program(pdf):
    del pdf.pages[0].Resources.Font.F.DescendantFonts[0].FontDescriptor.FontFile2


def no_letters(pdf):
    del pdf.pages[0].Resources.Font.F.ToUnicode


def untagged(pdf):
    marks = (Operator("BDC"), Operator("EMC"))
    drawn = [step for step in pikepdf.parse_content_stream(pdf.pages[0]) if step.operator not in marks]
    pdf.pages[0].Contents = pdf.make_stream(pikepdf.unparse_content_stream(drawn))


def figure_without_words(pdf):
    pdf.Root.StructTreeRoot.K.K[0].S = Name.Figure


def heading_too_low(pdf):
    pdf.Root.StructTreeRoot.K.K[0].S = Name.H2


def tag_of_our_own(pdf):
    pdf.Root.StructTreeRoot.K.K[0].S = Name.Shout


FAULTS = (
    (no_language, {"7.2-33", "7.2-34"}, set(), {"PDFUA1-TEXT-LANGUAGE-001"}),
    (no_tree, {"7.1-3", "7.1-11"}, {"6.7.3.3-1"}, {"PDFUA1-STRUCT-TREE-ROOT-001", "PDFA2A-STRUCT-TREE-ROOT-001"}),
    (not_marked, {"6.2-1"}, {"6.7.2.2-1"}, {"PDFUA1-TAGGED-DOCUMENT-001", "PDFA2A-TAGGED-DOCUMENT-001"}),
    (no_title_shown, {"7.1-10"}, set(), {"PDFUA1-VIEWER-PREFERENCES-001"}),
    (no_claim_to_be_accessible, {"5-1"}, set(), {"PDFUA1-ID-PART-001", "PDFUA1-ID-SCHEMA-001"}),
    (script, set(), {"6.5.1-1"}, {"PDFA2A-ACTION-TYPE-001"}),
    (no_colours, set(), {"6.2.4.3-4"}, {"PDFA2A-DEVICE-GRAY-001"}),
    (no_font_program, {"7.21.4.1-1"}, {"6.2.11.4.1-1"}, {"PDFUA1-FONT-EMBEDDING-001", "PDFA2A-FONT-EMBEDDING-001"}),
    (no_letters, {"7.21.7-1"}, {"6.2.11.7.2-1"}, {"PDFUA1-FONT-UNICODE-MAPPING-001", "PDFA2A-UNICODE-MAPPING-001"}),
    (untagged, {"7.1-3"}, set(), {"PDFUA1-CONTENT-TAGGING-001"}),
    (figure_without_words, {"7.3-1"}, set(), {"PDFUA1-FIGURE-ALTERNATIVE-TEXT-001"}),
    (heading_too_low, {"7.4.2-1"}, set(), {"PDFUA1-HEADING-NESTING-001"}),
    (tag_of_our_own, {"7.1-5"}, {"6.7.3.4-1"}, {"PDFUA1-STRUCT-TREE-ROLE-MAP-001", "PDFA2A-STRUCT-TREE-ROLE-MAP-001"}),
)
"""A fault, and the rules that name it: of veraPDF for PDF/UA-1 and for PDF/A-2a, of page-validation for both."""


@pytest.fixture(scope="module")
def files(good, tmp_path_factory):
    """ "good", "no_language", …: a file with this fault alone; "torn" is no PDF."""
    folder = tmp_path_factory.mktemp("faults")
    contents = {"good": good, "torn": good[:600]}
    for fault, *_ in FAULTS:
        with pikepdf.open(io.BytesIO(good)) as pdf:
            fault(pdf)
            contents[fault.__name__] = saved(pdf)
    for name, content in contents.items():
        (folder / f"{name}.pdf").write_bytes(content)
    return {name: folder / f"{name}.pdf" for name in contents}


@pytest.fixture(scope="module")
def verdicts(files, vera):
    """(name, flavour) → the rules that veraPDF finds broken."""
    found = vera(files.values())
    return {(path.stem, flavour): {failure.rule for failure in failures} for (path, flavour), failures in found.items()}


def test_a_good_page_is_good(files, verdicts, page_validation):
    """
    Neither validator finds a fault where there is none.
    """
    assert set() == verdicts["good", "ua1"]
    assert set() == verdicts["good", "2a"]
    assert [] == page_validation(files["good"])


@pytest.mark.parametrize(
    ("fault", "accessible", "archived"), [(fault.__name__, *rules[:2]) for fault, *rules in FAULTS]
)
def test_verapdf_names_the_fault(fault, accessible, archived, verdicts):
    """
    veraPDF names the rules that one fault breaks, and no others.
    """
    assert accessible == verdicts[fault, "ua1"]
    assert archived == verdicts[fault, "2a"]


@pytest.mark.parametrize(("fault", "rules"), [(fault.__name__, rules) for fault, _, _, rules in FAULTS])
def test_page_validation_names_the_fault(fault, rules, files, page_validation):
    """
    page-validation names the same fault in its own words, from a file and from bytes.
    """
    assert rules == {failure.rule for failure in page_validation(files[fault])}
    assert rules == {failure.rule for failure in page_validation(files[fault].read_bytes())}


def test_a_torn_file_is_no_good_file(files, verdicts, page_validation):
    """
    What cannot be read does not pass for want of faults.
    """
    assert {"unreadable"} == verdicts["torn", "ua1"]
    assert {"unreadable"} == verdicts["torn", "2a"]
    assert ["unreadable"] == [failure.rule for failure in page_validation(files["torn"])]


@pytest.mark.parametrize(("allowed", "outcome"), [("", "1 error"), ("1", "1 skipped")])
def test_without_java_nothing_passes(allowed, outcome, root, tmp_path):
    """
    On a machine without Java the validation fails and says what to install; whoever allows that is told loudly.
    """
    ran = subprocess.run(
        [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", f"{__file__}::test_a_good_page_is_good"],
        check=False,
        cwd=root,
        env={**os.environ, "PATH": str(tmp_path), "ULOTKI_WITHOUT_JAVA": allowed},
        capture_output=True,
        text=True,
    )

    assert outcome in ran.stdout
    assert "passed" not in ran.stdout
    assert "apt-get install default-jre-headless" in ran.stdout
