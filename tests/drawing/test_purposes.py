"""Finished files for each purpose, as another reader sees them: colours, boxes, what they say of themselves."""

import io
import re
from xml.etree import ElementTree as tree

import pikepdf
import pytest

from ulotki.page.purposes import BLEED, OFFICE, PRESS, PURPOSES, WEB
from ulotki.page.twin import text
from ulotki.paper import POINT
from ulotki.press import DRAWN, imposed, imposition, printed

DC, XMP, PDF = "{http://purl.org/dc/elements/1.1/}", "{http://ns.adobe.com/xap/1.0/}", "{http://ns.adobe.com/pdf/1.3/}"
PDFX = "{http://www.npes.org/pdfx/ns/id/}"
MM = "{http://ns.adobe.com/xap/1.0/mm/}"
COLOURS = {"g", "G", "rg", "RG", "k", "K", "cs", "CS", "sc", "SC", "scn", "SCN"}
MOST = {"web": 45_000, "office": 40_000, "press": 60_000}
"""Bytes of a leaflet."""

LONGEST = 1.1
"""How much more the longest one may take."""


@pytest.fixture(scope="module")
def data(proof):
    """data(purpose, template): „na wnuczka”, made once."""
    made = {}

    def make(purpose, template="leaflet"):
        key = purpose.name, template
        if key not in made:
            made[key] = printed(proof(template=template), purpose)
        return made[key]

    return make


@pytest.fixture(scope="module")
def sheets(proof):
    """sheets(purpose): the leaflet, two on a sheet."""
    piece = proof(template="leaflet")
    laid = imposition(piece)
    return lambda purpose: imposed(piece, laid, purpose)


def opened(content):
    return pikepdf.open(io.BytesIO(content))


def steps(content):
    """(operands, operator) of all pages."""
    with opened(content) as pdf:
        for page in pdf.pages:
            for step in pikepdf.parse_content_stream(page):
                yield list(step.operands), str(step.operator)


def said(pdf):
    """What the XMP packet says, by property."""
    packet = tree.fromstring(pdf.Root.Metadata.read_bytes().decode().partition("?>")[2].rpartition("<?xpacket")[0])
    found = {}
    for part in packet[0][0]:
        found[part.tag] = "".join(part.itertext())
    return found


@pytest.mark.parametrize("purpose", PURPOSES.values(), ids=PURPOSES)
def test_it_says_twice_what_it_is(purpose, data, proof):
    """
    The packet of metadata says what the information dictionary says: title, author, dates, program, code.
    """
    piece = proof(template="leaflet")
    day = DRAWN
    with opened(data(purpose)) as pdf:
        info, xmp = pdf.docinfo, said(pdf)

    assert piece.heading == str(info.Title) == xmp[DC + "title"]
    assert piece.subject == str(info.Subject) == xmp[DC + "description"] != piece.heading
    assert piece.leaflet.imprint.author == str(info.Author) == xmp[DC + "creator"]
    assert piece.code == str(info.Keywords) == xmp[PDF + "Keywords"]
    assert "ulotki" == str(info.Creator) == xmp[XMP + "CreatorTool"]
    assert str(info.Producer) == xmp[PDF + "Producer"]
    assert f"D:{day:%Y%m%d}000000+00'00'" == str(info.CreationDate) == str(info.ModDate)
    assert f"{day}T00:00:00Z" == xmp[XMP + "CreateDate"] == xmp[XMP + "ModifyDate"]


@pytest.mark.parametrize("purpose", PURPOSES.values(), ids=PURPOSES)
def test_the_packet_can_be_searched(purpose, data, proof):
    """
    The code of the piece stands in the bytes as it is: a search over files finds it.
    """
    assert f"<pdf:Keywords>{proof(template='leaflet').code}</pdf:Keywords>".encode() in data(purpose)


@pytest.mark.parametrize("purpose", PURPOSES.values(), ids=PURPOSES)
def test_the_same_bytes_twice(purpose, data, proof):
    """
    Making a file again gives the same bytes.
    """
    assert data(purpose) == printed(proof(template="leaflet"), purpose)


@pytest.mark.parametrize("purpose", [WEB, PRESS], ids=lambda purpose: purpose.name)
def test_the_colours_are_meant_for(purpose, data):
    """
    The web is meant for sRGB and the press for FOGRA39; the profile is in the file.
    """
    with opened(data(purpose)) as pdf:
        (intent,) = pdf.Root.OutputIntents
        profile = intent.DestOutputProfile
        wanted = {"web": ("/GTS_PDFA1", "sRGB IEC61966-2.1", 3), "press": ("/GTS_PDFX", "FOGRA39", 4)}[purpose.name]

        assert wanted == (str(intent.S), str(intent.OutputConditionIdentifier), int(profile.N))
        assert {3: b"RGB ", 4: b"CMYK"}[int(profile.N)] == profile.read_bytes()[16:20]


def test_the_web_takes_light(data):
    """
    On the web colours are grey or red, green and blue.
    """
    assert (
        {"g", "rg"} <= {operator for _, operator in steps(data(WEB)) if operator in COLOURS} <= {"g", "G", "rg", "RG"}
    )


def test_what_the_web_claims(data):
    """
    The web claims PDF/UA-1 and PDF/A-2a, in PDF 1.5: nothing newer is in it.
    """
    with opened(data(WEB)) as pdf:
        assert "1.5" == pdf.pdf_version
        with pdf.open_metadata() as metadata:
            assert "2A" == metadata.pdfa_status
            assert "1" == metadata["pdfuaid:part"]


def test_the_office_printer_decides_on_colours(data):
    """
    For the office there is no profile and no structure; words are in black toner alone or as ordered.
    """
    with opened(data(OFFICE)) as pdf:
        assert "/OutputIntents" not in pdf.Root and "/StructTreeRoot" not in pdf.Root
        assert not any("/Annots" in page for page in pdf.pages)
        assert "1.7" == pdf.pdf_version
    found = list(steps(data(OFFICE)))
    assert ([0], "g") in [(list(map(int, operands)), operator) for operands, operator in found if operator == "g"]
    assert not any(operator in ("BDC", "BMC", "EMC", "k", "K") for _, operator in found)


@pytest.mark.parametrize("template", ["leaflet", "poster"])
def test_the_office_printer_is_told(template, data):
    """
    It prints at full size, from the tray with that paper, and turns two sides over; one side it does not turn.
    """
    with opened(data(OFFICE, template)) as pdf:
        preferences = pdf.Root.ViewerPreferences

        assert ("/None", True) == (preferences.PrintScaling, preferences.PickTrayByPDFSize)
        assert ("/DuplexFlipLongEdge" if template == "leaflet" else "/Simplex") == preferences.Duplex


def test_sheets_turn_over_their_short_edge(sheets):
    """
    Sheets on their side turn over the short edge.
    """
    with opened(sheets(OFFICE)) as pdf:
        assert "/DuplexFlipShortEdge" == pdf.Root.ViewerPreferences.Duplex
        assert [(842, 595)] * 2 == [(round(page.MediaBox[2]), round(page.MediaBox[3])) for page in pdf.pages]


@pytest.fixture(scope="module", params=["leaflet", "trifold", "sheets"])
def press(request, data, sheets):
    """What goes to a print shop."""
    return sheets(PRESS) if request.param == "sheets" else data(PRESS, request.param)


def test_boxes_of_the_press(press):
    """
    The press cuts at the trim box and prints three millimetres beyond it, all on paper that is ten larger each way.
    """
    with opened(press) as pdf:
        assert "1.6" == pdf.pdf_version
        for page in pdf.pages:
            media, trim, bleed = ([float(side) for side in box] for box in (page.MediaBox, page.TrimBox, page.BleedBox))
            around = [trim[0] - media[0], trim[1] - media[1], media[2] - trim[2], media[3] - trim[3]]
            beyond = [trim[0] - bleed[0], trim[1] - bleed[1], bleed[2] - trim[2], bleed[3] - trim[3]]

            assert pytest.approx([10] * 4, abs=0.01) == [side * POINT for side in around]
            assert pytest.approx([BLEED] * 4, abs=0.01) == [side * POINT for side in beyond]
            assert "/CropBox" not in page and "/UserUnit" not in page
            assert 0 == page.get("/Rotate", 0)


def test_the_trim_is_the_page(data, proof):
    """
    What is cut out has the size of the page.
    """
    for template in ("leaflet", "trifold", "poster"):
        with opened(data(PRESS, template)) as pdf:
            for page, drawn in zip(proof(template=template).pages, pdf.pages, strict=True):
                left, bottom, right, top = (float(side) * POINT for side in drawn.TrimBox)
                assert pytest.approx((page.width, page.height), abs=0.01) == (right - left, top - bottom)


def test_the_press_takes_inks_alone(press):
    """
    On a press every colour is four inks, none too much, and words are black alone or bare.
    """
    within = False
    for operands, operator in steps(press):
        within = (within or operator == "BT") and operator != "ET"
        if operator in COLOURS:
            if operator in ("CS", "SCN"):
                assert not within and operands in (["/All"], [1])
                continue
            shares = [float(part) for part in operands]
            assert operator in ("k", "K")
            assert 4 == len(shares) and sum(shares) <= 3
            assert not within or shares in ([0, 0, 0, 1], [0, 0, 0, 0])


def test_the_press_gets_nothing_to_click(press):
    """
    No annotation, no bookmark, no action and no structure goes to a press; that it is not trapped is said.
    """
    with opened(press) as pdf:
        assert not any("/Annots" in page or "/AA" in page for page in pdf.pages)
        assert not {"/StructTreeRoot", "/OpenAction", "/AcroForm", "/Names"} & set(pdf.Root.keys())
        assert "/False" == pdf.docinfo.Trapped


def test_what_the_press_claims(press):
    """
    The press is told PDF/X-4, and a name of the document that another piece does not have.
    """
    with opened(press) as pdf:
        xmp = said(pdf)

    assert ("PDF/X-4", "False") == (xmp[PDFX + "GTS_PDFXVersion"], xmp[PDF + "Trapped"])
    assert re.fullmatch(r"uuid:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", xmp[MM + "DocumentID"])
    assert ("1", "default") == (xmp[MM + "VersionID"], xmp[MM + "RenditionClass"])


def test_pieces_have_names_of_their_own(data):
    """
    Two pieces have two names.
    """
    names = set()
    for template in ("leaflet", "trifold", "poster"):
        with opened(data(PRESS, template)) as pdf:
            names.add(said(pdf)[MM + "DocumentID"])

    assert 3 == len(names)


@pytest.fixture(scope="module")
def longest(library, proof):
    """The scam that takes the most letters in Polish."""
    return max(library.scams, key=lambda scam: len(text(proof(scam, "leaflet").pages)))


@pytest.mark.parametrize("purpose", PURPOSES.values(), ids=PURPOSES)
def test_files_are_small(purpose, data, proof, longest):
    """
    A leaflet, the longest too, can be sent by a slow telephone; the profile of the press apart.
    """
    for content, most in ((data(purpose), 1), (printed(proof(longest, "leaflet"), purpose), LONGEST)):
        with opened(content) as pdf:
            profile = pdf.Root.OutputIntents[0].DestOutputProfile.Length if purpose is PRESS else 0
        assert len(content) - int(profile) < MOST[purpose.name] * most


@pytest.mark.parametrize("purpose", PURPOSES.values(), ids=PURPOSES)
def test_nothing_is_left_open(purpose, data):
    """
    Another reader finds no fault in the syntax of the file, and it is not locked.
    """
    with opened(data(purpose)) as pdf:
        assert [] == pdf.check_pdf_syntax()
        assert not pdf.is_encrypted


@pytest.fixture(scope="module")
def black(proof):
    """A leaflet in black alone, for a print shop."""
    return printed(proof(template="leaflet", palette="mono"), PRESS)


def test_black_alone_is_built_to_x1a(black):
    """
    Work of black alone is PDF/X-1a in PDF 1.4, named for FOGRA39 without the profile, and small; its marks are black too.
    """
    with opened(black) as pdf:
        (intent,) = pdf.Root.OutputIntents
        assert ("1.4", "PDF/X-1a:2003", "/False") == (
            pdf.pdf_version,
            str(pdf.docinfo.GTS_PDFXVersion),
            str(pdf.docinfo.Trapped),
        )
        assert ("FOGRA39", "http://www.color.org") == (str(intent.OutputConditionIdentifier), str(intent.RegistryName))
        assert "/DestOutputProfile" not in intent
        assert not any("/ExtGState" in page.Resources or "/ColorSpace" in page.Resources for page in pdf.pages)
    assert len(black) < MOST["press"]
    shares = {tuple(map(float, operands[:3])) for operands, operator in steps(black) if operator in ("k", "K")}
    assert {(0, 0, 0)} == shares


def test_black_words_overprint(press):
    """
    In colour black words leave the inks under them as they are, white ones knock them out, and marks are in every ink.
    """
    over, seen = False, set()
    for operands, operator in steps(press):
        if operator == "gs":
            over = str(operands[0]) == "/Over"
        elif operator == "k":
            ink = [float(part) for part in operands]
        elif operator == "TJ":
            seen.add((over, ink == [0, 0, 0, 1]))
    with opened(press) as pdf:
        states = pdf.pages[0].Resources.ExtGState
        separation = pdf.pages[0].Resources.ColorSpace["/All"]

    assert {(True, True), (False, False)} == seen
    assert (True, True, 1) == (bool(states.Over.OP), bool(states.Over.op), int(states.Over.OPM))
    assert ["/Separation", "/All", "/DeviceCMYK"] == [str(part) for part in list(separation)[:3]]


@pytest.mark.parametrize("purpose", PURPOSES.values(), ids=PURPOSES)
def test_pages_are_labelled_where_there_are_several(purpose, data):
    """
    Two pages have labels, one has none, and no page has a transition.
    """
    with opened(data(purpose)) as two, opened(data(purpose, "poster")) as one:
        assert "/PageLabels" in two.Root and "/PageLabels" not in one.Root
        assert not any("/Trans" in page for page in (*two.pages, *one.pages))
